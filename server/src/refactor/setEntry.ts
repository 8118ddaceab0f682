import type { Edit } from '../review/types.js';
import type { Story } from '../story/types.js';

/**
 * Sets one entry at the top of the front matter; makes front matter where there is none.
 * @param yaml its value, as it is to be written
 * @returns undefined where the front matter cannot be written to as it stands
 */
export function setEntry(story: Story, key: string, yaml: string): Edit | undefined {
  const { frontMatter, eol } = story;
  if (!frontMatter) return newFrontMatter(story, [`${key}: ${yaml}`]);
  if (!frontMatter.metricsPlace) return undefined;
  const value = frontMatter.entries.get(key);
  if (!value) return { start: frontMatter.body.end, end: frontMatter.body.end, newText: `${key}: ${yaml}${eol}` };
  return { ...value, newText: value.start === value.end ? ` ${yaml}` : yaml };
}

/** Front matter with these lines, for a story that has none. */
export function newFrontMatter({ text, eol }: Story, lines: readonly string[]): Edit {
  const at = text.startsWith('\ufeff') ? 1 : 0;
  return { start: at, end: at, newText: ['---', ...lines, '---', '', ''].join(eol) };
}

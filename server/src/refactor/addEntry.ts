import type { Edit } from '../review/types.js';
import type { ListPlace, Story } from '../story/types.js';
import { newFrontMatter } from './setEntry.js';

/**
 * Adds an entry to a list of the front matter in the style of those that are there, and front matter where there is none.
 * @param entry YAML by key, in the order in which it is written
 * @returns undefined where the front matter cannot be added to as it stands
 */
export function addEntry(story: Story, list: 'metrics' | 'rehearsed', entry: Readonly<Record<string, string>>): Edit | undefined {
  const { eol, frontMatter } = story;
  const pairs = Object.entries(entry).map(([key, value]) => `${key}: ${value}`);
  const flow = `{ ${pairs.join(', ')} }`;
  if (!frontMatter) return newFrontMatter(story, [`${list}:`, `  - ${flow}`]);
  const place: ListPlace | undefined = list === 'metrics' ? frontMatter.metricsPlace : frontMatter.rehearsedPlace;
  if (!place) return undefined;
  const { at, style, indent, spread } = place;
  const item = spread ? pairs.join(`${eol}${indent}  `) : flow;
  const newText = {
    block: `${eol}${indent}- ${item}`,
    flow: `, ${flow}`,
    'empty-flow': flow,
    'no-list': `${eol}${indent}- ${flow}`,
    'no-key': `${list}:${eol}${indent}- ${flow}${eol}`,
  }[style];
  return { start: at, end: at, newText };
}

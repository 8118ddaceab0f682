import { FRONT_MATTER_KEYS } from '../story/frontMatterKeys.js';
import { lineStartOf } from '../story/lines.js';
import type { Range, Story } from '../story/types.js';

/** True for words that make the file a story, even where somebody is called so: a key of the front matter, a section's label. */
export function isStructure({ text, frontMatter, tellings, asides }: Story, { start, end }: Range): boolean {
  const words = text.slice(start, end);
  if (frontMatter && start > frontMatter.start && end < frontMatter.end) return Object.hasOwn(FRONT_MATTER_KEYS, words) && lineStartOf(text, start) === start && /^[ \t]*:/.test(text.slice(end, end + 3));
  const labels = [...tellings.flatMap(({ sections }) => sections.flatMap(({ label, steps }) => [label, ...steps.map((step) => step.label)])), ...asides.map(({ label }) => label)];
  return labels.some((label) => label !== undefined && label.start <= start && end <= label.end && label.text.trim().toLowerCase() === words.toLowerCase());
}

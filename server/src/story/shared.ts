import type { Role, Telling } from './types.js';

/** So many words in a row are a sequence that two tellings can have in common. */
const SEQUENCE = 4;

/** Fewer sequences than these say nothing about how alike two tellings are. */
const FEWEST = 12;

/**
 * How much of their word sequences two tellings share, 0–1, in the parts that both tell themselves. Undefined where there is too
 * little to compare. A short version of a longer telling shares little: the longer of the two is the measure.
 */
export function sharedText(one: Telling, other: Telling): number | undefined {
  const roles = new Set(one.sections.map(({ role }) => role).filter((role) => other.sections.some((section) => section.role === role)));
  if (Math.min(wordsIn(one, roles), wordsIn(other, roles)) < FEWEST + SEQUENCE - 1) return undefined;
  const [a, b] = [one, other].map((telling) => sequencesOf(telling, roles)) as [Set<string>, Set<string>];
  if (Math.min(a.size, b.size) < FEWEST) return undefined;
  let shared = 0;
  for (const sequence of a) if (b.has(sequence)) shared++;
  return shared / Math.max(a.size, b.size);
}

function wordsIn({ sections }: Telling, roles: ReadonlySet<Role>): number {
  let words = 0;
  for (const { role, sentences } of sections) if (roles.has(role)) for (const { tokens } of sentences) words += tokens.length;
  return words;
}

function sequencesOf({ sections }: Telling, roles: ReadonlySet<Role>): Set<string> {
  const words = sections.filter(({ role }) => roles.has(role)).flatMap(({ sentences }) => sentences.flatMap(({ tokens }) => tokens.map(({ word }) => word)));
  return new Set(words.slice(SEQUENCE - 1).map((_, index) => words.slice(index, index + SEQUENCE).join(' ')));
}

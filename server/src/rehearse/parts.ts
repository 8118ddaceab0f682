import type { Sentence } from '../story/types.js';
import { contentWords } from './contentWords.js';
import type { Portion } from './timeline.js';

/** What was said of one part of a story. */
export interface SaidPart {
  readonly portion: Portion;
  readonly sentences: readonly Sentence[];
  readonly words: number;
}

/**
 * Divides a transcript among the parts of a story: a sentence belongs to the part whose own words it has most of, and one
 * that has none goes on with the part before it.
 */
export function saidParts(portions: readonly Portion[], transcript: readonly Sentence[]): SaidPart[] {
  const partsWith = partsWithWord(portions);
  let current = 0;
  const said = portions.map((): Sentence[] => []);
  for (const sentence of transcript) {
    current = partOf(sentence, partsWith, portions.length) ?? current;
    said[current]?.push(sentence);
  }
  return portions.map((portion, part) => ({ portion, sentences: said[part]!, words: said[part]!.reduce((sum, { words }) => sum + words, 0) }));
}

/** For each word that counts, the parts of a story that have it, by their numbers. */
export function partsWithWord(portions: readonly Portion[]): ReadonlyMap<string, ReadonlySet<number>> {
  const partsWith = new Map<string, Set<number>>();
  portions.forEach(({ sentences }, part) => {
    for (const { tokens } of sentences) for (const { key } of contentWords(tokens)) partsWith.set(key, (partsWith.get(key) ?? new Set()).add(part));
  });
  return partsWith;
}

/** The number of the part whose own words a sentence has most of; undefined where it has none of any. */
export function partOf({ tokens }: Sentence, partsWith: ReadonlyMap<string, ReadonlySet<number>>, count: number): number | undefined {
  const weights = new Array<number>(count).fill(0);
  for (const key of new Set(contentWords(tokens).map((word) => word.key))) {
    const parts = partsWith.get(key);
    for (const part of parts ?? []) weights[part]! += 1 / parts!.size;
  }
  const best = weights.reduce((a, weight, part) => (weight > weights[a]! ? part : a), 0);
  return (weights[best] ?? 0) > 0 ? best : undefined;
}

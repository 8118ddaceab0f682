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
    const parts = partsOf(sentence, partsWith, portions.length);
    current = parts.find((part) => part >= current) ?? parts[0] ?? current;
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

/** A part that has nearly as much of a sentence as the best may be what it tells. */
const NEARLY = 0.6;

/** The numbers of the parts whose own words a sentence has most of; none where it has none of any. */
export function partsOf({ tokens }: Sentence, partsWith: ReadonlyMap<string, ReadonlySet<number>>, count: number): number[] {
  const weights = new Array<number>(count).fill(0);
  for (const key of new Set(contentWords(tokens).map((word) => word.key))) {
    const parts = partsWith.get(key);
    for (const part of parts ?? []) weights[part]! += 1 / parts!.size;
  }
  const most = Math.max(0, ...weights);
  return weights.flatMap((weight, part) => (weight > 0 && weight >= most * NEARLY ? [part] : []));
}

import { toldSections } from '../review/hear.js';
import type { TellingReview } from '../review/types.js';
import type { Cue, Timeline } from './types.js';

/** When each cue should begin, in seconds from the start: its sentence's place in the telling, else spread evenly. */
export function cueTimes(cues: readonly Cue[], told: TellingReview, { stretches }: Timeline): number[] {
  const end = stretches.at(-1)?.to ?? 0;
  const sentences = toldSections(told.telling).flatMap((section) => section.sentences);
  const total = sentences.reduce((sum, { words }) => sum + words, 0);
  const starts = new Map<number, number>();
  let words = 0;
  for (const sentence of sentences) {
    starts.set(sentence.start, words / Math.max(1, total));
    words += sentence.words;
  }
  return cues.map(({ range }, index) => Math.round(end * ((range && starts.get(range.start)) ?? index / cues.length)));
}

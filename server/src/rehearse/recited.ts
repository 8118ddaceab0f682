import { numbersIn } from '../story/saidNumbers.js';
import { TokenClass, type Range, type Sentence } from '../story/types.js';
import { isInside } from '../story/ranges.js';

/** So many words in a row are no coincidence. */
const SEQUENCE = 5;

/**
 * Of a story's five-word sequences, how many occur in a transcript word for word, 0–1. Numbers count as the same whether
 * written or said, and what is left out between the words, such as fillers, does not.
 */
export function sharedSequences(story: readonly Sentence[], transcript: readonly Sentence[], leftOut: readonly Range[]): number {
  const told = sequencesOf(story, []);
  const said = sequencesOf(transcript, leftOut);
  if (told.size === 0) return 0;
  let shared = 0;
  for (const sequence of told) if (said.has(sequence)) shared++;
  return shared / told.size;
}

function sequencesOf(sentences: readonly Sentence[], leftOut: readonly Range[]): Set<string> {
  const words = sentences.flatMap(({ tokens }) => tokens.filter(({ start }) => !isInside(start, leftOut)).map(({ word, classes }) => (classes & TokenClass.number ? numbersIn(word.split(' ')).join(' ') : word)));
  const sequences = new Set<string>();
  for (let at = 0; at + SEQUENCE <= words.length; at++) sequences.add(words.slice(at, at + SEQUENCE).join(' '));
  return sequences;
}

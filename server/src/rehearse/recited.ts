import { numbersIn } from '../story/saidNumbers.js';
import { TokenClass, type Sentence } from '../story/types.js';

/** So many words in a row are no coincidence. */
const SEQUENCE = 5;

/**
 * Of a story's five-word sequences, how many occur in a transcript word for word, 0–1. Numbers count as the same whether
 * written or said.
 */
export function sharedSequences(story: readonly Sentence[], transcript: readonly Sentence[]): number {
  const told = sequencesOf(story);
  const said = sequencesOf(transcript);
  if (told.size === 0) return 0;
  let shared = 0;
  for (const sequence of told) if (said.has(sequence)) shared++;
  return shared / told.size;
}

function sequencesOf(sentences: readonly Sentence[]): Set<string> {
  const words = sentences.flatMap(({ tokens }) => tokens.map(({ word, classes }) => (classes & TokenClass.number ? numbersIn(word.split(' ')).join(' ') : word)));
  const sequences = new Set<string>();
  for (let at = 0; at + SEQUENCE <= words.length; at++) sequences.add(words.slice(at, at + SEQUENCE).join(' '));
  return sequences;
}

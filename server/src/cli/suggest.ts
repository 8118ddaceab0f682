import { nearest } from '../story/nearest.js';

/** ` Did you mean "x"?` when one of the known words is near, otherwise nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}

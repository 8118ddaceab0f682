import { applied } from '../refactor/apply.js';
import type { Review } from '../review/index.js';
import { safeFixes } from '../service/index.js';
import { complain } from './errors.js';
import { replaceStory } from './replaceStory.js';

/** What a story is like after it was mended, and why that could not be done. */
export interface Mended {
  readonly review: Review;
  readonly problem?: string | undefined;
}

/** Mends the story at a path; `again` reviews a text as that story. */
export type Mend = (path: string, review: Review, again: (text: string) => Review) => Mended;

/** A fix can make room for another. */
const MOST_ROUNDS = 10;

/** Writes the safe fixes of a story into its file and says so on standard error. */
export const fixFile: Mend = (path, review, again) => {
  const { review: fixed, fixes } = withSafeFixes(review, again);
  if (fixes === 0) return { review };
  const problem = replaceStory(path, review.story.text, fixed.story.text);
  if (problem !== undefined) return { review, problem };
  complain(`${path}: ${fixes === 1 ? '1 fix was' : `${fixes} fixes were`} made.`);
  return { review: fixed };
};

/** A review after all safe fixes, and after those that they made room for, and how many there were. */
export function withSafeFixes(review: Review, again: (text: string) => Review): { readonly review: Review; readonly fixes: number } {
  let [fixed, fixes] = [review, 0];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = safeFixes(fixed);
    if (found.length === 0) break;
    fixes += found.length;
    fixed = again(applied(fixed.story.text, found.flatMap(({ edits }) => edits)));
  }
  return { review: fixed, fixes };
}

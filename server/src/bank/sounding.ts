import type { Rubric } from '../rubric/index.js';
import { isKindOf } from './kinds.js';
import type { BankStory } from './types.js';

/** A kind that so many points speak for may be what a story is … */
const SOME = 2;
/** … when no other has more than so many on top of them. */
const BEHIND = 1;

/** Whether a story that names no kind, and was surely recognised as none, may be of this one: worth asking its author. */
export function soundsLike(story: BankStory, theme: string, rubric: Rubric): boolean {
  if (story.shapes.length > 0) return false;
  const { leanings } = story.tellings[0];
  const most = Math.max(0, ...leanings.values());
  return [...leanings].some(([id, points]) => points >= SOME && points >= most - BEHIND && isKindOf(id, theme, rubric));
}

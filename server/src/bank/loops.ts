import type { Rubric } from '../rubric/index.js';
import type { Loop } from '../rubric/types.js';
import type { BankStory, LoopPlan } from './types.js';

/** An interview day with a story for each round, no story twice. */
export function planLoop({ id, title, summary, rounds }: Loop, _stories: readonly BankStory[], _rubric: Rubric): LoopPlan {
  return { id, title, summary, rounds: rounds.map((round) => ({ id: round.id, title: round.title, about: round.about, wanted: round.stories, stories: [], gaps: [] })) };
}

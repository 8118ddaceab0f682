import type { Rubric } from '../rubric/index.js';
import type { Question } from '../rubric/types.js';
import type { Matchmaker } from './match.js';
import type { Fit, RankedStory } from './types.js';

/** A question of the rubric's bank with the stories that answer it. */
export interface AnsweredQuestion {
  readonly question: Question;
  /** False for a question that a story from the past does not answer. */
  readonly wantsStory: boolean;
  /** The fit of the best one; `gap` when there is none. */
  readonly fit: Fit;
  /** At most three, best first; none that only comes nearest. */
  readonly best: readonly RankedStory[];
}

const BEST = 3;

/** A question of the bank with its best stories. */
export function answered(matchmaker: Matchmaker, question: Question): AnsweredQuestion {
  const { wantsStory, ranked } = matchmaker.match(question.text, BEST);
  return { question, wantsStory, fit: ranked[0]?.fit ?? 'gap', best: ranked.filter(({ fit }) => fit !== 'gap') };
}

/** Every question of the rubric's bank with its best stories, in the order of the bank. */
export function bankQuestions(matchmaker: Matchmaker, rubric: Rubric): AnsweredQuestion[] {
  return rubric.data.questions.map((question) => answered(matchmaker, question));
}

import type { Rubric } from '../rubric/index.js';
import type { BankStory, MatchResult } from './types.js';

/** Answers questions from one bank: made once for its stories, asked many times. */
export class Matchmaker {
  constructor(
    readonly stories: readonly BankStory[],
    readonly rubric: Rubric,
  ) {}

  /** The stories that answer a question, best first. */
  match(question: string): MatchResult {
    return { question, wantsStory: true, asksFor: [], ranked: [] };
  }
}

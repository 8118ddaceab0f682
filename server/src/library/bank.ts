import { bankStory as keep } from '../bank/bankStory.js';
import { coverage as cover } from '../bank/coverage.js';
import { Matchmaker } from '../bank/match.js';
import type { BankStory, Coverage, MatchResult } from '../bank/types.js';
import type { Review } from '../review/types.js';
import { DEFAULT_PROFILE } from '../rubric/profiles.js';
import { compiled } from './compiled.js';
import { builtinRubric, type Rubric } from './rubrics.js';

/** What a bank keeps of a reviewed story, and nothing of its text; `id` is any name for where it lies. */
export function bankStory(id: string, of: Review, rubric: Rubric = builtinRubric()): BankStory {
  return keep(id, of, compiled(rubric));
}

/** Which stories answer a question, best first, with the reasons; or that it wants no story; or the kind to write. */
export function match(question: string, stories: readonly BankStory[], rubric: Rubric = builtinRubric()): MatchResult {
  return new Matchmaker(stories, compiled(rubric)).match(question);
}

/**
 * Stories against the themes of a profile and the signals interviewers listen for; `today` is a date as `2026-11-20`.
 * @throws RangeError for a profile that the rubric does not have
 */
export function coverage(stories: readonly BankStory[], today: string, rubric: Rubric = builtinRubric(), profile: string = DEFAULT_PROFILE): Coverage {
  const themes = rubric.profile(profile);
  if (!themes) throw new RangeError(`The rubric has no profile "${profile}".`);
  return cover(stories, compiled(rubric), themes, today);
}

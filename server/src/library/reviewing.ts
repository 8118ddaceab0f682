import { followUps as followUpsOf } from '../bank/followUps.js';
import type { FollowUp } from '../bank/types.js';
import { review as reviewStory } from '../review/review.js';
import type { Review, ReviewOptions, TellingReview } from '../review/types.js';
import type { Story } from '../story/types.js';
import { compiled } from './compiled.js';
import { builtinRubric, type Rubric } from './rubrics.js';

/**
 * Reviews a story. The same story, rubric and options give the same review. Ranges are UTF-16 offsets into the
 * story's text, times whole seconds.
 */
export function review(story: Story, rubric: Rubric = builtinRubric(), options: ReviewOptions = {}): Review {
  return reviewStory(story, compiled(rubric), options);
}

/** What an interviewer would ask after a telling, the most pressing first: at most eight. */
export function followUps(of: Review, rubric: Rubric = builtinRubric(), telling: TellingReview = of.tellings[0]): FollowUp[] {
  return followUpsOf(of, compiled(rubric), telling);
}

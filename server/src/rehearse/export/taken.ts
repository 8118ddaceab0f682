import { redact } from '../../bank/index.js';
import { review, type Review, type ReviewOptions } from '../../review/index.js';
import type { Rubric } from '../../rubric/index.js';
import { parseStory } from '../../story/index.js';
import { exportStory, type ExportedStory } from './exported.js';

/** A story to take along, and what it was judged by. */
export interface Taken {
  readonly review: Review;
  readonly rubric: Rubric;
  readonly options: ReviewOptions;
  /** What its file is called, without folders and extension. */
  readonly name: string;
}

/** The cards of stories, one story at a time; with `redacted`, without what may identify somebody. */
export function exportStories(taken: readonly Taken[], redacted: boolean): Iterable<ExportedStory> {
  return redacted ? withoutNames(taken) : asTheyStand(taken);
}

function* asTheyStand(taken: readonly Taken[]): Generator<ExportedStory> {
  for (const { review: reviewed, rubric, name } of taken) yield exportStory(reviewed, rubric, asWords(name));
}

/**
 * Each text is redacted first and read anew, so that nothing else of it can reach a card. What one story has on its list, or another
 * word for, is hidden in all of them.
 */
function* withoutNames(taken: readonly Taken[]): Generator<ExportedStory> {
  const names = taken.flatMap(({ review: { story, confidentialTerms } }) => [...confidentialTerms, ...(story.frontMatter?.aliases.keys() ?? [])]);
  const terms = [...new Set(names)];
  for (const { review: { story }, rubric, options, name } of taken) {
    const own = story.frontMatter?.aliases;
    const redacted = redact(story, terms.filter((term) => !own?.has(term)), name);
    yield exportStory(review(parseStory(redacted.text), rubric, options), rubric, asWords(redacted.name));
  }
}

/** What a story without a title is called. */
function asWords(name: string): string {
  return name.replace(/[-_]+/g, ' ').trim() || 'story';
}

import { refactorings, type Refactoring } from '../../server/src/refactor/index.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';
import { applied } from './reviewing.js';

export interface Offer {
  readonly title: string;
  /** The text with the offer taken. */
  readonly after: string;
}

/** What is offered with the cursor at `‸`. */
export function offers(marked: string, profile?: string): Offer[] {
  const at = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const rubric = builtinRubric();
  const site = { review: review(parseStory(text), rubric, profile === undefined ? {} : { override: { profile } }), rubric, range: { start: at, end: at } };
  return refactorings(site).map(({ title, edits }: Refactoring) => ({ title, after: applied(text, edits) }));
}

/** The texts that the offers whose title begins so leave behind. */
export function texts(marked: string, title: string, profile?: string): string[] {
  return offers(marked, profile).filter((offer) => offer.title.startsWith(title)).map(({ after }) => after);
}

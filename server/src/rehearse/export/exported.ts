import type { Review } from '../../review/types.js';
import type { Rubric } from '../../rubric/index.js';
import { cueCards } from '../card.js';
import { resumeBullets } from '../resume.js';
import type { CueCard, ResumeBullet } from '../types.js';

/** A story as it is taken along. */
export interface ExportedStory {
  readonly title: string;
  /** Its own telling first, then its framings. */
  readonly cards: readonly CueCard[];
  readonly bullets: readonly ResumeBullet[];
}

/**
 * A story's cards and lines for a résumé.
 * @param name what to call a story that has no title
 */
export function exportStory(review: Review, rubric: Rubric, name: string): ExportedStory {
  const cards = cueCards(review, rubric).map((card) => ({ ...card, title: card.title || name }));
  return { title: cards[0]!.title, cards, bullets: resumeBullets(review) };
}

/** `Payment timeouts`, `Payment timeouts: Empathy for the pager`. */
export function cardName({ title, framing }: CueCard): string {
  return framing === undefined ? title : `${title}: ${framing}`;
}

import { resumeBullets } from '../rehearse/index.js';
import type { ReviewedStory } from './reviewed.js';

/** At most two lines for a résumé, cut from a story; what it does not say is a `[slot]`. */
export function resumeLines({ review }: ReviewedStory): string[] {
  return resumeBullets(review).map(({ text }) => text);
}

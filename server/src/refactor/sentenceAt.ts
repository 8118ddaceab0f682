import type { Review, TellingReview } from '../review/types.js';
import type { Range, Section, Sentence } from '../story/types.js';

/** A sentence with what stands around it. */
export interface SentenceSite {
  readonly sentence: Sentence;
  readonly section: Section;
  readonly telling: TellingReview;
  /** The sentence after it in its section. */
  readonly next: Sentence | undefined;
}

/** The sentence in which a cursor or a selection lies whole; undefined outside of what is told. */
export function sentenceAt(review: Review, range: Range): SentenceSite | undefined {
  for (const telling of review.tellings) {
    for (const section of telling.telling.sections) {
      const index = section.sentences.findIndex(({ start, end }) => start <= range.start && range.end <= end);
      if (index >= 0) return { sentence: section.sentences[index]!, section, telling, next: section.sentences[index + 1] };
    }
  }
  return undefined;
}

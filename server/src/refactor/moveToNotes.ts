import { cutsToFit, inOrder, rankCuts, type Cut } from '../review/cuts.js';
import { notesEdits } from '../review/fixes/notes.js';
import { secondsFor } from '../review/timing.js';
import type { Edit, Review, TellingReview } from '../review/types.js';
import type { Rubric } from '../rubric/index.js';
import { tellingAt } from '../story/told.js';
import type { Range, Sentence } from '../story/types.js';
import type { Refactoring, RefactorSite } from './types.js';

/** Moves the selected sentences, or the one at the cursor, to the Notes. */
export function moveSelection({ review, range }: RefactorSite): Refactoring[] {
  const sentences = sentencesAt(review, range);
  if (sentences.length === 0) return [];
  const title = sentences.length === 1 ? 'Move sentence to Notes' : `Move ${sentences.length} sentences to Notes`;
  return [{ title, kind: 'rewrite', edits: editsFor(review, sentences) }];
}

/** Moves what a telling that takes too long can do without to the Notes, until it fits the profile's target. */
export function moveToFit({ review, rubric, range }: RefactorSite): Refactoring[] {
  const told = tellingReviewAt(review, range);
  const target = review.profile.limits.targetSeconds;
  if (told.timing.seconds <= target) return [];
  const cuts = cutsToFit(cutsOf(review, told, rubric), told.timing, target);
  if (cuts.length === 0) return [];
  const left = secondsWithout(told, cuts);
  const many = cuts.length === 1 ? '1 sentence' : `${cuts.length} sentences`;
  const title = left <= target ? `Move ${many} to Notes to fit ${target} s` : `Move ${many} to Notes, down to ${left} s`;
  return [{ title, kind: 'rewrite', edits: editsFor(review, inOrder(cuts)) }];
}

/** The sentences that a telling of a story can do without, first what is missed least. */
export function cutsOf(review: Review, { telling }: TellingReview, rubric: Rubric): Cut[] {
  return rankCuts(telling, review.tellings.flatMap(({ beats }) => beats), rubric);
}

/** How long a telling takes to say, in seconds, after cuts. */
export function secondsWithout({ timing }: TellingReview, cuts: readonly Cut[]): number {
  return secondsFor(cuts.reduce((left, { sentence }) => left - sentence.words, timing.words), timing.wordsPerMinute);
}

/** The edits that move sentences, of whichever telling, to the Notes; none for no sentence. */
export function editsFor(review: Review, sentences: readonly Sentence[]): Edit[] {
  const [first] = sentences;
  if (first === undefined) return [];
  return notesEdits({ story: review.story, telling: tellingAt(review.story, first.start) }, sentences);
}

/** The sentences that share words with a range, in the order in which they stand; for an empty range, the one it touches. */
export function sentencesAt({ tellings }: Review, { start, end }: Range): Sentence[] {
  const all = tellings.flatMap(({ telling }) => telling.sections.flatMap(({ sentences }) => sentences)).sort((a, b) => a.start - b.start);
  if (start < end) return all.filter((sentence) => sentence.start < end && start < sentence.end);
  return all.filter((sentence) => sentence.start <= start && start <= sentence.end).slice(0, 1);
}

function tellingReviewAt({ story, tellings }: Review, { start }: Range): TellingReview {
  const told = tellingAt(story, start);
  return tellings.find(({ telling }) => telling === told) ?? tellings[0];
}

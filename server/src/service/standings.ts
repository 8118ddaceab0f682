import { bestFirst, bestOf, doesAlone, doesUnasked } from '../review/bestEvidence.js';
import type { BeatReview, TellingReview } from '../review/types.js';
import { TOLD_ROLES, type Sentence, type StepKind } from '../story/types.js';
import type { Beat } from '../rubric/types.js';
import type { ReviewedStory } from './reviewed.js';

/**
 * How it stands with a beat: heard; heard `faint`ly, by sentences of which none would do alone; `drafted`, once
 * its slots are filled; `unclear`, because something comes near it; `missing`.
 */
export type Standing = 'heard' | 'faint' | 'drafted' | 'unclear' | 'missing';

/** A beat of one telling and how it stands with it. */
export interface BeatStanding {
  readonly beat: Beat;
  readonly review: BeatReview;
  readonly standing: Standing;
  /** The profile or the story's kind asks for it; what is heard beyond that counts for nothing, and is there only where it is heard clearly. */
  readonly asked: boolean;
  /** The sentence by which it is heard or drafted; two of them where none would do alone. */
  readonly sentences: readonly Sentence[];
}

/** The beats that are asked of a telling or heard in it: those not heard first, then in the order in which a story is told. */
export function standings(reviewed: ReviewedStory, telling: TellingReview): BeatStanding[] {
  const found = telling.beats.flatMap((review): BeatStanding[] => {
    const beat = reviewed.rubric.beat(review.id);
    const asked = review.required || review.missing;
    const standing = standingOf(review);
    if (beat === undefined || !review.concerns || !(asked || standing === 'drafted' || isHeardUnasked(review))) return [];
    return [{ beat, review, asked, standing, sentences: sentencesOf(review).slice(0, standing === 'faint' ? 2 : 1) }];
  });
  return found.sort((a, b) => urgency(a) - urgency(b) || placeOf(a) - placeOf(b));
}

/** How many of the beats that are asked of a telling are heard in it. */
export function tally(beats: readonly BeatStanding[]): { readonly heard: number; readonly asked: number } {
  const asked = beats.filter((beat) => beat.asked);
  return { heard: asked.filter(isHeard).length, asked: asked.length };
}

/** True for what an interviewer hears, be it faintly. */
export function isHeard({ standing }: Pick<BeatStanding, 'standing'>): boolean {
  return standing === 'heard' || standing === 'faint';
}

function standingOf(review: BeatReview): Standing {
  if (review.present) return doesAlone(bestFirst(review.evidence)[0]!) ? 'heard' : 'faint';
  if (review.drafted) return 'drafted';
  return review.missing || review.doubt === 'none' ? 'missing' : 'unclear';
}

function isHeardUnasked({ present, evidence }: BeatReview): boolean {
  return present && doesUnasked(bestFirst(evidence)[0]!);
}

function sentencesOf(review: BeatReview): readonly Sentence[] {
  if (review.present) return bestOf(review.evidence).map(({ sentence }) => sentence);
  return review.drafts;
}

function urgency(beat: BeatStanding): number {
  if (isHeard(beat)) return beat.asked ? 2 : 3;
  return beat.standing === 'drafted' ? 1 : 0;
}

const STEPS: readonly StepKind[] = ['diagnosis', 'root-cause', 'tradeoff', 'implementation', 'prevention'];

/** Where a beat stands in the order in which a story is told. */
function placeOf({ beat }: BeatStanding): number {
  const section = TOLD_ROLES.findIndex((role) => role === beat.section);
  return section * 10 + STEPS.findIndex((step) => step === beat.step);
}

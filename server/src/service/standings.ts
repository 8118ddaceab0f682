import { bestIn, bestOf, doesAlone, doesUnasked } from '../review/bestEvidence.js';
import type { BeatReview, Evidence, TellingReview } from '../review/types.js';
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
    if (beat === undefined || !review.concerns || (!asked && !review.present && !review.drafted)) return [];
    const best = review.present ? bestIn(review.evidence) : undefined;
    if (!asked && best !== undefined && !doesUnasked(best)) return [];
    const standing = standingOf(review, best);
    return [{ beat, review, asked, standing, sentences: sentencesOf(review, best, standing) }];
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

function standingOf(review: BeatReview, best: Evidence | undefined): Standing {
  if (best !== undefined) return doesAlone(best) ? 'heard' : 'faint';
  if (review.drafted) return 'drafted';
  return review.missing || review.doubt === 'none' ? 'missing' : 'unclear';
}

function sentencesOf({ evidence, drafts }: BeatReview, best: Evidence | undefined, standing: Standing): readonly Sentence[] {
  if (best === undefined) return drafts.slice(0, 1);
  return standing === 'faint' ? bestOf(evidence).slice(0, 2).map(({ sentence }) => sentence) : [best.sentence];
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

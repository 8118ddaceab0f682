import type { Beat, Gap } from '../../rubric/index.js';
import type { Role } from '../../story/types.js';
import type { BeatHeard } from '../beats.js';
import { anchorOf, isHeard, type Candidate, type ReviewContext } from '../context.js';
import { fillIn } from '../fixes/fill.js';
import type { BeatReview } from '../types.js';

/** A finding for each beat that was not heard, unless the whole section it belongs to is reported missing. */
export function findGaps(context: ReviewContext, reported: ReadonlySet<Role>): Candidate[] {
  return context.rubric.data.beats.flatMap((beat) =>
    isHeard(context, beat.id) || reported.has(beat.section) ? [] : beat.gaps.filter((gap) => applies(gap, context)).map((gap) => candidateOf(gap, beat, context)),
  );
}

/** A beat with what is asked of it in this story. */
export function asked(context: ReviewContext, heard: BeatHeard): BeatReview {
  const { settings, shapes, rubric } = context;
  const beat = rubric.beat(heard.id)!;
  const speaks = beat.gaps.some((gap) => applies(gap, context) && settings.severityOfGap(gap, beat, shapes, isDoubtful(gap, beat, context)) !== 'off');
  return { ...heard, required: settings.askedOf(beat, shapes) !== 'off', concerns: settings.speaksOf(beat, shapes), missing: !isHeard(context, beat.id) && speaks };
}

/** True when it is not sure that the story lacks what a gap asks for, or that it needs it. */
export function isDoubtful(gap: Gap, beat: Beat, context: ReviewContext): boolean {
  if ([beat.id, ...gap.alsoMissing].some((id) => context.beats.get(id)?.doubtful)) return true;
  const byShape = context.shapes.some(({ id }) => beat.id in (context.rubric.shape(id)?.beats ?? {}));
  return !byShape && gap.surerWith.length > 0 && !gap.surerWith.some((other) => isHeard(context, other));
}

function applies(gap: Gap, context: ReviewContext): boolean {
  if (gap.alsoMissing.some((other) => isHeard(context, other))) return false;
  return gap.heard.every((other) => isHeard(context, other));
}

function candidateOf(gap: Gap, beat: Beat, context: ReviewContext): Candidate {
  return {
    code: gap.code,
    kind: 'gap',
    role: beat.section,
    range: anchorOf(context, beat.section),
    fixes: () => fillIn(context, beat.fill, beat.section, beat.step),
  };
}

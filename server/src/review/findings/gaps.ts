import type { Beat, Gap } from '../../rubric/index.js';
import type { Role } from '../../story/types.js';
import { anchorOf, isHeard, type Candidate, type ReviewContext } from '../context.js';
import { fillIn } from '../fixes/fill.js';

/** A finding for each beat that was not heard, unless the whole section it belongs to is reported missing. */
export function findGaps(context: ReviewContext, reported: ReadonlySet<Role>): Candidate[] {
  return context.rubric.data.beats.flatMap((beat) =>
    isHeard(context, beat.id) || reported.has(beat.section) ? [] : beat.gaps.filter((gap) => applies(gap, context)).map((gap) => candidateOf(gap, beat, context)),
  );
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

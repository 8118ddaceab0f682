import type { Beat, Gap } from '../../rubric/index.js';
import type { Role } from '../../story/types.js';
import { attempt } from '../attempt.js';
import { anchorOf, isHeard, type Candidate, type ReviewContext } from '../context.js';
import { fillIn } from '../fixes/fill.js';
import type { Doubt } from '../types.js';

/** A finding for each beat that was not heard, unless the whole section it belongs to is reported missing. */
export function findGaps(context: ReviewContext, reported: ReadonlySet<Role>): Candidate[] {
  return context.rubric.data.beats.flatMap((beat) =>
    isHeard(context, beat.id) || reported.has(beat.section) ? [] : attempt(context.broken, 'check', beat.id, () => beat.gaps.filter((gap) => applies(gap, context)).map((gap) => candidateOf(gap, beat, context)), []),
  );
}

/** How much speaks against reporting a gap in this story. */
export function doubtOf(gap: Gap, beat: Beat, context: ReviewContext): Doubt {
  const doubts = [beat.id, ...gap.alsoMissing].map((id) => context.beats.get(id)!.doubt);
  if (doubts.includes('strong')) return 'strong';
  if (doubts.includes('some') || gap.doubtfulWith.some((other) => isHeardWhere(context, other, beat.section))) return 'some';
  const byShape = context.shapes.some(({ id }) => beat.id in (context.rubric.shape(id)?.beats ?? {}));
  return !byShape && gap.surerWith.length > 0 && !gap.surerWith.some((other) => isHeard(context, other)) ? 'some' : 'none';
}

/** What is said of another part of the story does not come near. */
function isHeardWhere({ beats, heard }: ReviewContext, other: string, role: Role): boolean {
  const { present, evidence } = beats.get(other)!;
  if (!present || evidence.length === 0) return false;
  const told = new Set(heard.filter(({ roles }) => roles.has(role)).map(({ sentence }) => sentence));
  return evidence.some(({ sentence }) => told.has(sentence));
}

export function applies(gap: Gap, context: ReviewContext): boolean {
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

import type { Beat, Check } from '../../rubric/index.js';
import { anchorOf, isHeard, limitOf, type Candidate, type ReviewContext } from '../context.js';
import { fillIn } from '../fixes/fill.js';

/** Too few of several beats are heard. Silent where one of them is reported by itself: one gap raises one code. */
export function composite(context: ReviewContext, check: Check): Candidate[] {
  const beats = (check.beats ?? []).flatMap((id) => context.rubric.beat(id) ?? []);
  const missing = beats.filter(({ id }) => !isHeard(context, id));
  const limit = limitOf(context, check) ?? beats.length;
  const actual = beats.length - missing.length;
  const [first] = missing;
  if (!first || actual >= limit || missing.some((beat) => speaks(context, beat))) return [];
  const role = check.section ?? first.section;
  const values = { missing: missing.map(({ title }) => title.toLowerCase()).join(', '), actual, limit };
  return [{ code: check.code, kind: 'check', role, range: anchorOf(context, role), values, fixes: () => missing.flatMap((beat) => fillIn(context, beat.fill, beat.section, beat.step)) }];
}

/** True when the beat's own gap is reported in this story. */
function speaks(context: ReviewContext, beat: Beat): boolean {
  return beat.gaps.some((gap) => context.settings.severityOfGap(gap, beat, context.shapes) !== 'off');
}

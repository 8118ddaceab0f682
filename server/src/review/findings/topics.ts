import type { Check } from '../../rubric/index.js';
import type { Role } from '../../story/types.js';
import { anchorOf, type Candidate, type ReviewContext } from '../context.js';
import { heardOf } from '../found.js';
import { fillIn } from '../fixes/fill.js';

/** The figures of the Result are about something else than the trouble of the Situation. */
export function topicsApart(context: ReviewContext, check: Check): Candidate[] {
  const before = topicsIn(context, check, 'situation');
  const after = topicsIn(context, check, 'result');
  if (before.length === 0 || after.length === 0 || before.some((topic) => after.includes(topic))) return [];
  const values = { before: before.join(', '), after: after.join(', ') };
  return [{ code: check.code, kind: 'check', role: 'result', range: anchorOf(context, 'result'), values, fixes: () => check.fills.flatMap((fill) => fillIn(context, fill)) }];
}

function topicsIn(context: ReviewContext, check: Check, role: Role): string[] {
  const groups = context.rubric.topicsOf(check.code);
  return (check.topics ?? []).filter((_, index) => heardOf(context, groups[index]!).some(({ section }) => section.role === role));
}

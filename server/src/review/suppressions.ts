import type { Rubric } from '../rubric/index.js';
import { spaceAtEnd } from '../story/ending.js';
import { lineBefore } from '../story/lineHead.js';
import { lineStartOf } from '../story/lines.js';
import { nearest } from '../story/nearest.js';
import type { Range, Suppression } from '../story/types.js';
import { fixOf, MOST_UNKNOWN, type Candidate, type ReviewContext } from './context.js';
import type { Weighed } from './settle.js';
import type { Edit } from './types.js';

/** Splits findings into those a suppression silences and the rest, and notes which suppressions were of use. */
export function applySuppressions(weighed: readonly Weighed[], suppressions: readonly Suppression[]): { kept: Weighed[]; used: Set<Suppression> } {
  const used = new Set<Suppression>();
  const kept = weighed.filter(({ candidate }) => {
    const by = suppressions.filter((suppression) => silences(suppression, candidate));
    by.forEach((suppression) => used.add(suppression));
    return by.length === 0;
  });
  return { kept, used };
}

function silences(suppression: Suppression, { code, kind, range }: Candidate): boolean {
  if (suppression.form === 'enable' || kind === 'file') return false;
  const { start, end } = suppression.covers;
  if (range.start < start || range.start >= Math.max(end, start + 1)) return false;
  return suppression.codes.length === 0 || suppression.codes.some((named) => named.code === code);
}

/** Suppressions that name an unknown code, and those that silence nothing. */
export function judgeSuppressions(context: ReviewContext, used: ReadonlySet<Suppression>): Candidate[] {
  return context.story.suppressions.flatMap((suppression) => {
    const unknown = unknownCodes(context.rubric, suppression);
    if (unknown.length > 0 || used.has(suppression) || suppression.form === 'enable') return unknown;
    const range = { start: suppression.start, end: suppression.end };
    const remove = fixOf('Remove this suppression', [removal(context.story.text, range)], { preferred: true, safe: isSafeToRemove(context.story.text, suppression) });
    return [{ code: 'unused-suppression', kind: 'file' as const, role: 'body' as const, range, fixes: () => [remove] }];
  });
}

function unknownCodes(rubric: Rubric, suppression: Suppression): Candidate[] {
  const known = rubric.codes();
  return suppression.codes
    .filter(({ code }) => !known.includes(code))
    .slice(0, MOST_UNKNOWN)
    .map(({ code, range }) => {
      const suggestion = nearest(code, known);
      return {
        code: 'unknown-suppression',
        kind: 'file',
        role: 'body',
        range,
        values: { name: code, suggestion: suggestion ? ` Did you mean "${suggestion}"?` : '' },
        fixes: () => (suggestion ? [fixOf(`Change to "${suggestion}"`, [{ ...range, newText: suggestion }], { preferred: true })] : []),
      };
    });
}

/** False where a person wrote a reason, which is theirs to delete, and before an indented line, which may become something else. */
function isSafeToRemove(text: string, { reason, end }: Suppression): boolean {
  return reason === undefined && !/^[ \t]*(?:\r\n|\n|\r)[ \t]+\S/.test(text.slice(end));
}

/** The comment, and its line when nothing else stands there; what it kept apart stays apart. */
function removal(text: string, range: Range): Edit {
  const lineStart = lineStartOf(text, range.start);
  const before = text.slice(lineStart, range.start);
  const rest = /^[ \t]*(\r\n|\n|\r|$)/.exec(text.slice(range.end));
  if (before.trim() !== '' || !rest) {
    const spaces = spaceAtEnd(before).length;
    const joins = spaces === 0 && /^\S/.test(text.slice(range.end)) && /\S$/.test(before);
    return { start: range.start - spaces, end: range.end, newText: joins ? ' ' : '' };
  }
  const end = range.end + rest[0].length;
  const blankBefore = /^[ \t>]*$/.test(lineBefore(text, lineStart) ?? '');
  const blankAfter = /^[ \t>]*(?:\r\n|\n|\r|$)/.test(text.slice(end));
  return { start: lineStart, end: blankBefore || blankAfter ? end : range.end, newText: '' };
}

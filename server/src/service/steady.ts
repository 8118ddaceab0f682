import type { Edit, Finding } from '../review/types.js';
import type { Range } from '../story/types.js';
import { touches, type NumberedFinding } from './reviewed.js';

/** A finding that a person sees, and for how many reviews it has not held any more. */
export interface ShownFinding extends NumberedFinding {
  readonly missed: number;
}

/** Findings that are shown for the first time. */
export function shown(findings: readonly NumberedFinding[]): ShownFinding[] {
  return findings.map((finding) => ({ ...finding, missed: 0 }));
}

/** What was shown, in its place after an edit of the text. */
export function moved(findings: readonly ShownFinding[], edit: Edit): ShownFinding[] {
  return findings.map(({ finding, nth, missed }) => ({ nth, missed, finding: standingAt(finding, movedRange(finding.range, edit)) }));
}

/** The same finding elsewhere; its fixes are still worked out only when they are asked for. */
function standingAt(finding: Finding, range: Range): Finding {
  const { rule, severity, message, role } = finding;
  return {
    rule,
    severity,
    message,
    range,
    role,
    get fixes() {
      return finding.fixes;
    },
  };
}

/** A range after an edit; what is inserted at its edges is not in it. */
export function movedRange(range: Range, edit: Edit): Range {
  const by = edit.newText.length - (edit.end - edit.start);
  const end = range.end <= edit.start ? range.end : range.end >= edit.end ? range.end + by : edit.start;
  const start = range.start < edit.start ? range.start : range.start >= edit.end ? range.start + by : edit.start + edit.newText.length;
  return { start, end: Math.max(start, end) };
}

/** For how many reviews a finding stays that does not hold any more: half a sentence can hide it for a moment. */
const PATIENCE = 8;

/**
 * What to show while a sentence is being written: of what was shown that which still holds, and nothing new. What stands in
 * the sentence itself goes as soon as it does not hold; what stands elsewhere stays for a few reviews more.
 */
export function steady(before: readonly ShownFinding[], now: readonly NumberedFinding[], written: Range): ShownFinding[] {
  const left = new Set(now);
  return before.flatMap((old) => {
    const same = sameIn(left, old);
    if (same) {
      left.delete(same);
      return [{ ...same, missed: 0 }];
    }
    if (touches(old.finding.range, written) || old.missed >= PATIENCE) return [];
    return [{ ...old, missed: old.missed + 1 }];
  });
}

/** What to show when a sentence is left for the next: its own review, less what the first letters of the next have undone. */
export function settled(before: readonly ShownFinding[], left: readonly ShownFinding[], now: readonly NumberedFinding[]): ShownFinding[] {
  return left.filter((finding) => sameIn(now, finding) || sameIn(before, finding));
}

function sameIn<Of extends NumberedFinding>(findings: Iterable<Of>, { finding }: NumberedFinding): Of | undefined {
  for (const other of findings) if (other.finding.rule === finding.rule && touches(other.finding.range, finding.range)) return other;
  return undefined;
}

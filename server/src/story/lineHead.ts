import { lineEndOf, lineStartOf } from './lines.js';
import type { Range } from './types.js';

/** Where a line begins to say something: after its quote marks, its indentation and its list markers. */
export interface LineHead {
  readonly lineStart: number;
  /** The quote marks with the space after them; empty outside of quotes. */
  readonly quote: string;
  /** The column, counted after the quote marks, at which the text of its list item begins; 0 outside of lists. */
  readonly indent: number;
  /** What stands between the head and the offset that was asked about. */
  readonly between: string;
}

/** The head of the line around an offset. */
export function headAt(text: string, offset: number): LineHead {
  // A byte order mark is no part of the first line.
  const lineStart = Math.max(lineStartOf(text, offset), text.startsWith('\ufeff') ? 1 : 0);
  const before = text.slice(lineStart, offset);
  const quote = /^(?:[ \t]*>)*[ \t]?/.exec(before)![0];
  const marks = quote.includes('>') ? quote : '';
  const list = /^[ \t]*(?:(?:[-*+–•]|\d{1,9}[.)])[ \t]*)*/.exec(before.slice(marks.length))![0];
  return { lineStart, quote: marks, indent: /\S/.test(list) ? list.length : 0, between: before.slice(marks.length + list.length) };
}

/** True for a line of nothing but space and quote marks, and where there is no line. */
export function isBlankLine(line: string | undefined): boolean {
  return line === undefined || /^[\s>\ufeff]*$/.test(line);
}

/** The line before the one that starts here; undefined at the start of the text. */
export function lineBefore(text: string, lineStart: number): string | undefined {
  if (lineStart === 0) return undefined;
  const end = lineStart - (text.startsWith('\r\n', lineStart - 2) ? 2 : 1);
  return text.slice(lineStartOf(text, end), end);
}

/** The line after the one around an offset. */
export function lineAfter(text: string, offset: number): Range | undefined {
  const end = lineEndOf(text, offset);
  if (end >= text.length) return undefined;
  const start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  return { start, end: lineEndOf(text, start) };
}

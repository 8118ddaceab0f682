import { withoutEnding } from './ending.js';
import type { Range } from './types.js';

const OPENING = /[*_~`[]/;
const CLOSING = /^(?:[*_~`]+|\]\([^()\r\n]*\))+/;

/**
 * A range of prose with the Markdown marks that open just before it and close just after it: bold, code, a link. Marks
 * that span more than the range stay outside, so that what is taken out of the text leaves no half of a pair.
 */
export function withMarkup(text: string, lineStart: number, { start, end }: Range): Range {
  const before = start - lineStart - withoutEnding(text.slice(lineStart, start), OPENING).length;
  const after = CLOSING.exec(text.slice(end, end + 500))?.[0].length ?? 0;
  const wider = [
    { start: start - before, end: end + after },
    { start: start - before, end },
    { start, end: end + after },
  ];
  return wider.find((range) => isBalanced(text.slice(range.start, range.end))) ?? { start, end };
}

/** True when every run of marks that could open something is matched by one of its kind. */
function isBalanced(text: string): boolean {
  const marks = text.replace(/(`+)[^`]+\1/g, '').replace(/\\[^]/g, '').replace(/(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])/gu, '');
  const runs = (run: RegExp): number => marks.match(run)?.length ?? 0;
  return [/\*+/g, /_+/g, /~+/g, /`+/g].every((run) => runs(run) % 2 === 0) && runs(/\[/g) === runs(/\]/g);
}

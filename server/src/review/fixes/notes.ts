import { spaceAtEnd } from '../../story/ending.js';
import { lineEndOf, lineStartOf } from '../../story/lines.js';
import { withMarkup } from '../../story/markup.js';
import type { Range, Sentence } from '../../story/types.js';
import { fixOf, type Place } from '../context.js';
import type { Edit, Fix } from '../types.js';

const MARKER = '(?:[-*+]|\\d{1,9}[.)])';
/** What stands before the text of a line that is all one sentence: quote marks, and the marker of a list item. */
const LINE_HEAD = new RegExp(`^[ \\t>]*${MARKER}?[ \\t]*$`);
const ITEM_HEAD = new RegExp(`^[ \\t>]*${MARKER}[ \\t]*$`);
/** What stands between two sentences with no words between them. */
const BETWEEN = new RegExp(`^[ \\t]*(?:[\\r\\n][\\s>]*${MARKER}?[ \\t]*)?$`);
/** A line that begins something of its own, and does not go on with the list item above it. */
const FRESH = new RegExp(`^[ \\t>]*(?:$|${MARKER}(?:[ \\t]|$)|#|<!--|\`\`\`|~~~)`);
const BLANK = /^[ \t>]*$/;

/** The fix that moves sentences to the Notes, where they are kept but not told. */
export function moveToNotes(place: Place, sentences: readonly Sentence[], title: string): Fix[] {
  return sentences.length === 0 ? [] : [fixOf(title, notesEdits(place, sentences), { preferred: true })];
}

/** Moves at least one sentence of a telling, in the order in which they stand, to the Notes. Nothing is lost. */
export function notesEdits(place: Place, sentences: readonly Sentence[]): Edit[] {
  const { text } = place.story;
  const moved = sentences.map((sentence) => withMarkup(text, lineStartOf(text, sentence.start), sentence));
  const lines = moved.map(({ start, end }) => text.slice(start, end).replace(/(?<!\s)\s*[\r\n]+[ \t>]*/g, ' '));
  const storyEnd = text.trimEnd().length;
  let removed = 0;
  const removals = asOne(text, moved).map((range) => {
    const { start, end } = removalOf(place, range, storyEnd);
    const from = Math.max(start, removed);
    // The Notes begin where the words end; the space behind them stays behind the Notes.
    removed = Math.min(end, storyEnd);
    return { start: from, end: removed, newText: '' };
  });
  return [...removals, noteEdit(place, lines, storyEnd)];
}

/** The ranges, with those joined that follow each other on a line, and then those that follow each other as whole lines. */
function asOne(text: string, ranges: readonly Range[]): Range[] {
  const onLine = joined(ranges, (a, b) => /^[ \t]*$/.test(text.slice(a.end, b.start)));
  return joined(onLine, (a, b) => startsLine(text, a) && endsLine(text, b) && BETWEEN.test(text.slice(a.end, b.start)));
}

function joined(ranges: readonly Range[], belong: (a: Range, b: Range) => boolean): Range[] {
  const groups: Range[] = [];
  for (const range of ranges) {
    const last = groups.at(-1);
    if (last && belong(last, range)) groups[groups.length - 1] = { start: last.start, end: range.end };
    else groups.push(range);
  }
  return groups;
}

function startsLine(text: string, { start }: Range): boolean {
  return LINE_HEAD.test(text.slice(lineStartOf(text, start), start));
}

function endsLine(text: string, { end }: Range): boolean {
  return text.slice(end, lineEndOf(text, end)).trim() === '';
}

/** The range with the space that joined it; its whole lines when nothing else stands there. */
function removalOf({ story, telling }: Place, range: Range, storyEnd: number): Range {
  const { start, end } = range;
  const { text } = story;
  if (endsLine(text, range) && startsLine(text, range)) return linesOf(text, range, storyEnd);
  if (telling.sections.some(({ label }) => label?.style === 'plain' && isAfterLabel(text, label.end, start))) return { start, end: wordsFrom(text, end) };
  const before = text.slice(lineStartOf(text, start), start);
  const trailing = /^[ \t]*/.exec(text.slice(end, lineEndOf(text, end)))![0].length;
  if (!endsLine(text, range) && trailing > 0) return { start, end: end + trailing };
  return { start: start - spaceAtEnd(before).length, end };
}

/**
 * The lines of a range with their last line ending, and with the blank line after them where one stands before them, too.
 * The text of a list item that goes on below keeps its marker; a story's last lines give up the space before them.
 */
function linesOf(text: string, range: Range, storyEnd: number): Range {
  const start = lineStartOf(text, range.start);
  const end = lineEndOf(text, range.end);
  const next = nextLineStart(text, end);
  const following = text.slice(next, lineEndOf(text, next));
  if (ITEM_HEAD.test(text.slice(start, range.start)) && !FRESH.test(following)) {
    return { start: range.start, end: next + /^[ \t>]*/.exec(following)![0].length };
  }
  if (end >= storyEnd) return { start: endOfWords(text, start), end };
  const previous = previousLineEnd(text, start);
  const betweenBlanks = BLANK.test(following) && BLANK.test(text.slice(lineStartOf(text, previous), previous));
  return { start, end: betweenBlanks ? nextLineStart(text, next + following.length) : next };
}

function nextLineStart(text: string, lineEnd: number): number {
  return lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : lineEnd < text.length ? 1 : 0);
}

function previousLineEnd(text: string, lineStart: number): number {
  return Math.max(0, lineStart - (text.startsWith('\r\n', lineStart - 2) ? 2 : 1));
}

/** True when no words stand between a label's end and an offset: a plain label must be followed by words on its line. */
function isAfterLabel(text: string, labelEnd: number, offset: number): boolean {
  return labelEnd <= offset && offset - labelEnd < 20 && !/[\p{L}\p{N}\r\n]/u.test(text.slice(labelEnd, offset));
}

/** Past the space after an offset, unless a line that begins something of its own comes next. */
function wordsFrom(text: string, offset: number): number {
  const next = nextLineStart(text, lineEndOf(text, offset));
  const following = text.slice(next, lineEndOf(text, next));
  const onLine = /^[ \t]*/.exec(text.slice(offset, lineEndOf(text, offset)))![0].length;
  if (offset + onLine < lineEndOf(text, offset) || FRESH.test(following)) return offset + onLine;
  return next + /^[ \t>]*/.exec(following)![0].length;
}

function endOfWords(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /[^\S\ufeff]/.test(text[at - 1]!)) at--;
  return at;
}

function noteEdit({ story, telling }: Place, lines: readonly string[], storyEnd: number): Edit {
  const { eol } = story;
  const list = lines.map((line) => `- ${line}`).join(eol);
  const notes = story.asides.find((aside) => aside.kind === 'notes');
  if (notes) return { start: notes.end, end: notes.end, newText: `${eol}${notes.end > notes.label.end ? '' : eol}${list}` };
  const label = telling.label ?? telling.sections.find((section) => section.label)?.label;
  const heading = label && label.style !== 'heading' ? (label.style === 'bold' ? '**Notes:**' : 'Notes:') : `${'#'.repeat(label?.depth ?? 2)} Notes`;
  return { start: storyEnd, end: storyEnd, newText: `${eol}${eol}${heading}${eol}${eol}${list}` };
}

import { withoutEnding } from './ending.js';
import { meaningOf, type Meaning } from './labels.js';
import type { Block } from './block.js';
import { proseWithEntities } from './entities.js';
import { countUntil } from './ranges.js';
import type { Label, Range } from './types.js';

/** A label found in a block. */
export interface Announcement {
  readonly meaning: Meaning;
  readonly label: Label;
}

/** The same announcement so many units further on. */
export function movedAnnouncement({ meaning, label }: Announcement, by: number): Announcement {
  return { meaning, label: { ...label, start: label.start + by, end: label.end + by, bodyStart: label.bodyStart + by } };
}

const SEPARATOR = /^[ \t]*(?:\([^)\r\n]{1,40}\)[ \t]*)?(?:[:：.|—–]|-(?=\s|$)|$)[ \t|]*/;
const PLAIN_LABEL = /^[ \t|"“]*(?:[-–•][ \t]*)?((?:[\p{Lu}\p{Lo}][\p{L}\p{M}'’]*)(?:(?:[ \t]*[&/,+-][ \t]*|\t* [ \t]*)[\p{L}\p{M}'’]+){0,4}?)[ \t]*(?:(\([^)\r\n]{1,40}\))[ \t]*)?([:：|]|[—–]|-(?=\s)|(?<=^[STARL])-(?=\p{L})|$)[ \t|]*/u;
const INNER_LABEL = /(?=[SATROL])(?<=[.!?]["”)]?[ \t]+)(Situation|Task|Actions?|Results?|Outcome|Learnings?|Lessons? [Ll]earned):[ \t]+/g;

/** The labels of a block in order: a heading has at most one, a paragraph one at the start of any line. */
export function announcementsIn(block: Block): Announcement[] {
  if (block.kind === 'heading') {
    const found = inHeading(block);
    return found ? [found] : [];
  }
  const found: Announcement[] = [];
  for (const line of linesOf(block)) {
    const first = inStrong(block, line) ?? plain(block, line);
    if (first) found.push(first);
    found.push(...inside(block, line));
  }
  return found;
}

function inHeading(block: Block): Announcement | undefined {
  const text = shownIn(block, block).replace(/^[ \t]*#+/, '').trim();
  const colon = /^([^:]{1,40}):\s+\S/.exec(text);
  const meaning = meaningOf(text, 'marked') ?? (colon ? meaningOf(colon[1]!, 'marked') : undefined);
  if (!meaning) return undefined;
  return { meaning, label: { start: block.start, end: block.end, style: 'heading', depth: block.depth, text, bodyStart: block.end } };
}

function inStrong(block: Block, line: Range): Announcement | undefined {
  const strong = strongIn(block, line);
  if (!strong || /[\p{L}\p{N}]/u.test(sliceOf(block, { start: line.start, end: strong.start }))) return undefined;
  const text = sliceOf(block, strong).trim();
  const after = sliceOf(block, { start: strong.end, end: line.end });
  const colon = /^([^:：]{1,40})[:：]\s*(?=\S)/.exec(text);
  if (colon) {
    const meaning = meaningOf(colon[1]!, 'marked');
    if (meaning) return bold(meaning, strong, text, strong.start + sliceOf(block, strong).search(/[:：]/) + 1);
  }
  const shown = shownIn(block, strong).trim();
  const meaning = meaningOf(shown, 'marked');
  if (!meaning) return undefined;
  const separated = /[:：.—–-]$/.test(text) || SEPARATOR.test(after);
  if (!separated && !(meaning.kind === 'section' && /^[A-Z]/.test(after.trim()))) return undefined;
  const skipped = /[:：.—–]\s*$/.test(text) ? /^[ \t]*(?:\([^)\r\n]{1,40}\)[ \t]*:?)?/.exec(after)![0] : (SEPARATOR.exec(after)?.[0] ?? '');
  return bold(meaning, strong, withoutEnding(shown, /[\s:：.—–-]/), strong.end + skipped.length);
}

/** The first bold span within a line. */
function strongIn({ strong }: Block, line: Range): Range | undefined {
  for (let at = countUntil(strong, ({ start }) => start < line.start); at < strong.length && strong[at]!.start < line.end; at++) {
    if (strong[at]!.end <= line.end) return strong[at];
  }
  return undefined;
}

function bold(meaning: Meaning, strong: Range, text: string, bodyStart: number): Announcement {
  return { meaning, label: { start: strong.start, end: strong.end, style: 'bold', depth: 7, text, bodyStart } };
}

function plain(block: Block, line: Range): Announcement | undefined {
  const source = sliceOf(block, line);
  const match = PLAIN_LABEL.exec(source);
  if (!match) return undefined;
  const text = match[1]!;
  const meaning = meaningOf(text, 'plain');
  if (!meaning) return undefined;
  const alone = match[3] === '';
  if (alone && (match[0].trim().length !== source.trim().length || (meaning.kind === 'section' && meaning.initial))) return undefined;
  const start = line.start + match[0].indexOf(text);
  return { meaning, label: { start, end: start + text.length, style: 'plain', depth: 7, text, bodyStart: line.start + match[0].length } };
}

function inside(block: Block, line: Range): Announcement[] {
  const source = sliceOf(block, line);
  const found: Announcement[] = [];
  for (const match of source.matchAll(INNER_LABEL)) {
    const text = match[1]!;
    const start = line.start + match.index;
    const meaning = meaningOf(text, 'plain');
    if (meaning) found.push({ meaning, label: { start, end: start + text.length, style: 'plain', depth: 7, text, bodyStart: start + match[0].length } });
  }
  return found;
}

/** What a page shows of a range, entities on one line with the rest; other marks are spaces. */
function shownIn(block: Block, range: Range): string {
  return block.entities ? proseWithEntities(block, range).replace(/\s+/g, ' ') : sliceOf(block, range);
}

function sliceOf(block: Block, range: Range): string {
  return block.prose.slice(range.start - block.start, range.end - block.start);
}

/** The block's lines as ranges of the document. */
function linesOf(block: Block): Range[] {
  const lines: Range[] = [];
  for (const match of block.prose.matchAll(/[^\r\n]+/g)) {
    const start = block.start + match.index;
    lines.push({ start, end: start + match[0].length });
  }
  return lines;
}

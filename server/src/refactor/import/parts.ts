import { lineEndOf, lineStartOf } from '../../story/lines.js';
import type { Block } from '../../story/block.js';
import { readMarkdown } from '../../story/markdown.js';
import { homeOf, type Home } from './homes.js';
import { outOfItem } from './indent.js';

/** A stretch of a postmortem under one heading. All parts together are the whole text. */
export interface Part {
  /** The heading as written, without its marks. */
  readonly heading: string;
  /** 1–6 for a heading, 7 for a label. */
  readonly depth: number;
  readonly home: Home;
  readonly body: string;
}

export interface Parts {
  readonly title: string | undefined;
  /** What stands before the first part. */
  readonly preamble: string;
  readonly parts: readonly Part[];
}

/** A heading or label, and where what stands under it begins. */
export interface Mark {
  readonly start: number;
  readonly bodyStart: number;
  readonly heading: string;
  readonly depth: number;
  /** Undefined for a heading that postmortems do not share. */
  readonly home: Home | undefined;
  /** The width of the list marker before it. */
  readonly indent: number;
}

/** Divides a postmortem (without front matter) at its marks. */
export function partsOf(text: string, marks: readonly Mark[]): Parts {
  const title = titleAmong(marks);
  const chosen: Mark[] = [];
  for (const mark of title ? marks.slice(1) : marks) {
    const open = chosen.at(-1);
    const inside = open !== undefined && mark.depth > open.depth;
    if (!inside || (mark.home !== undefined && !keepsAll(open.home))) chosen.push(mark);
  }
  const parts = chosen.map(({ heading, depth, home = 'notes', indent, bodyStart }, index): Part => {
    const body = text.slice(bodyStart, chosen[index + 1]?.start ?? text.length);
    return { heading, depth, home, body: outOfItem(body, indent) };
  });
  const before = text.slice(0, chosen[0]?.start ?? text.length);
  return { title: title?.heading, preamble: title ? before.slice(0, title.start) + before.slice(title.bodyStart) : before, parts };
}

/** The first heading, where it is none of a postmortem's own and stands above the others. */
function titleAmong([first, ...others]: readonly Mark[]): Mark | undefined {
  if (first === undefined || first.home !== undefined) return undefined;
  return others.length > 0 && others.every(({ depth }) => depth > first.depth || first.depth === 1) ? first : undefined;
}

/** A timeline, action items and lessons keep their sub-headings, whatever those are called. */
function keepsAll(home: Home | undefined): boolean {
  return home === 'notes' || (home !== undefined && ('role' in home ? home.role === 'learning' : home.step === 'prevention'));
}

/** Every heading, and every label that postmortems share, in order. */
export function marksOf(text: string): Mark[] {
  const { blocks } = readMarkdown(text);
  const headings = blocks.filter(({ kind, start }) => kind === 'heading' && isAlone(text, start)).map((block) => headingMark(text, block));
  const inLists = !headings.some(({ home }) => home !== undefined);
  const labels = blocks.filter(({ kind }) => kind === 'paragraph').flatMap((block) => labelsIn(text, block, inLists));
  return [...headings, ...labels].sort((a, b) => a.start - b.start);
}

function headingMark(text: string, block: Block): Mark {
  const heading = headingText(text.slice(block.start, block.end));
  return { start: lineStartOf(text, block.start), bodyStart: block.end, heading, depth: block.depth, home: homeOf(heading), indent: 0 };
}

/** What a heading says, in one line and without its marks. */
export function headingText(source: string): string {
  if (source.startsWith('#')) return source.replace(/\s+/g, ' ').replace(/^#+ ?| #+ ?$/g, '').trim();
  return source.slice(0, Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r'))).replace(/\s+/g, ' ').trim();
}

const NAME = "([\\p{L}\\d][\\p{L}\\d '’&/-]{1,40}?)[ \\t]*";
const BOLD_LABEL = new RegExp(`^[ \\t]*(\\*\\*|__)${NAME}(?:\\1[ \\t]*:|:[ \\t]*\\1|\\1[ \\t]*[–—-](?=\\s)|\\1[ \\t]*$)[ \\t]*`, 'u');
const PLAIN_LABEL = new RegExp(`^[ \\t]*()${NAME}(?::|[–—-](?=\\s)|$)[ \\t]*`, 'u');

/** `**Impact:** …`, `**Impact**` on a line of its own, `Impact: …`; in a list only where nothing else divides the text. */
function labelsIn(text: string, block: Block, inLists: boolean): Mark[] {
  const marks: Mark[] = [];
  for (let at = block.start; at < block.end; at = lineEndOf(text, at) + 1) {
    const line = text.slice(at, Math.min(lineEndOf(text, at), block.end));
    const label = BOLD_LABEL.exec(line) ?? PLAIN_LABEL.exec(line);
    const home = label ? homeOf(label[2]!) : undefined;
    if (!label || home === undefined) continue;
    const start = lineStartOf(text, at);
    const lead = text.slice(start, at);
    const item = inLists && /^[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+$/.test(lead);
    if (lead.trim() === '' || item) marks.push({ start, bodyStart: at + label[0].length, heading: [/\d+[.)]/.exec(lead)?.[0], label[2]].filter(Boolean).join(' '), depth: 7, home, indent: item ? lead.length : 0 });
  }
  return marks;
}

/** Nothing but space before it on its line: not in a quote or a list. */
function isAlone(text: string, offset: number): boolean {
  return text.slice(lineStartOf(text, offset), offset).trim() === '';
}

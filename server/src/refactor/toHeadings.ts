import { ROLE_NAMES, isInFence } from '../review/fixes/label.js';
import type { Edit } from '../review/types.js';
import { withoutEnding } from '../story/ending.js';
import { lineEndOf, lineStartOf } from '../story/lines.js';
import { asidesOf, labelsIn, type ToldLabel } from '../story/told.js';
import type { Label, Story, Telling } from '../story/types.js';
import { headAt, isBlankLine, lineAfter, lineBefore } from '../story/lineHead.js';

/** A label that is to become a heading. */
interface Planned {
  readonly label: Label;
  readonly depth: number;
  readonly name: string;
}

/**
 * The edits that make headings of a telling's labels; undefined where one of them cannot become a heading.
 * @param asides also the labels of what is kept beside the telling
 */
export function headingEdits(story: Story, telling: Telling, asides: boolean): Edit[] | undefined {
  const planned = plannedIn(story, telling, asides);
  const edits = planned.map((next) => headingEdit(story, next));
  if (planned.some(({ label, depth }) => depth > 6 || isInFence(story, label)) || edits.includes(undefined)) return undefined;
  return edits.flatMap((edit, index) => [edit!, ...outdents(story, planned[index]!.label, planned[index + 1]?.label)]);
}

/** The edits that make headings of those labels of a story that can become one; the others stay as they are. */
export function possibleHeadingEdits(story: Story): Edit[] {
  const planned = story.tellings.flatMap((telling) => plannedIn(story, telling, true)).filter(({ label, depth }) => depth <= 6 && !isInFence(story, label));
  return planned.flatMap((next, index) => {
    const edit = headingEdit(story, { ...next, name: numberBefore(story, next.label) + next.name });
    return edit ? [edit, ...outdents(story, next.label, planned[index + 1]?.label)] : [];
  });
}

/** The number of a list item that begins with a label. */
function numberBefore({ text }: Story, { start }: Label): string {
  const number = /^[ \t>]*(\d{1,9}[.)])[ \t]+$/.exec(text.slice(lineStartOf(text, start), start));
  return number ? `${number[1]!} ` : '';
}

/** A telling's labels that are no headings yet, in text order. */
function plannedIn(story: Story, telling: Telling, asides: boolean): Planned[] {
  const base = baseDepth(telling);
  const told = labelsIn(telling).filter(({ label }) => label.style !== 'heading').map((label) => plan(story, label, base));
  const beside = asides ? asidesOf(story, telling).map(({ label }) => label).filter(({ style }) => style !== 'heading') : [];
  return [...told, ...beside.map((label) => ({ label, depth: base, name: nameOf(story, label) }))].sort((a, b) => a.label.start - b.label.start);
}

/** As deep as the telling's own section headings, else one below the framing's, else 2. */
function baseDepth({ label, sections }: Telling): number {
  const depths = sections.flatMap((section) => (section.label?.style === 'heading' ? [section.label.depth] : []));
  if (depths.length > 0) return Math.min(...depths);
  return label?.style === 'heading' ? label.depth + 1 : 2;
}

function plan(story: Story, { label, section, step }: ToldLabel, base: number): Planned {
  const own = section.label?.style === 'heading' ? section.label.depth : base;
  const name = nameOf(story, label);
  return { label, depth: step ? own + 1 : own, name: name.length === 1 ? ROLE_NAMES[section.role] : name };
}

/** The label as written, a time in brackets included, without the marks around and after it. */
function nameOf(story: Story, label: Label): string {
  const source = story.text.slice(label.start, label.bodyStart).replace(/\*\*|__/g, '');
  return withoutEnding(source, /[\s:.|—–-]/).trimStart().replace(/^[*_]|[*_]$/g, '');
}

function headingEdit(story: Story, { label, depth, name }: Planned): Edit | undefined {
  const { text, eol } = story;
  const { lineStart, quote, between } = headAt(text, label.start);
  const empty = quote.trimEnd() + eol;
  const heading = `${quote}${'#'.repeat(depth)} ${name}${eol}`;
  const inside = between.trim() !== '';
  const space = between.length - between.trimEnd().length;
  if (inside && (space === 0 || !/[.!?]["”)]?$/.test(between.trimEnd()))) return undefined;
  const start = inside ? label.start - space : lineStart;
  const lead = inside ? eol + empty : isBlankLine(lineBefore(text, lineStart)) ? '' : empty;
  // A label can open the bold of the sentence after it.
  const bold = label.bodyStart < label.end ? /^[*_]+/.exec(text.slice(label.start))![0] : '';
  const end = label.bodyStart + /^[ \t]*/.exec(text.slice(label.bodyStart, lineEndOf(text, label.bodyStart)))![0].length;
  if (end < lineEndOf(text, end)) return { start, end, newText: `${lead}${heading}${empty}${quote}${bold}` };
  const next = lineAfter(text, end);
  const gap = next && !isBlankLine(text.slice(next.start, next.end)) ? eol + quote.trimEnd() : '';
  return { start, end, newText: `${lead}${heading.slice(0, -eol.length)}${gap}` };
}

/** What goes on with a list item whose label is no longer in a list moves to the left. */
function outdents(story: Story, label: Label, next: Label | undefined): Edit[] {
  const { text } = story;
  const { indent } = headAt(text, label.start);
  const edits: Edit[] = [];
  for (let line = indent > 0 ? lineAfter(text, label.bodyStart) : undefined; line; line = lineAfter(text, line.start)) {
    if (next && line.end > next.start) break;
    const source = text.slice(line.start, line.end);
    if (isBlankLine(source)) continue;
    const { quote } = headAt(text, line.end);
    const space = /^[ \t]*/.exec(source.slice(quote.length))![0].slice(0, indent).length;
    if (space === 0) break;
    edits.push({ start: line.start + quote.length, end: line.start + quote.length + space, newText: '' });
  }
  return edits;
}

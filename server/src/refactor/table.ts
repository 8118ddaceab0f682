import { ROLE_NAMES } from '../review/fixes/label.js';
import type { Edit } from '../review/types.js';
import { withoutEnding } from '../story/ending.js';
import { meaningOf } from '../story/labels.js';
import { isBlankLine, lineAfter, lineBefore } from '../story/lineHead.js';
import { tablesIn, type Table } from '../story/tables.js';
import { tellingAt } from '../story/told.js';
import type { Range, Story } from '../story/types.js';
import type { Refactor } from './types.js';

/** "Turn this table into sections": each row under a heading of its own. */
export const turnTableIntoSections: Refactor = ({ review: { story }, range }) => {
  const table = tablesIn(story.text).find(({ start, end }) => start <= range.end && end >= range.start);
  const edit = table && tableEdit(story.text, story.eol, table, depthAt(story, table.start));
  return edit ? [{ title: 'Turn this table into sections', kind: 'rewrite', edits: [edit] }] : [];
};

function depthAt(story: Story, offset: number): number {
  const { label } = tellingAt(story, offset);
  return label?.style === 'heading' ? label.depth + 1 : 2;
}

/** A table of labels as sections under headings of a depth; undefined for a table of something else. */
export function tableEdit(text: string, eol: string, table: Table, depth: number): Edit | undefined {
  const rows = upright(table);
  if (new Set(rows.map(([first]) => roleOf(first!)).filter(Boolean)).size < 2) return undefined;
  const blocks = rows.flatMap((row, index) => blocksOf(row, depth, table.headed && index === 0));
  const start = text.startsWith('\ufeff', table.start) ? table.start + 1 : table.start;
  return { start, end: table.end, newText: asBlocks(text, table, blocks).map((line) => (table.quote + line).trimEnd()).join(eol) };
}

/** The lines that put Markdown blocks in the place of a table: blank ones between them, and around them where none is there. */
export function asBlocks(text: string, { start, end }: Range, blocks: readonly string[]): string[] {
  const lines = blocks.flatMap((block, index) => (index > 0 ? ['', block] : [block]));
  const next = lineAfter(text, end);
  const before = isBlankLine(lineBefore(text, start)) ? [] : [''];
  const after = next && !isBlankLine(text.slice(next.start, next.end)) ? [''] : [];
  return [...before, ...lines, ...after];
}

/** The rows with a label in front: a table with the labels in its head and one row under it is turned. */
function upright({ rows }: Table): readonly (readonly string[])[] {
  const [head, row] = rows;
  const labels = new Set(head!.map(roleOf).filter(Boolean));
  return rows.length === 2 && labels.size > 1 ? head!.map((cell, index) => [cell, row![index] ?? '']) : rows;
}

/** Names of columns, which say nothing about the story. */
const COLUMN = /^(?:|stars?|starl|letter|part|parts|section|step|element|component|stage|question|text|story|details?|description|notes?|answer|what(?: (?:i|to) say)?|content|example|response)$/i;

/** A row as Markdown blocks: a heading and the paragraphs of its cells. */
export function blocksOf(row: readonly string[], depth: number, head: boolean): string[] {
  const [first = '', ...rest] = row;
  const spelled = rest.length > 1 && roleOf(first) !== undefined && roleOf(first) === roleOf(rest[0]!);
  const [label, cells] = spelled ? [rest[0]!, rest.slice(1)] : [first, rest];
  const meaning = meaningOf(plain(label), 'marked');
  const body = cells.flatMap((cell) => cell.split(/<br[ \t]*\/?>/i)).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== '');
  if (meaning === undefined && head) return row.every((cell) => COLUMN.test(plain(cell))) ? [] : [row.filter((cell) => cell !== '').join(': ')];
  if (label === '') return body;
  const level = meaning === undefined || meaning.kind === 'step' ? depth + 1 : depth;
  return [`${'#'.repeat(level)} ${nameOf(label)}`, ...body];
}

function nameOf(label: string): string {
  const name = plain(label);
  const role = name.length === 1 ? roleOf(name) : undefined;
  return role ? ROLE_NAMES[role] : name;
}

/** The part of a story that a cell names; undefined for a cell that tells something. */
export function roleOf(cell: string): keyof typeof ROLE_NAMES | undefined {
  const meaning = meaningOf(plain(cell), 'marked');
  return meaning?.kind === 'section' ? meaning.covers[0] : undefined;
}

function plain(cell: string): string {
  return withoutEnding(cell.replace(/\*\*|__|^[*_]|[*_]$/g, ''), /[\s:]/).trim();
}

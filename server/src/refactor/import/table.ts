import type { Edit } from '../../review/types.js';
import { lineEndingOf } from '../../story/lines.js';
import { tablesIn, type Table } from '../../story/tables.js';
import { applied } from '../apply.js';
import { asBlocks, blocksOf, roleOf, tableEdit } from '../table.js';

/** A text in which tables of stories, copied from a spreadsheet or written in Markdown, are headings with what stood in the cells. */
export function tablesAsHeadings(text: string): string {
  const piped = text.includes('\t') && !text.includes('|') ? fromTabs(text) : text;
  const eol = lineEndingOf(text);
  return applied(piped, tablesIn(piped).flatMap((table) => storiesEdit(piped, eol, table) ?? tableEdit(piped, eol, table, 2) ?? []));
}

const LEAST_LABELS = 3;

/** Cells copied from a spreadsheet are divided by tabs. */
function fromTabs(text: string): string {
  const lines = text.trimStart().split(/\r\n|\r|\n/);
  const labels = lines[0]!.split('\t').filter((cell) => roleOf(cell) !== undefined).length;
  const pairs = lines.filter((line) => line.includes('\t') && roleOf(line.slice(0, line.indexOf('\t'))) !== undefined).length;
  if (labels < LEAST_LABELS && pairs < LEAST_LABELS) return text;
  return text.replace(/[^\r\n]+/g, (line) => (line.includes('\t') ? `| ${line.replace(/\t/g, ' | ')} |` : line));
}

/**
 * A table with a story in each row: the first is told, what no section takes stands in its Notes, and the others wait there.
 * Undefined for one that is all labels and has one row.
 */
function storiesEdit(text: string, eol: string, { start, end, rows, quote }: Table): Edit | undefined {
  const [head = [], first, ...others] = rows;
  const told = (first ?? []).map((cell, column) => [head[column] ?? '', cell] as const).filter((pair) => pair.join('') !== '');
  const sections = told.filter(([name]) => roleOf(name) !== undefined);
  const beside = told.filter(([name]) => roleOf(name) === undefined);
  if (quote !== '' || sections.length < LEAST_LABELS || (beside.length === 0 && others.length === 0)) return undefined;
  const title = beside.find(([name]) => /^(title|story|name|project)$/i.test(name))?.[1];
  const notes = beside.map((pair) => `- ${pair.filter(Boolean).map(inLine).join(': ')}`).join(eol);
  const waiting = others.length > 0 ? [asRow(head), `|${'---|'.repeat(head.length)}`, ...others.map(asRow)].join(eol) : '';
  const blocks = [...(title ? [`# ${inLine(title)}`] : []), ...sections.flatMap((pair) => blocksOf(pair, 2, false))];
  const noted = [notes, waiting].filter((block) => block !== '');
  return { start, end, newText: asBlocks(text, { start, end }, noted.length > 0 ? [...blocks, '## Notes', ...noted] : blocks).join(eol) };
}

function inLine(cell: string): string {
  return cell.split(/<br[ \t]*\/?>/i).map((line) => line.trim()).join(' ');
}

function asRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

import { meaningOf } from '../../story/labels.js';

const NAMES: Readonly<Record<string, string>> = { s: 'Situation', t: 'Task', a: 'Action', r: 'Result', l: 'Learning' };
const TABLE = /(?:^[^\r\n|]*\|[^\r\n]*(?:\r\n|\r|\n|$))+/gm;

/** A text in which tables of a story, labels across the top or down the side, are headings with what stood in the cells. */
export function tablesAsHeadings(text: string): string {
  if (!text.includes('|') && !text.includes('\t')) return text;
  const piped = text.includes('|') ? text : fromTabs(text);
  return piped.replace(TABLE, (table) => {
    const rows = table.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
    const cells = rows.map(cellsOf);
    return acrossTop(rows, cells) ?? downSide(cells) ?? table;
  });
}

/** Cells copied from a spreadsheet are divided by tabs. */
function fromTabs(text: string): string {
  const [head = ''] = text.trimStart().split(/\r\n|\r|\n/);
  const labels = head.split('\t').filter((cell) => roleOf(cell) !== undefined).length;
  const pairs = text.split(/\r\n|\r|\n/).filter((line) => line.includes('\t') && roleOf(line.slice(0, line.indexOf('\t'))) !== undefined).length;
  if (labels < 3 && pairs < 3) return text;
  return text.replace(/^.*\t.*$/gm, (line) => `| ${line.replace(/\|/g, '\\|').replace(/\t/g, ' | ')} |`);
}

function acrossTop(rows: readonly string[], cells: readonly (readonly string[])[]): string | undefined {
  const [head = [], ...others] = cells;
  if (head.filter((cell) => roleOf(cell) !== undefined).length < 3) return undefined;
  const isRule = (row: readonly string[]): boolean => row.every((cell) => /^:?-+:?$|^$/.test(cell));
  const [first, ...more] = others.filter((row) => !isRule(row));
  if (!first) return undefined;
  const told = first.map((cell, column) => ({ name: head[column] ?? '', cell })).filter(({ name, cell }) => `${name}${cell}` !== '');
  const title = told.find(({ name }) => /^(title|story|name|project)$/i.test(name))?.cell;
  const notes = told.filter(({ name }) => roleOf(name) === undefined).map(({ name, cell }) => `- ${[name, inLine(cell)].filter(Boolean).join(': ')}`);
  // One table can hold many stories: the first is told, the others wait.
  if (more.length > 0) notes.push('', ...rows.filter((_, index) => index === 0 || isRule(cells[index]!) || more.includes(cells[index]!)));
  const sections = told.filter(({ name }) => roleOf(name) !== undefined).map(({ name, cell }) => section(name, cell));
  return `${title ? `# ${inLine(title)}\n\n` : ''}${sections.join('')}${notes.length > 0 ? `## Notes\n\n${notes.join('\n').trim()}\n\n` : ''}`;
}

function linesOf(cell: string): string[] {
  return cell.split(/<br[ \t]*\/?>/i).map((line) => line.trim());
}

function inLine(cell: string): string {
  return linesOf(cell).join(' ');
}

function downSide(cells: readonly (readonly string[])[]): string | undefined {
  if (cells.filter(([name = '']) => roleOf(name) !== undefined).length < 3) return undefined;
  const said = cells.filter((row) => !row.every((cell) => /^:?-+:?$|^$/.test(cell)));
  return said.map(([name = '', ...rest]) => (roleOf(name) === undefined ? `${[name, ...rest].filter(Boolean).join(' – ')}\n\n` : section(name, rest.filter(Boolean).join('<br>')))).join('');
}

function section(name: string, cell: string): string {
  const body = linesOf(cell).join('\n\n');
  const plain = name.replace(/[*_]/g, '').replace(/[\s:]+$/, '').trim();
  return `## ${NAMES[plain.toLowerCase()] ?? plain}\n\n${body}${body === '' ? '' : '\n\n'}`;
}

function roleOf(cell: string): string | undefined {
  const meaning = meaningOf(cell.replace(/[*_]/g, ''), 'marked');
  return meaning?.kind === 'section' ? meaning.covers[0] : undefined;
}

function cellsOf(row: string): string[] {
  const inner = row.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\\|/g, '|'));
}

import { headAt } from './lineHead.js';
import { lineEndOf } from './lines.js';
import type { Range } from './types.js';

/** A Markdown table, or lines between bars that have none of its rules. */
export interface Table extends Range {
  /** The quote marks before its lines. */
  readonly quote: string;
  /** What stands in its cells, without what escapes a bar; the rule under the head is left out. */
  readonly rows: readonly (readonly string[])[];
  /** True when a rule makes a head of the first row. */
  readonly headed: boolean;
}

const RULE = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

/** Every table of a text, in order; those in code are none. */
export function tablesIn(text: string): Table[] {
  const tables: Table[] = [];
  let fenced = false;
  let open: Range[] = [];
  const close = (): void => {
    if (open.length > 1) tables.push(tableOf(text, open));
    open = [];
  };
  for (const line of linesOf(text)) {
    const source = said(text, line);
    if (/^(?:```|~~~)/.test(source)) fenced = !fenced;
    if (!fenced && source.includes('|') && (open.length > 0 || source.startsWith('|') || isHead(text, line))) open.push(line);
    else close();
  }
  close();
  return tables.filter(({ rows }) => rows.length > 0);
}

/** A head without outer bars is known by the rule under it. */
function isHead(text: string, line: Range): boolean {
  const next = line.end + (text.startsWith('\r\n', line.end) ? 2 : 1);
  const rule = said(text, { start: next, end: next < text.length ? lineEndOf(text, next) : text.length });
  return RULE.test(rule) && rule.includes('|');
}

function tableOf(text: string, lines: readonly Range[]): Table {
  const sources = lines.map((line) => said(text, line));
  const { quote } = headAt(text, lines[0]!.end);
  const rows = sources.filter((source) => !RULE.test(source)).map(cellsOf);
  return { start: lines[0]!.start, end: lines.at(-1)!.end, quote, rows, headed: RULE.test(sources[1]!) };
}

function cellsOf(source: string): string[] {
  const inner = source.trim().replace(/^\|/, '').replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replace(/\\\|/g, '|').trim());
}

/** A line without its quote marks and the space around it. */
function said(text: string, { start, end }: Range): string {
  return text.slice(start, end).replace(/^[ \t>\ufeff]*/, '').trimEnd();
}

function* linesOf(text: string): Generator<Range> {
  for (let start = 0; start <= text.length; ) {
    const end = lineEndOf(text, start);
    yield { start, end };
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
}

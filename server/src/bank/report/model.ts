import type { Advice, Coverage, CoverageCell, CoverageRow, LoopPlan, PlannedRound } from '../types.js';
import { firstFew, quoted } from '../words.js';

/** From more stories than these on, a column for each is wider than any page. */
const MOST_COLUMNS = 16;
/** How many stories of a long list are named. */
const NAMED = 8;

/** A matrix as words: a header for each column, and a cell for each of them in each row. */
export interface Matrix {
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly title: string; readonly about: string; readonly state: CoverageRow['state']; readonly cells: readonly string[] }[];
}

/** Something to say and the titles of the stories it is said of. */
export interface Remark {
  readonly message: string;
  readonly stories: readonly string[];
}

/** Themes, then signals. A profile without themes has none of the first. */
export function matricesOf(coverage: Coverage): Matrix[] {
  const themes = matrix(`Themes of the profile ${quoted(coverage.profile.title)}, story by story`, 'Theme', coverage.themes, coverage);
  const signals = matrix('What interviewers listen for, story by story', 'Signal', coverage.signals, coverage);
  return [themes, signals].filter(({ rows }) => rows.length > 0);
}

function matrix(caption: string, corner: string, rows: readonly CoverageRow[], { stories }: Coverage): Matrix {
  const wide = stories.length > MOST_COLUMNS;
  const titles = new Map(stories.map(({ id, title }) => [id, title]));
  const inList = ({ stories: cells }: CoverageRow): string => firstFew(cells.map((cell) => `${titles.get(cell.story) ?? cell.story} (${cellText(cell)})`), NAMED);
  const inColumns = ({ stories: cells }: CoverageRow): string[] => {
    const byStory = new Map(cells.map((cell) => [cell.story, cell]));
    return stories.map(({ id }) => cellText(byStory.get(id)));
  };
  return {
    caption,
    corner,
    columns: wide ? ['Stories'] : stories.map(({ title, status }) => (status === 'draft' ? `${title} (draft)` : title)),
    rows: rows.map((row) => ({ title: row.title, about: row.about, state: row.state, cells: wide ? [inList(row)] : inColumns(row) })),
  };
}

function cellText(cell: CoverageCell | undefined): string {
  if (!cell) return '';
  return [cell.how, ...(cell.draft ? ['draft'] : []), ...(cell.framing === undefined ? [] : [`as ${quoted(cell.framing)}`])].join(', ');
}

/** What the words in the cells mean. */
export const LEGEND: readonly (readonly [string, string])[] = [
  ['marked', 'written in the story’s front matter'],
  ['heard', 'recognised from what the story says'],
  ['draft', 'the story counts once it is ready'],
  ['covered', 'a ready story has it'],
  ['gap', 'no story has it yet'],
];

/** How many stories there are, and for which profile they are looked at. */
export function summaryOf({ stories, profile }: Coverage): string {
  const drafts = stories.filter(({ status }) => status === 'draft').length;
  return `Stories ready: ${stories.length - drafts}. Drafts: ${drafts}. Profile: ${profile.title}.`;
}

/** Each theme and signal that no ready story has. */
export function gapsOf({ themes, signals }: Coverage): string[] {
  const say = (what: string) => (row: CoverageRow): string[] => {
    if (row.state === 'covered') return [];
    return [`${what} ${quoted(row.title)}: ${row.state === 'draft' ? 'only a draft.' : 'no story yet.'}`];
  };
  return [...themes.flatMap(say('Theme')), ...signals.flatMap(say('Signal'))];
}

/** The advice, each sentence once with all the stories it is about. */
export function remarksOf({ advice, stories }: Coverage): Remark[] {
  const titles = new Map(stories.map(({ id, title }) => [id, title]));
  const groups = new Map<string, string[]>();
  for (const { message, severity, story } of advice) {
    const said = `${loud(severity)}${message}`;
    const named = groups.get(said) ?? [];
    if (story !== undefined) named.push(titles.get(story) ?? story);
    groups.set(said, named);
  }
  return [...groups].map(([message, about]) => ({ message, stories: about }));
}

function loud(severity: Advice['severity']): string {
  return severity === 'error' ? 'Error: ' : severity === 'warning' ? 'Warning: ' : '';
}

/** What is kept for a round, and what is missing for it, in one line each. */
export function keptFor({ stories }: PlannedRound): string[] {
  return stories.map(({ title, framing, reasons }) => `${title}${framing === undefined ? '' : `, as ${quoted(framing)}`}: ${reasons.join(' ')}`);
}

/** What a round still lacks, in one line each. */
export function missingFor({ wanted, stories, gaps }: PlannedRound): string[] {
  const more = wanted - stories.length - gaps.length;
  return [...gaps.map(({ title }) => `Missing: a story such as ${quoted(title)}.`), ...(more > 0 ? [`Stories still missing: ${more}.`] : [])];
}

/** The heading of a plan. */
export function planTitle({ title }: LoopPlan): string {
  return `An interview day: ${title}`;
}

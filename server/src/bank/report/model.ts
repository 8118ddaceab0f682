import type { Advice, Coverage, CoverageCell, CoverageRow, LoopPlan, PlannedRound, RankedStory } from '../types.js';
import { firstFew, listed, quoted } from '../words.js';

/** From more stories than these on, a column for each is wider than any page. */
const MOST_COLUMNS = 16;
/** How many stories of a long list are named. */
const NAMED = 8;

/** A matrix as words: a header for each column, and a cell for each of them in each row. */
export interface Matrix {
  readonly caption: string;
  readonly corner: string;
  /** With the story it is for, where it is for one. */
  readonly columns: readonly { readonly title: string; readonly story?: string }[];
  readonly rows: readonly { readonly title: string; readonly state: CoverageRow['state']; readonly cells: readonly string[] }[];
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
  const inList = ({ stories: cells }: CoverageRow): string => listed(firstFew(cells.map((cell) => `${quoted(titles.get(cell.story) ?? cell.story)} (${cellText(cell)})`), NAMED));
  const inColumns = ({ stories: cells }: CoverageRow): string[] => {
    const byStory = new Map(cells.map((cell) => [cell.story, cell]));
    return stories.map(({ id }) => cellText(byStory.get(id)));
  };
  return {
    caption,
    corner,
    columns: wide ? [{ title: 'Stories' }] : stories.map(({ id, title, status }) => ({ title: status === 'draft' ? `${title} (draft)` : title, story: id })),
    rows: rows.map((row) => ({ title: row.title, state: row.state, cells: wide ? [inList(row)] : inColumns(row) })),
  };
}

function cellText(cell: CoverageCell | undefined): string {
  if (!cell) return '';
  return [cell.how, ...(cell.draft ? ['draft'] : []), ...(cell.framing === undefined ? [] : [`as ${quoted(cell.framing)}`])].join(', ');
}

/** What the words in the cells mean. */
export const LEGEND: readonly (readonly [string, string])[] = [
  ['marked', 'written in its front matter'],
  ['heard', 'recognised from what it says'],
  ['draft', 'counts once the story is ready'],
  ['covered', 'a ready story has it'],
  ['gap', 'no story is marked with it or surely heard to have it'],
];

/** How many stories there are, and for which profile they are looked at. */
export function summaryOf({ stories, profile }: Coverage): string {
  const drafts = stories.filter(({ status }) => status === 'draft').length;
  return `Stories ready: ${stories.length - drafts}. Drafts: ${drafts}. Profile: ${profile.title}.`;
}

/** A line about what is missing: what is named in its midst, with the kind of story that would fill it. */
export interface Missing {
  readonly before: string;
  readonly name: string;
  readonly after: string;
  readonly shape?: string;
}

/** The line as it is read. */
export function textOf({ before, name, after }: Missing): string {
  return `${before}${name}${after}`;
}

/** Each theme and signal that no ready story has. */
export function gapsOf({ themes, signals, stories }: Coverage): Missing[] {
  const open = (rows: readonly CoverageRow[]): CoverageRow[] => rows.filter(({ state }) => state !== 'covered');
  const titles = new Map(stories.map(({ id, title }) => [id, quoted(title)]));
  const say = ({ title, state, about, maybe, id }: CoverageRow): Missing => {
    const named = firstFew(maybe.map((story) => titles.get(story) ?? story), NAMED);
    if (named.length > 0) return { before: '', name: quoted(title), after: `: no ready story is marked with it. ${listed(named)} may be one: if so, write "shape: ${id}" into its front matter.` };
    return { before: '', name: quoted(title), after: `: ${state === 'draft' ? 'only a draft.' : 'no story yet.'} ${about}`.trimEnd() };
  };
  return [...open(themes).map((row) => ({ ...say(row), shape: row.id })), ...open(signals).map(say)];
}

/** The advice, each sentence once with the stories it is about: at most so many, and how many more there are. */
export function remarksOf({ advice, stories }: Coverage, most: number): Remark[] {
  const titles = new Map(stories.map(({ id, title }) => [id, title]));
  const groups = new Map<string, string[]>();
  for (const { message, severity, story } of advice) {
    const said = `${loud(severity)}${message}`;
    const named = groups.get(said) ?? [];
    if (story !== undefined) named.push(titles.get(story) ?? story);
    groups.set(said, named);
  }
  return [...groups].map(([message, about]) => ({ message, stories: firstFew(about, most) }));
}

function loud(severity: Advice['severity']): string {
  return severity === 'error' ? 'Error: ' : severity === 'warning' ? 'Warning: ' : '';
}

/** Why a story was kept for a round, and how it is told there. */
export function whyKept({ framing, reasons }: RankedStory): string {
  return [...(framing === undefined ? [] : [`Tell it as ${quoted(framing)}.`]), ...reasons].join(' ');
}

/** What a round still lacks. */
export function missingFor({ wanted, stories, gaps }: PlannedRound): Missing[] {
  const more = wanted - stories.length - gaps.length;
  return [...gaps.map(({ title, shape }) => ({ before: 'Missing: a story such as ', name: quoted(title), after: '.', shape })), ...(more > 0 ? [{ before: 'Stories still missing: ', name: String(more), after: '.' }] : [])];
}

/** The heading of a plan. */
export function planTitle({ title }: LoopPlan): string {
  return `An interview day: ${title}`;
}

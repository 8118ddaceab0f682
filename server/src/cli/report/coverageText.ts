import { styleText } from 'node:util';
import { type Coverage, type CoverageCell, type CoverageRow, gapsOf, type LoopPlan, missingFor, plain, planTitle, type PlannedRound, remarksOf, summaryOf, textOf, whyKept } from '../../bank/index.js';
import { plainLine } from '../errors.js';

type Style = 'bold' | 'dim';

const WIDTH = 80;
const ROW_TITLE = 32;
/** How many stories are named beside one piece of advice. */
const NAMED = 5;
/** From more stories than these on, a column for each is wider than a terminal. */
const MOST_COLUMNS = 12;
const LEGEND = ['M marked in its front matter · H heard in what it says', 'm h the same in a draft, which counts once it is ready'];

/** Writes the coverage of a bank for a person at a terminal of 80 columns. */
export class CoverageText {
  readonly #paint: (style: Style, text: string) => string;

  constructor(colour: boolean) {
    this.#paint = colour ? (style, text) => styleText(style, text) : (_, text) => text;
  }

  /** The matrix, gaps, advice and what to write next; then the plans. */
  write(coverage: Coverage, plans: readonly LoopPlan[]): string {
    const blocks = [
      wrapped(summaryOf(coverage)),
      ...this.#matrix(coverage),
      this.#block('Gaps', gapsOf(coverage).flatMap((gap) => item(textOf(gap)))),
      this.#block('Advice', remarksOf(coverage, NAMED).flatMap(({ message, stories }) => [...item(message), ...stories.flatMap((title) => wrapped(title, '      '))])),
      this.#next(coverage),
      ...plans.map((plan) => this.#plan(plan)),
    ];
    return `${blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n')).join('\n\n')}\n`;
  }

  #matrix(coverage: Coverage): string[][] {
    const { stories, themes, signals } = coverage;
    if (stories.length === 0) return [];
    const inColumns = stories.length <= MOST_COLUMNS;
    const numbers = stories.map((_, index) => String(index + 1).padStart(3)).join('');
    const line = (row: CoverageRow): string[] => [(inColumns ? withColumns(row, coverage) : withCount(row)).trimEnd()];
    const rows = (title: string, some: readonly CoverageRow[]): string[] =>
      some.length === 0 ? [] : [this.#paint('bold', (title.padEnd(ROW_TITLE + 10) + (inColumns ? numbers : 'ready')).trimEnd()), ...some.flatMap(line)];
    const titles = stories.flatMap(({ title, status }, index) => wrapped(`${title}${status === 'draft' ? ' (draft)' : ''}`, `${String(index + 1).padStart(3)}  `));
    return [rows('Themes', themes), rows('Signals', signals), ...(inColumns ? [titles, LEGEND] : [])];
  }

  #block(title: string, lines: readonly string[]): string[] {
    return lines.length > 0 ? [this.#paint('bold', title), ...lines] : [];
  }

  #next({ next }: Coverage): string[] {
    if (!next) return [];
    return this.#block('Write this one next', [...wrapped(`${next.title}. ${next.why}`, '  '), `  starwright new --shape ${next.shape}`]);
  }

  #plan(plan: LoopPlan): string[] {
    return this.#block(plain(planTitle(plan)), [...wrapped(plan.summary, '  '), ...plan.rounds.flatMap((round, index) => this.#round(round, index + 1))]);
  }

  #round(round: PlannedRound, number: number): string[] {
    const kept = round.stories.flatMap((story) => [...wrapped(story.title, '     ').map((line) => this.#paint('bold', line)), ...wrapped(whyKept(story), '       ')]);
    return [`  ${number}. ${plain(round.title)}`, ...kept, ...missingFor(round).flatMap((gap) => wrapped(textOf(gap), '     '))];
  }
}

function withColumns({ title, state, stories: cells }: CoverageRow, { stories }: Coverage): string {
  const byStory = new Map(cells.map((cell) => [cell.story, cell]));
  return head(title, state) + stories.map(({ id }) => `  ${letter(byStory.get(id))}`).join('');
}

function withCount({ title, state, stories }: CoverageRow): string {
  return `${head(title, state)}  ${stories.filter(({ draft }) => !draft).length}`;
}

function head(title: string, state: string): string {
  const shown = plain(title);
  return `${shown.length > ROW_TITLE ? `${shown.slice(0, ROW_TITLE - 1)}…` : shown.padEnd(ROW_TITLE)}  ${state.padEnd(8)}`;
}

function letter(cell: CoverageCell | undefined): string {
  if (!cell) return '.';
  const upper = cell.how === 'marked' ? 'M' : 'H';
  return cell.draft ? upper.toLowerCase() : upper;
}

function item(text: string): string[] {
  return wrapped(text, '  - ');
}

/** A text in lines that fit the terminal; those after the first are indented as far as it. */
function wrapped(text: string, first = ''): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of plain(text).split(/\s+/)) {
    const empty = line.trim() === first.trim() || line.trim() === '';
    if (!empty && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = ' '.repeat(first.length) + word;
    } else line += line === first || empty ? word : ` ${word}`;
  }
  return [...lines, line].map(plainLine);
}

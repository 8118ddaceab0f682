import type { AnsweredQuestion, BankStory, Coverage, CoverageCell, CoverageRow, Fit, Named, RankedStory } from '../bank/index.js';
import type { Rubric } from '../rubric/index.js';
import type { Severity } from '../rubric/types.js';
import type { Rehearsal } from '../story/types.js';
import { bankAdvice, type BankAdvice } from './bankAdvice.js';

/** A story of the bank as a list shows it. */
export interface BankRow {
  /** Its address. */
  readonly id: string;
  readonly title: string;
  readonly status: BankStory['status'];
  readonly shapes: readonly Named[];
  readonly signals: readonly Named[];
  readonly seconds: number;
  readonly targetSeconds: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** The last time it was told. */
  readonly rehearsed: { readonly date: string; readonly seconds: number | undefined } | undefined;
  readonly framings: readonly string[];
  readonly followUps: number;
}

/** A question of the rubric's bank, and the stories that answer it. */
export interface BankQuestion {
  readonly id: string;
  readonly text: string;
  readonly wantsStory: boolean;
  readonly signals: readonly string[];
  /** The fit of the best one. */
  readonly fit: Fit;
  /** At most three. */
  readonly best: readonly RankedStory[];
}

/** A theme or a signal, and which of the stories have it: their numbers in the list of stories. */
export interface CoverageLine extends Omit<CoverageRow, 'stories' | 'maybe'> {
  readonly stories: readonly (Pick<CoverageCell, 'how' | 'framing'> & { readonly story: number })[];
  readonly maybe: readonly number[];
}

/** Stories against themes and signals. */
export interface CoverageSheet extends Pick<Coverage, 'profile' | 'next'> {
  readonly themes: readonly CoverageLine[];
  readonly signals: readonly CoverageLine[];
}

/** Everything the views of the bank show. Whatever is said of a story names it by its number in `stories`: in a large bank, addresses said again are most of the answer. */
export interface BankOverview {
  readonly stories: readonly BankRow[];
  readonly coverage: CoverageSheet;
  readonly questions: readonly BankQuestion[];
  /** What questions and stories are sorted by, in the rubric's order. */
  readonly signals: readonly { readonly id: string; readonly title: string }[];
  /** About the bank, then about single stories. */
  readonly advice: readonly BankAdvice[];
  /** Stories that could not be read, with the reason. */
  readonly unread: readonly { readonly id: string; readonly problem: string }[];
  /** False while stories are still being read. */
  readonly complete: boolean;
}

/** What is known of a bank: the stories, what could not be read, and whether that is all of it. */
export interface BankContents {
  readonly stories: readonly BankStory[];
  readonly unread: BankOverview['unread'];
  readonly complete: boolean;
}

/** A bank as its views show it. */
export function bankOverview({ stories, unread, complete }: BankContents, coverage: Coverage, questions: readonly AnsweredQuestion[], rubric: Rubric): BankOverview {
  const numbers = new Map(stories.map(({ id }, number) => [id, number]));
  const { profile, next, themes, signals } = coverage;
  return {
    stories: stories.map(row),
    coverage: { profile, next, themes: themes.map((theme) => line(theme, numbers)), signals: signals.map((signal) => line(signal, numbers)) },
    questions: questions.map(({ question, wantsStory, fit, best }) => ({ id: question.id, text: question.text, wantsStory, signals: question.signals, fit, best })),
    signals: rubric.data.signals.map(({ id, title }) => ({ id, title })),
    advice: bankAdvice(coverage.advice, numbers, rubric),
    unread,
    complete,
  };
}

function line({ stories, maybe, ...row }: CoverageRow, numbers: ReadonlyMap<string, number>): CoverageLine {
  const cells = stories.map(({ story, how, framing }) => ({ story: numbers.get(story)!, how, ...(framing === undefined ? {} : { framing }) }));
  return { ...row, stories: cells, maybe: maybe.map((story) => numbers.get(story)!) };
}

function row(story: BankStory): BankRow {
  const { id, title, status, shapes, signals, targetSeconds, findings, rehearsed, followUps } = story;
  const [main, ...framings] = story.tellings;
  return { id, title, status, shapes, signals, seconds: main.seconds, targetSeconds, findings, rehearsed: lastOf(rehearsed), framings: framings.flatMap((framing) => framing.title ?? []), followUps };
}

/** The last time it was told; rehearsals may be listed in any order. */
function lastOf(rehearsed: readonly Rehearsal[]): BankRow['rehearsed'] {
  const [last] = [...rehearsed].sort((a, b) => (a.date < b.date ? 1 : -1));
  return last && { date: last.date, seconds: last.seconds };
}

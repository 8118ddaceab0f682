import type { Advice, AnsweredQuestion, BankStory, Coverage, Fit, Marked, RankedStory } from '../bank/index.js';
import { DEFAULT_PROFILE, type Rubric } from '../rubric/index.js';
import type { Severity } from '../rubric/types.js';
import type { Rehearsal } from '../story/types.js';

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

export interface Named {
  readonly id: string;
  readonly title: string;
  /** Written in its front matter; else recognised from what the story says. */
  readonly declared: boolean;
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

/** Everything the views of the bank show. */
export interface BankOverview {
  readonly stories: readonly BankRow[];
  /** Its advice is left out here: it is in `advice`. */
  readonly coverage: Coverage;
  readonly questions: readonly BankQuestion[];
  /** What questions and stories are sorted by, in the rubric's order. */
  readonly signals: readonly { readonly id: string; readonly title: string }[];
  /** About the bank and about single stories. */
  readonly advice: readonly Advice[];
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
  return {
    stories: stories.map((story) => row(story, rubric)),
    coverage: { ...coverage, advice: [] },
    questions: questions.map(({ question, wantsStory, fit, best }) => ({ id: question.id, text: question.text, wantsStory, signals: question.signals, fit, best })),
    signals: rubric.data.signals.map(({ id, title }) => ({ id, title })),
    advice: coverage.advice,
    unread,
    complete,
  };
}

function row(story: BankStory, rubric: Rubric): BankRow {
  const [main, ...framings] = story.tellings;
  const profile = rubric.profile(story.profile) ?? rubric.profile(DEFAULT_PROFILE);
  return {
    id: story.id,
    title: story.title,
    status: story.status,
    shapes: story.shapes.map((shape) => named(shape, rubric.shape(shape.id)?.title)),
    signals: story.signals.map((signal) => named(signal, rubric.data.signals.find(({ id }) => id === signal.id)?.title)),
    seconds: main.seconds,
    targetSeconds: (profile ?? rubric.data.profiles[0]!).limits.targetSeconds,
    findings: story.findings,
    rehearsed: lastOf(story.rehearsed),
    framings: framings.flatMap(({ title }) => title ?? []),
    followUps: story.followUps,
  };
}

/** What the rubric does not know is called what it was marked with. */
function named({ id, declared }: Marked, title: string | undefined): Named {
  return { id, title: title ?? id, declared };
}

/** The last time it was told; rehearsals may be listed in any order. */
function lastOf(rehearsed: readonly Rehearsal[]): BankRow['rehearsed'] {
  const [last] = [...rehearsed].sort((a, b) => (a.date < b.date ? 1 : -1));
  return last && { date: last.date, seconds: last.seconds };
}

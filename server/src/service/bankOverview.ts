import type { Advice, BankStory, Coverage, Fit, RankedStory } from '../bank/index.js';
import type { Severity } from '../rubric/types.js';

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
  readonly coverage: Coverage;
  readonly questions: readonly BankQuestion[];
  /** About the bank and about single stories. */
  readonly advice: readonly Advice[];
  /** Stories that could not be read, with the reason. */
  readonly unread: readonly { readonly id: string; readonly problem: string }[];
  /** False while stories are still being read. */
  readonly complete: boolean;
}

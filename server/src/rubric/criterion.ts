import type { Role, StepKind } from '../story/types.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Level = Severity | 'off';

/** What every criterion tells a person, whatever kind of thing it is. */
export interface Criterion {
  /** The finding code: stable, kebab-case, never reused. */
  readonly code: string;
  readonly title: string;
  /** Under 90 characters. `{match}`, `{actual}`, `{limit}` … are filled in. */
  readonly message: string;
  /** Why an interviewer cares. */
  readonly why: string;
  /** Keys of `sources.yaml`. */
  readonly sources: readonly string[];
  readonly weak: string;
  readonly strong: string;
  /** Applies unless a profile or a shape says otherwise. `off`: only where a person, or a profile by its code, asks for it. */
  readonly severity: Level;
  /** Ids of the guides' criteria (`criteria.yaml`) it stands for. */
  readonly covers: readonly string[];
}

/** What to look for in one sentence. Patterns are written in the token pattern language. */
export interface Cue {
  readonly strength: 'strong' | 'weak';
  readonly patterns: readonly string[];
  /** Sections it counts in; everywhere when absent. */
  readonly in?: readonly Role[];
  /** Sub-steps it counts under; everywhere when absent. */
  readonly step?: readonly StepKind[];
  /** Counts only in the first so many sentences that are told. */
  readonly first?: number;
  /** One of these must match in the same sentence too. */
  readonly with?: readonly string[];
  /** None of these may match in the same sentence. */
  readonly unless?: readonly string[];
}

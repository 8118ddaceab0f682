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
  /** Applies unless a profile or a shape says otherwise. */
  readonly severity: Level;
}

/** What to look for in one sentence. Patterns are written in the token pattern language. */
export interface Cue {
  readonly strength: 'strong' | 'weak';
  readonly patterns: readonly string[];
  /** Sections it counts in; everywhere when absent. */
  readonly in?: readonly Role[];
  /** Sub-steps it counts under; everywhere when absent. */
  readonly step?: readonly StepKind[];
  /** One of these must match in the same sentence too. */
  readonly with?: readonly string[];
  /** None of these may match in the same sentence. */
  readonly unless?: readonly string[];
}

/** A finding raised because something was not heard. */
export interface Gap extends Criterion {
  /** Beats that must be unheard too. */
  readonly alsoMissing: readonly string[];
  /** Beats that must be heard. */
  readonly heard: readonly string[];
  /** Fixed severity: not taken from the shape or profile's entry for the beat. */
  readonly ownSeverity: boolean;
}

/** What must be heard. */
export interface Beat {
  readonly id: string;
  readonly title: string;
  /** The question an interviewer would ask if it is not heard. */
  readonly question: string;
  /** The section and step its fill-in sentence belongs to. */
  readonly section: Role;
  readonly step?: StepKind;
  readonly cues: readonly Cue[];
  readonly gaps: readonly Gap[];
  /** Template id of the sentence to offer. */
  readonly fill: string;
  readonly examples: { readonly heard: readonly string[]; readonly missed: readonly string[] };
}

/** What weakens a story. */
export interface Phrase extends Criterion {
  readonly cues: readonly Omit<Cue, 'strength'>[];
  /** Words to put in place of the match. */
  readonly instead: readonly string[];
  /** Template ids to offer after the sentence. */
  readonly fills: readonly string[];
  readonly examples: { readonly fires: readonly string[]; readonly silent: readonly string[] };
}

/** A criterion that counts or compares; `measure` names a kind of check the engine knows. */
export interface Check extends Criterion {
  readonly measure: string;
  readonly section?: Role;
  /** Name of the profile limit it compares with. */
  readonly limit?: string;
  readonly fills: readonly string[];
  /** Whole stories, small. */
  readonly examples: { readonly fires: readonly string[]; readonly silent: readonly string[] };
}

/** A kind of story. */
export interface Shape {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly sources: readonly string[];
  readonly cues: readonly Cue[];
  /** How badly each beat is missed in this kind of story. */
  readonly beats: Readonly<Record<string, Level>>;
  /** Template ids. */
  readonly opening: string;
  readonly template: string;
  readonly followUps: readonly string[];
}

export interface Limits {
  readonly situationSentences: number;
  /** Share of the words, 0–1. */
  readonly actionShare: number;
  readonly targetSeconds: number;
  readonly maxSeconds: number;
  readonly wordsPerMinute: number;
  readonly findingsPerSection: number;
  /** Limits that checks of a rubric's own name. */
  readonly [limit: string]: number;
}

/** Which framework and limits hold. */
export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly sources: readonly string[];
  /** Sections a story must have, in order. */
  readonly sections: readonly Role[];
  readonly limits: Limits;
  readonly beats: Readonly<Record<string, Level>>;
  readonly rules: Readonly<Record<string, Level>>;
}

/** A fill-in text. Slots are written `[slot name]`. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly kind: 'sentence' | 'section' | 'story';
  readonly section?: Role;
  readonly step?: StepKind;
  readonly text: string;
  /** Snippet prefix; only a dozen templates have one. */
  readonly prefix?: string;
  readonly sources: readonly string[];
}

export interface SourceGuide {
  readonly id: string;
  readonly title: string;
}

/** Words and short phrases that patterns refer to as `{id}`. */
export interface Lexicon {
  readonly id: string;
  readonly about: string;
  /** `<verb>` stands for all its forms. */
  readonly words: readonly string[];
}

/**
 * What was learned from annotated stories: how much a feature of a sentence speaks for or against each beat.
 * Written by `training/train.mjs`; see `docs/hearing.md`.
 */
export interface Hearing {
  /** Beat ids; the place in this list is the number used below. */
  readonly beats: readonly string[];
  /** Logit of a sentence without any feature, in hundredths, by beat. */
  readonly base: readonly number[];
  /** From which probability a sentence counts as strong, and as weak, by beat. */
  readonly strong: readonly number[];
  readonly weak: readonly number[];
  /** From which probability an unheard beat may have been said after all, by beat: its gap is then reported a step more gently. */
  readonly doubt: readonly number[];
  /** Feature → beat number, weight in hundredths, beat number, weight … */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** A rubric as data: what the files under `rubrics/` say, validated. JSON-serialisable. */
export interface RubricData {
  readonly beats: readonly Beat[];
  readonly phrases: readonly Phrase[];
  readonly checks: readonly Check[];
  readonly shapes: readonly Shape[];
  readonly profiles: readonly Profile[];
  readonly templates: readonly Template[];
  readonly lexicons: readonly Lexicon[];
  readonly sources: readonly SourceGuide[];
  /** Absent in a pack that hears by cues alone. */
  readonly hearing?: Hearing;
}

import type { Role, StepKind } from '../story/types.js';
import type { Criterion, Cue, Level } from './criterion.js';
import type { Kin, Loop, PreparationPlan, Probe, WiderCriterion, Wording } from './bankTypes.js';

export type { Criterion, Cue, Level, Severity } from './criterion.js';
export type { Kin, Loop, PlanStep, PreparationPlan, Probe, Round, StepDone, WiderCriterion, WiderCue, Wording } from './bankTypes.js';

/** A finding raised because something was not heard. */
export interface Gap extends Criterion {
  /** Beats that must be unheard too. */
  readonly alsoMissing: readonly string[];
  /** Beats that must be heard. */
  readonly heard: readonly string[];
  /** Where no shape asks for the beat, it is missed a step more gently unless one of these is heard. */
  readonly surerWith: readonly string[];
  /** Beats that come near to this one: where one of them is heard in this beat's section, it is doubtful that this one is missing. */
  readonly doubtfulWith: readonly string[];
  /** What becomes of it where it is not sure that the beat is missing: reported a step more gently, or not at all. */
  readonly whenDoubtful: 'gentler' | 'off';
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
  /** The kinds of story it is about; every kind when empty. */
  readonly shapes: readonly string[];
  /** It does no harm in a story in which one of these beats is heard. */
  readonly unlessHeard: readonly string[];
  readonly cues: readonly Omit<Cue, 'strength'>[];
  /** Words to put in place of the match. */
  readonly instead: readonly string[];
  /** Template ids to offer after the sentence. */
  readonly fills: readonly string[];
  readonly examples: { readonly fires: readonly string[]; readonly silent: readonly string[] };
}

/** What a `tally` counts. */
export interface Count {
  /** `matches` and `distinct` words of the patterns, `sentences` that match them, list `bullets`, or `words`. */
  readonly of: 'matches' | 'distinct' | 'sentences' | 'bullets' | 'words';
  /** Where one count is taken; a `run` is sentences that follow each other. */
  readonly per: 'telling' | 'sentence' | 'run';
  readonly patterns?: readonly string[];
  /** Sentences in which one of these matches are not counted. */
  readonly unless?: readonly string[];
  /** Nothing is counted unless one of these matches somewhere in the sections that count. */
  readonly when?: readonly string[];
  readonly in?: readonly Role[];
}

/** A criterion that counts or compares; `measure` names a kind of check the engine knows. */
export interface Check extends Criterion {
  readonly measure: string;
  readonly section?: Role;
  /** Name of the profile limit it compares with. */
  readonly limit?: string;
  /** The limit where the profile names none. */
  readonly default?: number;
  /** Whether the limit is the `most` or the `least` there may be. */
  readonly bound?: 'most' | 'least';
  readonly count?: Count;
  /** For a composite: the beats of which at least so many (`limit`) must be heard. */
  readonly beats?: readonly string[];
  /** True for one that the views of the bank name too. */
  readonly bank?: boolean;
  /** For a comparison of topics: lexicons, one for each topic. */
  readonly topics?: readonly string[];
  /** The kinds of story it is about; every kind when empty. */
  readonly shapes: readonly string[];
  readonly fills: readonly string[];
  /** Whole stories, small. */
  readonly examples: { readonly fires: readonly string[]; readonly silent: readonly string[] };
}

/** A kind of story. */
export interface Shape {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** The wider kind it belongs to, which does not compete with it. */
  readonly kindOf?: string;
  /** Signals and dimensions it shows best. */
  readonly signals: readonly string[];
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

/**
 * Which framework and limits hold. An overlay is laid over any other profile (`profile: star-l+esl`) and says
 * only what it changes; its `sections` are then empty.
 */
export interface Profile {
  readonly overlay: boolean;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly sources: readonly string[];
  /** Sections a story must have, in order. */
  readonly sections: readonly Role[];
  readonly limits: Limits;
  readonly beats: Readonly<Record<string, Level>>;
  readonly rules: Readonly<Record<string, Level>>;
  /** The kinds of story that a bank should have between them: shape ids, the most asked for first. */
  readonly themes: readonly string[];
}

/** A fill-in text. Slots are written `[slot name]`. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly kind: 'sentence' | 'section' | 'story' | 'outline' | 'answer';
  readonly section?: Role;
  readonly step?: StepKind;
  readonly text: string;
  /** Snippet prefix; only a dozen templates have one. */
  readonly prefix?: string;
  readonly sources: readonly string[];
  /** Names of the guides' templates and formulas it stands for. */
  readonly covers: readonly string[];
}

export type QuestionKind = 'story' | 'experience' | 'approach' | 'knowledge' | 'design' | 'hypothetical' | 'probe' | 'follow-up';

/** A question of the bank. */
export interface Question {
  readonly id: string;
  readonly text: string;
  /** Only `story` and `experience` ask for something that happened. */
  readonly kind: QuestionKind;
  readonly shapes: readonly string[];
  readonly signals: readonly string[];
  /** For a question that wants no story: the template of an answer. */
  readonly skeleton?: string;
  readonly sources: readonly string[];
  /** Rows of the guides' question bank it stands for. */
  readonly covers: readonly string[];
}

/** One way in which a story shows a signal without being marked: it is of such a kind, and so many of these beats are heard in one telling. */
export interface SignalEvidence {
  /** The kinds of story it holds for, narrower kinds of them included. */
  readonly shapes: readonly string[];
  readonly beats: readonly string[];
  /** How many of the beats must be heard; all of them when absent. */
  readonly least?: number;
}

/** What an interviewer listens for across stories. */
export interface Signal {
  readonly id: string;
  readonly title: string;
  readonly family: 'signal' | 'dimension';
  readonly about: string;
  readonly strong: string;
  readonly weak: string;
  /** What lets a story be taken to show it; only marking does when empty. */
  readonly heard: readonly SignalEvidence[];
  /** Words in the name of a framing that say it is told for this signal. */
  readonly framings: readonly string[];
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
  /** Names of the slots in fill-in texts that the words are offered for. */
  readonly slots?: readonly string[];
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
  readonly questions: readonly Question[];
  readonly signals: readonly Signal[];
  readonly wider: readonly WiderCriterion[];
  readonly loops: readonly Loop[];
  readonly plans: readonly PreparationPlan[];
  readonly probes: readonly Probe[];
  readonly wordings: readonly Wording[];
  readonly kin: readonly Kin[];
  readonly lexicons: readonly Lexicon[];
  readonly sources: readonly SourceGuide[];
  /** Absent in a pack that hears by cues alone. */
  readonly hearing?: Hearing;
}

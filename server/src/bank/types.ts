import type { Broken } from '../review/types.js';
import type { Level, Severity } from '../rubric/types.js';
import type { IdentifierKind } from '../story/identifiers/types.js';
import type { Range, Rehearsal } from '../story/types.js';

/** Something a story is marked with, or was recognised as. */
export interface Marked {
  readonly id: string;
  /** Written in its front matter; else it was recognised from what the story says. */
  readonly declared: boolean;
}

/** A mark with the name that people know it by. */
export interface Named extends Marked {
  /** As the story's own rubric has it; the id where that knows none. */
  readonly title: string;
}

/** One way a story of a bank is told. */
export interface BankTelling {
  /** The framing's name; absent for the file's own telling. */
  readonly title: string | undefined;
  readonly words: number;
  readonly seconds: number;
  /** The beats that are heard in it, what it inherits included. */
  readonly heard: ReadonlySet<string>;
  /** How much it sounds like each kind of story, in points; kinds it does not sound like are left out. */
  readonly leanings: ReadonlyMap<string, number>;
  /** What it can be found by: word stems and how often each occurs, what it inherits included. */
  readonly terms: ReadonlyMap<string, number>;
}

/** What a bank keeps of a story: enough for every view, and nothing of its text. */
export interface BankStory {
  /** Where it lies, as whoever reads it spells it: a path or an address. */
  readonly id: string;
  /** Its title, or what its file is called. */
  readonly title: string;
  /** False when only the file's name says what it is about. */
  readonly titled: boolean;
  /** `ready` where nothing is said. */
  readonly status: 'draft' | 'ready' | 'retired';
  /** The length to bring it to, as its profile says … */
  readonly targetSeconds: number;
  /** … and the longest it may be. */
  readonly maxSeconds: number;
  readonly shapes: readonly Named[];
  readonly signals: readonly Named[];
  /** Ids of the question bank, or questions in the person's own words. */
  readonly questions: readonly string[];
  readonly rehearsed: readonly Rehearsal[];
  /** The file's own telling first, then its framings. */
  readonly tellings: readonly [BankTelling, ...BankTelling[]];
  /** The levels of findings that its front matter asks for. */
  readonly rules: Readonly<Record<string, Level>>;
  /** How many findings there are of each severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings that the views of the bank name too, as the rubric says. */
  readonly remarks: readonly Pick<Advice, 'code' | 'severity' | 'message'>[];
  /** How many follow-up questions are prepared. */
  readonly followUps: number;
  /** How many cues of the person's own stand under Cues. */
  readonly cues: number;
}

/** Something to say about a bank or one of its stories, from the criteria in `rubrics/wider`. */
export interface Advice {
  /** The code of the criterion. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The story it is about; absent when it is about all of them. */
  readonly story?: string;
}

/** How well a story covers a theme or shows a signal. */
export interface CoverageCell {
  /** The id of the story. */
  readonly story: string;
  /** `marked` in its front matter, or `heard` in what it says. */
  readonly how: 'marked' | 'heard';
  /** True when the story is a draft: it counts once it is ready. */
  readonly draft: boolean;
  /** The framing that shows it, where the file's own telling does not. */
  readonly framing?: string;
}

/** A theme or a signal, and the stories that have it. */
export interface CoverageRow {
  readonly id: string;
  readonly title: string;
  /** What it is, in a sentence. */
  readonly about: string;
  readonly stories: readonly CoverageCell[];
  /** Where no ready story has it: those that name no kind and sound like this one. Their author knows. */
  readonly maybe: readonly string[];
  /** `covered` by a ready story, only by a `draft`, or a `gap`. */
  readonly state: 'covered' | 'draft' | 'gap';
}

/** Stories against themes and signals. Retired stories are left out. */
export interface Coverage {
  readonly profile: { readonly id: string; readonly title: string };
  /** The columns, in order. */
  readonly stories: readonly { readonly id: string; readonly title: string; readonly status: 'draft' | 'ready' }[];
  readonly themes: readonly CoverageRow[];
  readonly signals: readonly CoverageRow[];
  /** What to write next; absent when nothing is missing. */
  readonly next: { readonly shape: string; readonly title: string; readonly why: string; readonly template: string } | undefined;
  readonly advice: readonly Advice[];
  /** What threw and was left out; nothing where Starwright is in order. */
  readonly broken: readonly Broken[];
}

export type Fit = 'strong' | 'workable' | 'stretch' | 'gap';

/** A story as an answer to a question. */
export interface RankedStory {
  readonly id: string;
  readonly title: string;
  /** The framing to tell; absent for the file's own telling. */
  readonly framing?: string;
  readonly fit: Fit;
  /** In plain words, the strongest first: what in the story answers what in the question. */
  readonly reasons: readonly string[];
}

/** Which stories answer a question. */
export interface MatchResult {
  readonly question: string;
  /** False for a question that a story from the past does not answer. */
  readonly wantsStory: boolean;
  /** What the question was understood to ask for, in plain words: kinds of story and signals. */
  readonly asksFor: readonly string[];
  /** Best first. For a gap at most two, of fit `gap`: the nearest, which do not answer it; empty where nothing is near. */
  readonly ranked: readonly RankedStory[];
  /** For a question that wants no story: how to answer it instead, as an outline to fill in. */
  readonly outline?: { readonly title: string; readonly text: string };
  /** For a gap: the kind of story to write. */
  readonly write?: { readonly shape: string; readonly title: string; readonly template: string };
}

/** A question an interviewer may ask after a story. */
export interface FollowUp {
  /** The probe's or beat's id. */
  readonly id: string;
  readonly ask: string;
  /** What they want to find out. */
  readonly why: string;
  /** Raised by something said, by something missing, or asked of every story of this kind. */
  readonly from: 'claim' | 'gap' | 'kind';
  /** The sentence that raises it. */
  readonly range?: Range;
  /** True when it stands under Follow-ups already. */
  readonly prepared: boolean;
}

/** A round of an interview day with the stories kept for it. */
export interface PlannedRound {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** How many stories it should have. */
  readonly wanted: number;
  readonly stories: readonly RankedStory[];
  /** What is still missing for it, in plain words, with the kind of story that would fill it. */
  readonly gaps: readonly { readonly shape: string; readonly title: string; readonly template: string }[];
}

/** An interview day with a story for each round, no story twice. */
export interface LoopPlan {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly rounds: readonly PlannedRound[];
}

/** Words of a story that may identify somebody, and what stands in their place when it is shared. */
export interface Identifier extends Range {
  readonly kind: IdentifierKind | 'name' | 'alias';
  readonly instead: string;
}

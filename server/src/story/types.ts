/** A half-open range of UTF-16 offsets into the document's own text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The part a section plays in a story; `body` is text under no label. */
export type Role = 'situation' | 'task' | 'action' | 'result' | 'learning' | 'body';

/** The roles a person can label, in the order they are told. */
export const TOLD_ROLES = ['situation', 'task', 'action', 'result', 'learning'] as const;

/** Material kept beside the story: never timed and never judged. */
export type AsideKind = 'follow-ups' | 'cues' | 'notes' | 'do-not-claim' | 'other';

/** The parts inside an Action, as sub-headings or labels name them. */
export type StepKind = 'diagnosis' | 'root-cause' | 'tradeoff' | 'implementation' | 'prevention';

/** What a token is, beyond its letters. Several can hold at once. */
export const TokenClass = {
  /** Any quantity, in digits or words. */
  number: 1 << 0,
  percent: 1 << 1,
  duration: 1 << 2,
  money: 1 << 3,
  clock: 1 << 4,
  date: 1 << 5,
  times: 1 << 6,
  code: 1 << 7,
  slot: 1 << 8,
  name: 1 << 9,
  past: 1 << 10,
  ing: 1 << 11,
  metric: 1 << 12,
  acronym: 1 << 13,
  arrow: 1 << 14,
  /** The first word after a comma, semicolon, colon, dash or bracket. */
  clause: 1 << 15,
  /** Inside a quotation that opens and closes in the same sentence. */
  quoted: 1 << 16,
  /** A quantity that could be an outcome: no date, clock time, version or status code. */
  figure: 1 << 17,
} as const;

/** One word, number, arrow or slot of a sentence. */
export interface Token extends Range {
  /** Lower-case letters, typographic apostrophes made plain. */
  readonly word: string;
  /** Bits of {@link TokenClass}. */
  readonly classes: number;
}

/** One sentence, or one list item that has no full stop of its own. */
export interface Sentence extends Range {
  readonly tokens: readonly Token[];
  /** The number of words as a listener hears them. */
  readonly words: number;
  readonly step: StepKind | undefined;
  /** True for a sentence that begins a list item. */
  readonly bullet: boolean;
  /** The unfilled slots in it. */
  readonly slots: readonly Range[];
}

/** How a section was announced. */
export interface Label extends Range {
  readonly style: 'heading' | 'bold' | 'plain';
  /** Heading depth 1–6; 7 for bold and plain labels. */
  readonly depth: number;
  /** The label as written, without markup and punctuation. */
  readonly text: string;
  /** Where the text it announces begins. */
  readonly bodyStart: number;
}

/** A sub-step announced inside a section. */
export interface Step extends Range {
  readonly kind: StepKind;
  readonly label: Label;
}

/** A part of a telling that plays one role. */
export interface Section extends Range {
  readonly role: Role;
  /** Every role its label names: "Result and learning" covers two. */
  readonly covers: readonly Role[];
  readonly label: Label | undefined;
  /** Later labels of the same role that go on with it: "Action 2" after "Action 1". */
  readonly continued: readonly Label[];
  /** From the label (or the first word) to the start of what follows. */
  readonly whole: Range;
  readonly sentences: readonly Sentence[];
  readonly steps: readonly Step[];
  readonly words: number;
}

/** One way the story is told: the file's own, or a `## Framing: …`. */
export interface Telling {
  /** Absent for the file's own telling. */
  readonly title: string | undefined;
  readonly label: Label | undefined;
  readonly range: Range;
  readonly sections: readonly Section[];
  /** Roles taken over from the first telling because this one does not repeat them. */
  readonly inherited: readonly Section[];
}

export interface Aside extends Range {
  readonly kind: AsideKind;
  /** The number of the telling it is kept for: cues inside a framing are the framing's, everything else is the story's. */
  readonly telling: number;
  readonly label: Label;
}

/** `<!-- star-disable… -->` as written. */
export interface Suppression extends Range {
  readonly form: 'next-line' | 'line' | 'file' | 'disable' | 'enable';
  /** The codes it names with their ranges; none means every code. */
  readonly codes: readonly { readonly code: string; readonly range: Range }[];
  readonly reason: string | undefined;
  /** The offsets it silences. */
  readonly covers: Range;
}

/** A figure that the front matter records, and where. */
export interface Metric extends Range {
  readonly name: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly window: string | undefined;
  readonly confidence: string | undefined;
  readonly source: string | undefined;
}

/** Where the next entry of a list goes, and in which style the list is written. */
export interface ListPlace {
  /** An offset into the document: after the last entry, or where the key would stand. */
  readonly at: number;
  readonly style: 'block' | 'flow' | 'empty-flow' | 'no-list' | 'no-key';
  /** The white space before the dash of an entry in a block list. */
  readonly indent: string;
  /** True when the entries of a block list have their keys on lines of their own. */
  readonly spread: boolean;
}

/** Something wrong in the front matter; the story is still read. */
export interface FrontMatterProblem extends Range {
  readonly code: 'invalid-front-matter' | 'unknown-front-matter-key' | 'invalid-front-matter-value';
  readonly message: string;
  /** What was probably meant. */
  readonly suggestion: string | undefined;
}

/** A front-matter value and where it stands. */
export interface Located<T> extends Range {
  readonly value: T;
}

/** One time a story was told aloud. */
export interface Rehearsal {
  /** As written: `2026-11-20`. */
  readonly date: string;
  readonly seconds: number | undefined;
}

export interface FrontMatter extends Range {
  /** The text between the fences. */
  readonly body: Range;
  /** Every key at the top, and where its value stands; an empty range behind a key without one. */
  readonly entries: ReadonlyMap<string, Range>;
  readonly star: boolean;
  readonly title: string | undefined;
  readonly shapes: readonly Located<string>[];
  readonly signals: readonly Located<string>[];
  readonly questions: readonly Located<string>[];
  readonly profile: Located<string> | undefined;
  readonly status: 'draft' | 'ready' | 'retired' | undefined;
  readonly rules: ReadonlyMap<string, Located<string>>;
  readonly metrics: readonly Metric[];
  /** As listed; the last one told need not stand last. */
  readonly rehearsed: readonly Rehearsal[];
  /** Undefined where the front matter is broken, or is written so that nothing can be added to it. */
  readonly metricsPlace: ListPlace | undefined;
  /** The same for `rehearsed`. */
  readonly rehearsedPlace: ListPlace | undefined;
  /** What a name is called when the story is told: `{ Contoso Bank: a downstream partner }`. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly problems: readonly FrontMatterProblem[];
}

/** A story as read: everything later stages need to know of the text. */
export interface Story {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  readonly title: Located<string> | undefined;
  /** The file's own telling first, then its framings. */
  readonly tellings: readonly [Telling, ...Telling[]];
  readonly asides: readonly Aside[];
  readonly suppressions: readonly Suppression[];
  /** HTML comments, suppressions included. */
  readonly comments: readonly Range[];
  /** Code fences that hold prose and are read as part of the story. */
  readonly fences: readonly Range[];
  /** The line ending most lines use. */
  readonly eol: '\n' | '\r\n' | '\r';
  /** What the file is when it is no story; undefined for a story. */
  readonly notAStory: 'empty' | 'binary' | 'too-large' | 'no-prose' | undefined;
  /** False where there is enough prose to tell that it is in another language. */
  readonly english: boolean;
}

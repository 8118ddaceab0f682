import type { Match } from '../rubric/index.js';
import type { Level, Profile, Severity } from '../rubric/types.js';
import type { Range, Role, Section, Sentence, Story, Telling } from '../story/types.js';

/** Replaces a range of the document; an empty range inserts. */
export interface Edit extends Range {
  /**
   * Slots stand in it as `[slot]`. An editor with snippet support turns each into a tab stop
   * that keeps its brackets until it is filled.
   */
  readonly newText: string;
}

/** One way to answer a finding. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The fix an editor should apply first. */
  readonly preferred: boolean;
  /** True when the edit cannot change the meaning, so that a tool may apply it unasked. */
  readonly safe: boolean;
  /** True when it answers nothing, but leaves the finding out, with a reason. */
  readonly silences: boolean;
}

/** Anything reported. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  /** The part of the story it counts against, for "at most three a section". */
  readonly role: Role;
  readonly fixes: readonly Fix[];
}

/** A sentence that counts as hearing a beat. */
export interface Evidence {
  readonly strength: 'strong' | 'weak';
  /** How sure it is, 0–1: 1 for a strong cue, ½ for a weak one, else the learned probability. */
  readonly certainty: number;
  /** How likely it is by what was learned alone, 0–1: which of several sentences says it best. Undefined where nothing was learned of the beat. */
  readonly likelihood: number | undefined;
  /** It stands where its beat belongs, or where else the cue is written for. */
  readonly place: 'own' | 'named' | 'other';
  readonly sentence: Sentence;
  /** The words that counted. */
  readonly range: Range;
}

/** What a sentence says of a beat, wherever it stands. */
export interface Saying {
  /** The beat's place in the rubric's. */
  readonly beat: number;
  /** How near it comes to the probability from which on a beat may have been said after all: 1 is there. */
  readonly near: number;
  /** Undefined where it only comes near. */
  readonly heard: (Pick<Evidence, 'strength' | 'certainty' | 'likelihood' | 'place'> & { /** The words that counted; undefined for all of them. */ readonly match: Match | undefined }) | undefined;
}

/** How much speaks against a beat being missing from a story, or being needed in it. */
export type Doubt = 'none' | 'some' | 'strong';

export interface BeatReview {
  readonly id: string;
  /** The story says it somewhere an interviewer would hear it. */
  readonly present: boolean;
  /** This story's shape and profile ask for it. */
  readonly required: boolean;
  /** The profile or a shape of this story speaks of it at all: what is shown to a person keeps to these. */
  readonly concerns: boolean;
  /** It is asked for, not heard, and worth reporting in this story. */
  readonly missing: boolean;
  readonly evidence: readonly Evidence[];
  /** A sentence with an unfilled slot would say it once filled. */
  readonly drafted: boolean;
  /** The sentences with an unfilled slot that would say it. */
  readonly drafts: readonly Sentence[];
  /** What speaks against its being missing: nothing, a sentence that comes near, or one that comes close. */
  readonly doubt: Doubt;
}

export interface SectionTiming {
  readonly section: Section;
  readonly role: Role;
  readonly words: number;
  readonly sentences: number;
  readonly seconds: number;
  /** Of the telling's words, 0–1. */
  readonly share: number;
}

export interface Timing {
  readonly words: number;
  readonly seconds: number;
  /** The speaking rate behind the seconds. */
  readonly wordsPerMinute: number;
  readonly sections: readonly SectionTiming[];
}

export interface TellingReview {
  readonly telling: Telling;
  readonly timing: Timing;
  readonly beats: readonly BeatReview[];
  readonly findings: readonly Finding[];
  /** How much it sounds like each kind of story, in points: two for a sentence that surely does, one for one that may. */
  readonly leanings: ReadonlyMap<string, number>;
}

export interface RecognisedShape {
  readonly id: string;
  readonly declared: boolean;
}

/** Everything a person is shown is drawn from this. */
export interface Review {
  readonly story: Story;
  readonly profile: Profile;
  readonly shapes: readonly RecognisedShape[];
  readonly tellings: readonly [TellingReview, ...TellingReview[]];
  /** The person's own names that must not leave the room, for what is made of the story. */
  readonly confidentialTerms: readonly string[];
  /**
   * What threw and was left out, each once; nothing where Starwright is in order. Whoever draws something from the
   * review, or asks for fixes, adds what throws then.
   */
  readonly broken: Broken[];
}

/** Something that threw: a fault in Starwright, not in the story. */
export interface Broken {
  /** Of a review its checks and what it hears, of what is offered or shown the rest. */
  readonly part: 'check' | 'hearing' | 'fix' | 'refactoring' | 'hover' | 'completion' | 'lens' | 'offer' | 'bank';
  /** The finding code, the beat or the name of what threw; never words of a story. */
  readonly name: string;
  readonly error: unknown;
}

/** What somebody wants of a review; what is left out is as the profile says. */
export interface Preferences {
  readonly profile?: string | undefined;
  readonly rules?: Readonly<Record<string, Level>> | undefined;
  readonly wordsPerMinute?: number | undefined;
  /** `en` judges every story as English; else one in another language is judged by its structure and time alone. */
  readonly language?: Language | undefined;
  /** A person's own words that must not leave the room. */
  readonly confidentialTerms?: readonly string[] | undefined;
}

export type Language = 'auto' | 'en';

export interface ReviewOptions {
  /** Stronger than the story's front matter: command-line flags. */
  readonly override?: Preferences;
  /** Weaker than the front matter: folder file and editor settings. */
  readonly defaults?: Preferences;
}

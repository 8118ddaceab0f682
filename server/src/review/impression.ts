import type { Matches } from '../rubric/index.js';
import type { Role, Section, Sentence, StepKind } from '../story/types.js';
import type { Saying } from './types.js';

/** A sentence with what the matcher found in it and the roles it can play. */
export interface HeardSentence {
  readonly sentence: Sentence;
  readonly section: Section;
  /** Its place among the sentences that are told, from 0. */
  readonly index: number;
  /** The label's roles; for unlabelled text, those its place allows. */
  readonly roles: ReadonlySet<Role>;
  readonly matches: Matches;
  /** What a memory keeps of its words. */
  readonly impression?: Impression | undefined;
  readonly standing?: Standing | undefined;
}

/** What a rubric makes of the words of a sentence, wherever it stands and whatever stands around it. */
export interface Impression {
  readonly matches: Matches;
  /** A pattern of a phrase matches. */
  phrased?: boolean;
  readonly standings: Standing[];
  voice?: Voice;
  /** The words that a check counts, by the group of its patterns. */
  counted?: Map<number, readonly string[]>;
}

/** Who a sentence says did something. */
export interface Voice {
  readonly team: boolean;
  /** How often the speaker, in what is said or still to be filled in. */
  readonly own: number;
  /** It begins with a deed: "Added". */
  readonly begins: boolean;
}

/** What it makes of them as the sentence stands: in which parts of the story it is told, under which step, in a list or not, and how early. */
export interface Standing {
  readonly roles: ReadonlySet<Role>;
  readonly step: StepKind | undefined;
  readonly bullet: boolean;
  /** Its place among all sentences, as far as any cue asks. */
  readonly place: number;
  beats?: readonly Saying[];
  /** What it gives kinds of story, by their place in the rubric's. */
  points?: readonly (readonly [shape: number, points: number])[];
}

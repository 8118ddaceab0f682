import type { Severity } from '../rubric/types.js';
import type { Range, Rehearsal, Role } from '../story/types.js';

/** A few words to tell from, not the prose. */
export interface Cue {
  /** The part of the story it stands for. */
  readonly role: Role;
  /** At most a dozen words, the story's own. */
  readonly text: string;
  /** The sentence it was taken from; absent for a cue that the person wrote under Cues. */
  readonly range?: Range;
}

/** A part of a telling with the time it should take. */
export interface Stretch {
  readonly role: Role;
  /** What it is called in the story, or by its role. */
  readonly title: string;
  /** When it should begin and end, in seconds from the start. */
  readonly from: number;
  readonly to: number;
}

/** How a telling is to be said: its parts fitted to the time there is. */
export interface Timeline {
  /** The time there is, in seconds. */
  readonly target: number;
  readonly stretches: readonly Stretch[];
  /** Half, 80 % and the full time, in seconds. */
  readonly milestones: readonly number[];
}

/** What is needed to tell a story without reading it. */
export interface CueCard {
  readonly title: string;
  /** The framing; absent for the story's own telling. */
  readonly framing: string | undefined;
  /** The first sentence, as it stands. */
  readonly opener: string | undefined;
  /** Five at most. */
  readonly cues: readonly Cue[];
  /** The one figure to have ready, with its sentence: recorded in `metrics`, else heard in the Result. */
  readonly figure: string | undefined;
  /** The line to land on: marked bold or highlighted, else the last sentence of the Result or Learning. */
  readonly landing: string | undefined;
  /** What stands under Do not claim. */
  readonly doNotClaim: readonly string[];
  /** What is prepared under Follow-ups. */
  readonly followUps: readonly string[];
  /** What a card should have and the story does not say. */
  readonly missing: readonly MissingPart[];
  readonly seconds: number;
  readonly target: number;
}

/** A part of a card that its story has nothing for. */
export type MissingPart = 'opener' | 'action' | 'cues' | 'figure' | 'landing';

/** A line for a résumé, cut from a story's own words; what it does not say is a `[slot]`. */
export interface ResumeBullet {
  readonly text: string;
  /** The sentence of the Action it was cut from; absent where there is none. */
  readonly range?: Range;
}

/** Something about a rehearsal, from the criteria of `rubrics/wider` for rehearsals. */
export interface RehearsalFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Where in the transcript, the first time; absent when it is about all of it. */
  readonly range?: Range;
  /** Every place in the transcript, for what is said more than once. */
  readonly places?: readonly Range[];
}

/** What a beat is called, and the sentence of the transcript that said it; of the story, for a beat that was not or may not have been. */
export interface SaidBeat {
  readonly id: string;
  readonly title: string;
  readonly range?: Range;
}

/** How long a part of the story took in a transcript, as far as its words tell. */
export interface PartTime {
  readonly role: Role;
  readonly title: string;
  /** What it took; 0 for a part that was not said. */
  readonly seconds: number;
  /** What it should take. */
  readonly target: number;
}

/** A transcript held against the story it tells. */
export interface TranscriptReport {
  readonly words: number;
  /** How long it took: as given, else as long as the profile's pace needs for these words. */
  readonly seconds: number;
  /** True when the time was given and not worked out. */
  readonly timed: boolean;
  readonly wordsPerMinute: number;
  /** The beats of the story that were said. */
  readonly heard: readonly SaidBeat[];
  /** Those that may have been said in other words, with where the story says them. */
  readonly unsure: readonly SaidBeat[];
  /** Those that were not, with where the story says them. */
  readonly missed: readonly SaidBeat[];
  /** In the order of the story. */
  readonly parts: readonly PartTime[];
  /** Where a filler was said: few are human, and no finding. */
  readonly fillers: readonly Range[];
  readonly findings: readonly RehearsalFinding[];
}

/** Why a transcript is not compared with a story. */
export type NotThisStory = 'empty' | 'too-long' | 'other-language' | 'other-story';

/** A story and when to tell it next. */
export interface PracticedStory {
  readonly id: string;
  readonly title: string;
  /** Days since it was last told; absent when it never was. */
  readonly ago: number | undefined;
  /** Days until it should be told again, 0 or less when it is due; absent when it was never told, which is due too. */
  readonly dueIn: number | undefined;
  /** The last times, the latest first. */
  readonly times: readonly Rehearsal[];
}

/** What a step of a plan still wants: of a story that is nearly there, or of a story to be written. */
export interface StepNeed {
  /** `tick`: only the person knows when it is done. */
  readonly what: 'write' | 'finish' | 'beats' | 'cues' | 'shorten' | 'follow-ups' | 'rehearse' | 'tick';
  /** The story; absent for one to write, and for a tick. */
  readonly story?: { readonly id: string; readonly title: string };
  /** The kind of story to write. */
  readonly shape?: { readonly id: string; readonly title: string };
  /** What is not heard in it yet. */
  readonly missing?: readonly string[];
}

/** A step of a plan, held against the person's stories. */
export interface PlannedStep {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly minutes: number;
  /** The first that is not done is `next`. */
  readonly state: 'done' | 'next' | 'open';
  /** True when it is ticked by the person. */
  readonly ticked: boolean;
  /** How many stories it wants, or how many kinds of story; 0 for a step that is ticked. */
  readonly wanted: number;
  /** How many of these there are. */
  readonly reached: number;
  /** The stories that show that it is done, as far as it is. */
  readonly stories: readonly { readonly id: string; readonly title: string }[];
  /** Absent when it is done. */
  readonly need?: StepNeed;
}

/** A preparation plan, held against the person's stories. */
export interface PlanProgress {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly PlannedStep[];
  /** How long what is not done takes. */
  readonly minutesLeft: number;
}

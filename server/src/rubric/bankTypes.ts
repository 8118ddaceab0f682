import type { Criterion, Cue } from './criterion.js';

// What a rubric knows beyond a single story: questions put in words, days, plans and what is asked next.

/** A round of an interview day, and which stories it is likely to ask for. */
export interface Round {
  readonly id: string;
  readonly title: string;
  /** What is listened for in it, in a sentence. */
  readonly about: string;
  /** How many stories to have at hand for it. */
  readonly stories: number;
  /** What they should show, the most wanted first. */
  readonly signals: readonly string[];
  readonly shapes: readonly string[];
}

/** An interview day: its rounds in order. */
export interface Loop {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly sources: readonly string[];
  readonly rounds: readonly Round[];
}

/** How stories show that a step is done: enough ready ones of these kinds, or that show these signals, each with all the rest. */
export interface StepDone {
  /** How many. */
  readonly stories: number;
  readonly shapes: readonly string[];
  /** Each of the shapes must have its story, whatever `stories` says. */
  readonly each?: true;
  readonly signals: readonly string[];
  /** All of them must be heard. */
  readonly beats: readonly string[];
  /** Of the person's own, under Cues. */
  readonly cues?: number;
  /** Within the time of its profile. */
  readonly fits?: true;
  readonly followUps?: number;
  /** Told aloud within so many days. */
  readonly rehearsed?: number;
}

/** Something to do before an interview; without `done` only the person knows whether it is. */
export interface PlanStep {
  readonly id: string;
  readonly title: string;
  readonly do: string;
  readonly minutes: number;
  readonly done?: StepDone;
}

/** A way to prepare in the time there is: its steps in order. */
export interface PreparationPlan {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly sources: readonly string[];
  readonly steps: readonly PlanStep[];
}

/** A question that what a story says, or leaves out, makes an interviewer ask next. It speaks when one of its conditions holds. */
export interface Probe {
  readonly id: string;
  /** The question. `{match}` stands for the words that raise it. */
  readonly ask: string;
  /** What it wants to find out, in a sentence. */
  readonly why: string;
  /** How likely it is asked where it is raised. */
  readonly asked: 'often' | 'sometimes' | 'rarely';
  /** Asked of a story in which one of these beats is heard. */
  readonly heard: readonly string[];
  /** Asked of a story that should have one of these beats and has not. */
  readonly missing: readonly string[];
  /** Asked of a story that has one of these findings. */
  readonly findings: readonly string[];
  /** Asked of a sentence that these cues match. */
  readonly cues: readonly Omit<Cue, 'strength'>[];
  /** The kinds of story it is for; every kind when empty. */
  readonly shapes: readonly string[];
  /** Not asked where one of these beats is heard: the story has answered it. */
  readonly unlessHeard: readonly string[];
  /** Patterns of what makes it a question of this story: one must match in some sentence, unless there are none. */
  readonly ifSaid: readonly string[];
  /** Patterns of what answers it, in whichever sentence it is said. */
  readonly unlessSaid: readonly string[];
  readonly sources: readonly string[];
  readonly examples: { readonly asks: readonly string[]; readonly silent: readonly string[] };
}

/** A way in which interviewers word a question, and what it asks for. */
export interface Wording {
  readonly id: string;
  /** What it asks for: `a disagreement`. */
  readonly title: string;
  /** The kind of answer it wants; `story` outweighs the others. */
  readonly kind?: 'story' | 'approach' | 'knowledge' | 'design' | 'hypothetical' | 'opinion' | 'motivation';
  /** For a kind that wants no story: the template of an answer. */
  readonly skeleton?: string;
  /** True for something asked beside the subject: what was learned, how it was known. */
  readonly aspect: boolean;
  /** True where its kinds of story only say in which an answer is likely: that it was explained to outsiders, no kind says. */
  readonly likely: boolean;
  readonly cues: readonly Pick<Cue, 'patterns' | 'unless'>[];
  /** The kinds of story that answer it, the nearest first. */
  readonly shapes: readonly string[];
  readonly signals: readonly string[];
  readonly beats: readonly string[];
  /** Single words that a story which answers it is likely to use, in any form. */
  readonly told: readonly string[];
  /** Without any of these words a story does not answer it. */
  readonly must: readonly string[];
  readonly sources: readonly string[];
  readonly examples: { readonly asks: readonly string[]; readonly silent: readonly string[] };
}

/** Words to look for in a rehearsal. A match of `unless` takes back the matches it touches, and no others. */
export interface WiderCue extends Pick<Cue, 'patterns' | 'unless'> {
  /** The one word of a match that is counted; all of it when absent. */
  readonly counts?: string;
}

/** A criterion about several stories, a rehearsal or the folder: data for those views, not reported in a story. */
export interface WiderCriterion extends Criterion {
  readonly scope: 'bank' | 'rehearsal' | 'folder';
  /** The number it is held to, where there is one. */
  readonly limit?: number;
  /** The number below which it is too little, where there is one. */
  readonly least?: number;
  /** What it looks for, for one that looks for words. */
  readonly cues: readonly WiderCue[];
  /** Codes of the phrases that it counts. */
  readonly phrases: readonly string[];
  /** What to ask oneself, for one that is a list of questions. */
  readonly questions: readonly string[];
  /** The beats that are details to have at hand, where it is about them. */
  readonly beats?: readonly string[];
  /** Situations in words. */
  readonly examples: { readonly fires: readonly string[]; readonly silent: readonly string[] };
}

/** Everyday words that lie near each other. */
export interface Kin {
  readonly id: string;
  /** Words in any form, and phrases. */
  readonly words: readonly string[];
}

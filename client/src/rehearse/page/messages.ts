import type { Course, Snapshot } from './timer.js';

/** What a page shows of a telling. */
export interface Rehearsal {
  readonly title: string;
  readonly cues: readonly { readonly text: string; readonly from: number }[];
  readonly timeline: Course;
  /** What to write before this can be rehearsed well; absent where nothing is missing. */
  readonly advice: string | undefined;
}

/** What outlives the page when the window reloads: which telling it was about, and where its run was. */
export interface PageState {
  /** The address of the story's file. */
  readonly story: string;
  /** From 0. */
  readonly telling: number;
  readonly snapshot?: Snapshot;
}

/** To the page. */
export type ToPage =
  /** A rehearsal to begin, or to go on with where it had come; it takes the keyboard when a person asked for it. */
  | { readonly kind: 'plan'; readonly rehearsal: Rehearsal; readonly state: PageState; readonly asked: boolean }
  /** The story is no longer what the cues were taken from. */
  | { readonly kind: 'changed' }
  /** Whether the rehearsal was written into the story. */
  | { readonly kind: 'noted'; readonly done: boolean };

/** From the page. */
export type FromPage =
  | { readonly kind: 'ready' | 'again' | 'cut' }
  | { readonly kind: 'at'; readonly snapshot: Snapshot }
  | { readonly kind: 'note'; readonly seconds: number; readonly note: string };

/** The words that a page puts together with times and names; `{0}` is what is filled in. */
export interface Words {
  readonly start: string;
  readonly pause: string;
  readonly goOn: string;
  readonly clock: string;
  readonly inPart: string;
  readonly inLastPart: string;
  readonly due: string;
  readonly begins: string;
  readonly half: string;
  readonly most: string;
  readonly full: string;
  readonly paused: string;
  readonly jumped: string;
  readonly closedAt: string;
  readonly changed: string;
  readonly within: string;
  readonly over: string;
  readonly exact: string;
  readonly rowOver: string;
  readonly rowUnder: string;
  readonly rowEven: string;
  readonly together: string;
  readonly undivided: string;
  readonly noted: string;
  readonly notNoted: string;
  readonly notNow: string;
}

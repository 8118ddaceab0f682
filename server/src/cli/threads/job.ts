/** What a thread must know to review as the one that started it does. */
export interface Job {
  /** The words of the command line after the command. */
  readonly words: readonly string[];
  readonly colour: boolean;
}

/** Files that a thread is asked to review; `from` is where they begin among all. */
export interface Batch {
  readonly from: number;
  readonly files: readonly string[];
}

/** What a thread says: that it is ready, or what came of a batch. */
export type Word<Answer> = 'ready' | { readonly from: number; readonly answers: readonly Answer[] };

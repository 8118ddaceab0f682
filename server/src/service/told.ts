import type { Role } from '../story/types.js';

/** A telling in full: sections in the order in which they are told, inherited ones included. */
export interface ToldTelling {
  /** Absent for the file's own telling. */
  readonly title: string | undefined;
  readonly words: number;
  readonly seconds: number;
  readonly sections: readonly { readonly role: Role; readonly text: string; readonly inherited: boolean }[];
}

export interface ToldList {
  readonly title: string;
  readonly tellings: readonly ToldTelling[];
  /** For each two tellings that are much alike, how much of their text they share, 0–1. */
  readonly alike: readonly { readonly one: number; readonly other: number; readonly share: number }[];
}

/** A story without what may identify somebody. */
export interface Redacted {
  readonly text: string;
  /** How many words or names were replaced. */
  readonly replaced: number;
}

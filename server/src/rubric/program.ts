/**
 * Patterns compiled to numbers. A step of a pattern is the number of a word or, below zero, `~place` of an
 * operation in `code`; equal steps and equal sequences share one place.
 */
export interface Program {
  /**
   * Operations, each an {@link Op} and what it needs: `words` a count and sorted numbers, `bits` classes, `lexicon` its number,
   * `gap` its most tokens, `any` a count and places of sequences, `mixed` bits, a count and lexicons, a count and words. A
   * sequence is a count and steps.
   */
  readonly code: Int32Array;
  /** For each pattern its group, the place of its sequence, the fewest and the most tokens before its anchor, a count and steps of which each must find something in the sentence. */
  readonly patterns: readonly number[];
  /** By group, a count and the groups that are a condition of it: looked for only where the group itself was found. */
  readonly conditions: readonly number[];
  /** Pairs of a group that is looked for in sentences of some roles only, and the bits of these roles. */
  readonly roles: readonly number[];
  /** By what can be an anchor: its number (or bits), a count and the patterns. Those of conditions are not among them. */
  readonly words: readonly number[];
  readonly lexicons: readonly number[];
  readonly classes: readonly number[];
}

/** What an operation in a program's code does. */
export const Op = { words: 0, bits: 1, lexicon: 2, gap: 3, any: 4, start: 5, end: 6, mixed: 7 } as const;

import { Op } from './program.js';

/** A program as texts, one for each kind of number in it: what is alike stands together, which is what packs well. */
export type WrittenProgram = Readonly<Record<Stream, string>> & { readonly others: Readonly<Record<string, string>> };

/**
 * `words` are steps that are words, their numbers one higher, and 0 for any other, of which `kinds` say what it is. `counts` and
 * `lengths` say how many steps or words follow, `lists` are numbers of words, `known` are places that were there before, by their order, and
 * `rest` is what an operation needs besides. `groups`, `bounds` and `anchors` are of patterns.
 */
export const STREAMS = ['kinds', 'counts', 'lengths', 'words', 'lists', 'known', 'rest', 'groups', 'bounds', 'anchors'] as const;
export type Stream = (typeof STREAMS)[number];

/** What the place of a step or an alternative is; above `operation` by which one. */
export const Kind = { known: 0, sequence: 1, operation: 2 } as const;
/** The words that can be a pattern's anchor: none, a list of their own, or those of one of its steps. */
export const Anchor = { none: 0, own: 1, step: 2 } as const;

/** What follows a count in a program. */
export function listAt(code: Int32Array, place: number): readonly number[] {
  return Array.from(code.subarray(place + 1, place + 1 + code[place]!));
}

/** The words of which a step needs one; none where it can find something else alone. */
export function wordsOf(code: Int32Array, step: number): readonly number[] {
  if (step >= 0) return [step];
  const place = ~step;
  if (code[place] === Op.words) return listAt(code, place + 1);
  return code[place] === Op.mixed ? listAt(code, place + 3 + code[place + 2]!) : [];
}

import { TokenClass } from '../story/types.js';
import { holds, Op, type Program } from './program.js';
import type { Heard } from './heard.js';

const NOWHERE: readonly number[] = [];

/**
 * Follows patterns through one sentence as sets of positions. A position is kept once however many ways
 * lead to it, so no pattern can backtrack: the cost of an attempt is the pattern's length times its gaps.
 */
export class Follower {
  readonly #code: readonly number[];
  #seen = new Int32Array(64);
  #stamp = 0;
  #heard: Heard;

  constructor({ code }: Program, heard: Heard) {
    this.#code = code;
    this.#heard = heard;
  }

  /** The furthest end of a match that begins at a token of the sentence; -1 for none. */
  longest(sequence: number, at: number): number {
    if (this.#seen.length <= this.#heard.length) this.#seen = new Int32Array(this.#heard.length * 2);
    let furthest = -1;
    for (const end of this.#follow(sequence, at)) if (end > furthest) furthest = end;
    return furthest;
  }

  /** Where a sequence can end that begins at a position. Most fail at once, and while one position leads to one, no set is made. */
  #follow(sequence: number, from: number): readonly number[] {
    const last = sequence + this.#code[sequence]!;
    let position = from;
    for (let at = sequence + 1; at <= last; at++) {
      const step = this.#code[at]!;
      const next = this.#single(step, position);
      if (next === -1) return NOWHERE;
      if (next === MANY) return this.#followAll(at, last, [position]);
      position = next;
    }
    return [position];
  }

  #followAll(from: number, last: number, positions: readonly number[]): readonly number[] {
    let reached = positions;
    for (let at = from; at <= last && reached.length > 0; at++) reached = this.#all(this.#code[at]!, reached);
    return reached;
  }

  /** The one position that a step leads to; -1 for none, {@link MANY} where there may be several. */
  #single(step: number, at: number): number {
    const { words, classes, length } = this.#heard;
    if (step >= 0) return at < length && words[at] === step ? at + 1 : -1;
    const place = ~step;
    switch (this.#code[place]) {
      case Op.words:
        return at < length && holds(this.#code, place + 1, words[at]!) ? at + 1 : -1;
      case Op.bits:
        return at < length && classes[at]! & (this.#code[place + 1]! | TokenClass.slot) ? at + 1 : -1;
      case Op.lexicon:
        return at < length && (this.#heard.spans[at]!.length > 0 || classes[at]! & TokenClass.slot) ? MANY : -1;
      case Op.start:
        return at === 0 ? at : -1;
      case Op.end:
        return at === length ? at : -1;
      default:
        return MANY;
    }
  }

  #all(step: number, positions: readonly number[]): readonly number[] {
    const ends = positions.map((at) => this.#ends(step, at));
    if (ends.length === 1 && this.#code[~step] !== Op.any) return ends[0]!;
    const next: number[] = [];
    const stamp = ++this.#stamp;
    for (const each of ends) {
      for (const end of each) {
        if (this.#seen[end] === stamp) continue;
        this.#seen[end] = stamp;
        next.push(end);
      }
    }
    return next;
  }

  /** Where a step can end that begins at a position, in any order; `any` may name one twice. */
  #ends(step: number, at: number): readonly number[] {
    const single = this.#single(step, at);
    if (single !== MANY) return single === -1 ? NOWHERE : [single];
    const place = ~step;
    if (this.#code[place] === Op.gap) return upTo(at, Math.min(at + this.#code[place + 1]!, this.#heard.length));
    if (this.#code[place] === Op.lexicon) return this.#heard.endsOf(this.#code[place + 1]!, at);
    const found: number[] = [];
    const last = place + 1 + this.#code[place + 1]!;
    for (let each = place + 2; each <= last; each++) for (const end of this.#follow(this.#code[each]!, at)) found.push(end);
    return found;
  }
}

const MANY = -2;

function upTo(first: number, last: number): number[] {
  const positions: number[] = [];
  for (let position = first; position <= last; position++) positions.push(position);
  return positions;
}

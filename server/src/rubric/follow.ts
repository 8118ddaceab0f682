import { TokenClass } from '../story/types.js';
import { begunBy, Choices } from './choices.js';
import { holds, Op } from './program.js';
import type { Heard } from './heard.js';

/**
 * Follows patterns through one sentence as sets of positions. A position is kept once however many ways
 * lead to it, so no pattern can backtrack: the cost of an attempt is the pattern's length times its gaps.
 * The sets lie on one stack, each above the one it was reached from, so that following makes nothing to be thrown away.
 */
export class Follower {
  readonly #code: Int32Array;
  readonly #choices: Choices;
  readonly #heard: Heard;
  #stack = new Int32Array(1024);
  #seen = new Int32Array(64);
  #stamp = 0;

  constructor(code: Int32Array, heard: Heard) {
    this.#code = code;
    this.#choices = new Choices(code);
    this.#heard = heard;
  }

  /** The furthest end of a match that begins at a token of the sentence; -1 for none. */
  longest(sequence: number, at: number): number {
    if (this.#seen.length <= this.#heard.length) this.#seen = new Int32Array(this.#heard.length * 2);
    const top = this.#follow(sequence + 1, sequence + this.#code[sequence]!, at, 0);
    let furthest = -1;
    for (let each = 0; each < top; each++) if (this.#stack[each]! > furthest) furthest = this.#stack[each]!;
    return furthest;
  }

  /**
   * Puts where steps can end that begin at a position on the stack, from `base` on, and tells where the stack ends then. Most fail
   * at once, and while one position leads to one, no set is made.
   */
  #follow(first: number, last: number, from: number, base: number): number {
    let position = from;
    for (let at = first; at <= last; at++) {
      const next = this.#single(this.#code[at]!, position);
      if (next === -1) return base;
      if (next === MANY) return this.#followAll(at, last, position, base);
      position = next;
    }
    this.#makeRoom(base);
    this.#stack[base] = position;
    return base + 1;
  }

  #followAll(first: number, last: number, from: number, base: number): number {
    this.#makeRoom(base);
    this.#stack[base] = from;
    let [start, top] = [base, base + 1];
    for (let at = first; at <= last; at++) {
      const end = this.#advance(this.#code[at]!, start, top);
      if (end === top) return base;
      start = top;
      top = end;
      this.#makeRoom(top);
    }
    for (let each = start; each < top; each++) this.#stack[base + each - start] = this.#stack[each]!;
    return base + top - start;
  }

  /** Puts where a step can end that begins at any of the positions from `base` to `top` above them, each once, and tells where the stack ends then. */
  #advance(step: number, base: number, top: number): number {
    const place = ~step;
    if (step < 0 && this.#code[place] === Op.any) return this.#eachOnce(top, this.#chosen(place, base, top));
    let end = top;
    const stamp = ++this.#stamp;
    for (let each = base; each < top; each++) {
      const at = this.#stack[each]!;
      const single = this.#single(step, at);
      if (single >= 0) end = this.#push(single, stamp, end);
      else if (single === MANY && this.#code[place] === Op.gap) {
        const furthest = Math.min(at + this.#code[place + 1]!, this.#heard.length);
        for (let to = at; to <= furthest; to++) end = this.#push(to, stamp, end);
      } else if (single === MANY) for (const to of this.#heard.endsOf(this.#code[place + 1]!, at)) end = this.#push(to, stamp, end);
    }
    return end;
  }

  /** Where the alternatives end that begin at any of the positions, some perhaps twice. */
  #chosen(place: number, base: number, top: number): number {
    const choice = this.#choices.at(place);
    let end = top;
    for (let each = base; each < top; each++) {
      const at = this.#stack[each]!;
      for (const sequence of choice.others) end = this.#follow(sequence + 1, sequence + this.#code[sequence]!, at, end);
      if (at === this.#heard.length) continue;
      for (const sequence of begunBy(choice, this.#heard.words[at]!)) end = this.#follow(sequence + 2, sequence + this.#code[sequence]!, at + 1, end);
    }
    return end;
  }

  #eachOnce(from: number, to: number): number {
    const stamp = ++this.#stamp;
    let end = from;
    for (let each = from; each < to; each++) end = this.#push(this.#stack[each]!, stamp, end);
    return end;
  }

  #push(position: number, stamp: number, end: number): number {
    if (this.#seen[position] === stamp) return end;
    this.#seen[position] = stamp;
    this.#stack[end] = position;
    return end + 1;
  }

  /** Room for a set and one that is reached from it. */
  #makeRoom(base: number): void {
    const needed = base + 2 * this.#heard.length + 4;
    if (this.#stack.length >= needed) return;
    const larger = new Int32Array(needed * 2);
    larger.set(this.#stack);
    this.#stack = larger;
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
}

const MANY = -2;

import { TokenClass } from '../story/types.js';
import { LONGEST_ENTRY } from './anchor.js';
import { Choices } from './choices.js';
import type { Heard } from './heard.js';
import { Positions } from './positions.js';
import { Op } from './program.js';

/**
 * Follows patterns through one sentence, from all positions at once: what a step leads to is a set of positions, so that no pattern can
 * backtrack, and a step costs the same from one position as from thirty.
 */
export class Follower {
  readonly #code: Int32Array;
  readonly #choices: Choices;
  readonly #heard: Heard;
  readonly #positions = new Positions();
  readonly #spans = new Map<number, number>();

  constructor(code: Int32Array, heard: Heard) {
    this.#code = code;
    this.#choices = new Choices(code);
    this.#heard = heard;
  }

  /** The furthest end of the matches that begin at any token from the first to the last of some; -1 for none. */
  furthest(sequence: number, first: number, last: number): number {
    const set = this.#positions.begin(this.#heard.length, first, this.#heard.lanes === 1 ? last : last + this.#spanOf(sequence));
    for (let at = first; at <= last; at++) this.#positions.put(at, set);
    return this.#follow(sequence + 1, sequence + this.#code[sequence]!, set) ? this.#positions.furthest(set) : -1;
  }

  /** Has a set hold where steps end that begin at a position in it; false for nowhere. */
  #follow(first: number, last: number, set: number): boolean {
    for (let at = first; at <= last; at++) if (!this.#step(this.#code[at]!, set)) return false;
    return true;
  }

  #step(step: number, set: number): boolean {
    if (step >= 0) return this.#word(step, set);
    const place = ~step;
    switch (this.#code[place]) {
      case Op.words:
        return this.#words(place + 1, set);
      case Op.bits:
        return this.#classes(this.#code[place + 1]! | TokenClass.slot, set);
      case Op.lexicon:
        return this.#entries(this.#code[place + 1]!, set);
      case Op.gap:
        this.#positions.spread(this.#code[place + 1]!, set);
        return true;
      case Op.any:
        return this.#choose(this.#choices.at(place), set);
      case Op.start:
        return this.#positions.keep(0, set);
      default:
        return this.#positions.keep(this.#heard.length, set);
    }
  }

  #word(word: number, set: number): boolean {
    const place = this.#heard.ofWord(word);
    return place > 0 && this.#positions.passAmong(this.#heard.sets, place, set);
  }

  #words(list: number, set: number): boolean {
    const among = this.#positions.above(set);
    const last = list + this.#code[list]!;
    for (let at = list + 1; at <= last; at++) {
      const place = this.#heard.ofWord(this.#code[at]!);
      if (place > 0) this.#positions.add(this.#heard.sets, place, among);
    }
    return this.#positions.pass(among, set);
  }

  #classes(classes: number, set: number): boolean {
    const among = this.#positions.above(set);
    for (let bits = classes; bits !== 0; bits &= bits - 1) {
      const place = this.#heard.ofClass(bits & -bits);
      if (place > 0) this.#positions.add(this.#heard.sets, place, among);
    }
    return this.#positions.pass(among, set);
  }

  /** An unfilled slot stands for any entry. */
  #entries(lexicon: number, set: number): boolean {
    const { entries, classes } = this.#heard;
    if (this.#heard.ofLexicon(lexicon) === 0 && this.#heard.ofClass(TokenClass.slot) === 0) return false;
    const ends = this.#positions.above(set);
    for (let at = this.#positions.next(set, -1); at >= 0 && at < this.#heard.length; at = this.#positions.next(set, at)) {
      for (let each = entries.firsts[at]!; each < entries.firsts[at + 1]!; each++) if (entries.lexicons[each] === lexicon) this.#positions.put(entries.to[each]!, ends);
      if (classes[at]! & TokenClass.slot) this.#positions.put(at + 1, ends);
    }
    return this.#positions.take(ends, set);
  }

  #choose(choice: number, set: number): boolean {
    const ends = this.#positions.above(set);
    const way = this.#positions.above(ends);
    const others = this.#choices.othersOf(choice);
    const last = others + this.#choices.table[others]!;
    for (let each = others + 1; each <= last; each++) {
      this.#positions.take(set, way);
      const sequence = this.#choices.table[each]!;
      if (this.#follow(sequence + 1, sequence + this.#code[sequence]!, way)) this.#positions.join(way, ends);
    }
    for (let at = this.#positions.next(set, -1); at >= 0; at = this.#positions.next(set, at)) this.#chooseAt(choice, at, way, ends);
    return this.#positions.take(ends, set);
  }

  /** Follows the alternatives that begin with the word at a position. */
  #chooseAt(choice: number, at: number, way: number, ends: number): void {
    const begun = this.#choices.begunBy(choice, this.#heard.words[at]!);
    if (begun === 0) return;
    const last = begun + this.#choices.table[begun]!;
    for (let each = begun + 1; each <= last; each++) {
      this.#positions.clear(way);
      this.#positions.put(at + 1, way);
      const sequence = this.#choices.table[each]!;
      if (this.#follow(sequence + 2, sequence + this.#code[sequence]!, way)) this.#positions.join(way, ends);
    }
  }

  /** The most tokens that a match of a sequence can have. */
  #spanOf(sequence: number): number {
    const known = this.#spans.get(sequence);
    if (known !== undefined) return known;
    let span = 0;
    for (const step of this.#code.subarray(sequence + 1, sequence + 1 + this.#code[sequence]!)) span += step >= 0 ? 1 : this.#mostTokens(~step);
    this.#spans.set(sequence, span);
    return span;
  }

  #mostTokens(place: number): number {
    const first = this.#code[place + 1]!;
    switch (this.#code[place]) {
      case Op.lexicon:
        return LONGEST_ENTRY;
      case Op.gap:
        return first;
      case Op.any:
        return Math.max(0, ...Array.from(this.#code.subarray(place + 2, place + 2 + first), (sequence) => this.#spanOf(sequence)));
      case Op.start:
      case Op.end:
        return 0;
      default:
        return 1;
    }
  }
}

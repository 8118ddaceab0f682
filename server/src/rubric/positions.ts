import { withRoom } from './numberLists.js';

/**
 * Sets of positions in one sentence, a bit for each position: before each token, and at the end. They lie on one stack, so that nothing is
 * made to be thrown away; a set is named by its place there, and changed in place.
 */
export class Positions {
  #stack = new Int32Array(256);
  #length = 0;
  #lanes = 1;
  /** The lanes, of 32 positions each, that are looked at: those that can be reached. */
  #first = 0;
  #last = 0;

  /** Begins anew in a sentence of so many tokens: no position before the `least` is asked for, and none behind the `most`. Returns the lowest set, with nothing in it. */
  begin(length: number, least: number, most: number): number {
    this.#length = length;
    this.#lanes = lanesFor(length);
    this.#first = least >> 5;
    this.#last = Math.min(this.#lanes - 1, most >> 5);
    return this.#empty(0);
  }

  /** A set above another, with nothing in it. */
  above(set: number): number {
    return this.#empty(set + this.#lanes);
  }

  put(position: number, set: number): void {
    this.#stack[set + (position >> 5)]! |= 1 << (position & 31);
  }

  /** The first position in a set behind another one; -1 for none. */
  next(set: number, position: number): number {
    for (let [lane, bits] = [Math.max(this.#first, (position + 1) >> 5), -1 << ((position + 1) & 31)]; lane <= this.#last; lane++, bits = -1) {
      const found = this.#stack[set + lane]! & bits;
      if (found !== 0) return (lane << 5) + 31 - Math.clz32(found & -found);
    }
    return -1;
  }

  /** The last position in a set that is not empty. */
  furthest(set: number): number {
    let lane = this.#last;
    while (this.#stack[set + lane] === 0) lane--;
    return (lane << 5) + 31 - Math.clz32(this.#stack[set + lane]!);
  }

  clear(set: number): void {
    for (let lane = this.#first; lane <= this.#last; lane++) this.#stack[set + lane] = 0;
  }

  /** Adds to a set what is in another. */
  join(other: number, set: number): void {
    this.add(this.#stack, other, set);
  }

  /** Adds to a set what stands at a place of a list of sets. */
  add(sets: Int32Array, place: number, set: number): void {
    for (let lane = this.#first; lane <= this.#last; lane++) this.#stack[set + lane]! |= sets[place + lane]!;
  }

  /** Has a set hold what another holds; false for nothing. */
  take(other: number, set: number): boolean {
    let some = 0;
    for (let lane = this.#first; lane <= this.#last; lane++) some |= this.#stack[set + lane] = this.#stack[other + lane]!;
    return some !== 0;
  }

  /** Leaves one position in a set, where it is in it; false for none. */
  keep(position: number, set: number): boolean {
    let some = 0;
    for (let lane = this.#first; lane <= this.#last; lane++) some |= this.#stack[set + lane]! &= lane === position >> 5 ? 1 << (position & 31) : 0;
    return some !== 0;
  }

  /** The same as {@link passAmong} for those in another set. */
  pass(other: number, set: number): boolean {
    return this.passAmong(this.#stack, other, set);
  }

  /** Moves the positions of a set that are also at a place of a list of sets on by a token, and forgets the others; false for none. */
  passAmong(sets: Int32Array, place: number, set: number): boolean {
    let [carried, some] = [0, 0];
    for (let lane = this.#first; lane <= this.#last; lane++) {
      const kept = this.#stack[set + lane]! & sets[place + lane]!;
      const moved = (kept << 1) | carried;
      this.#stack[set + lane] = moved;
      carried = kept >>> 31;
      some |= moved;
    }
    return some !== 0;
  }

  /** Adds all positions up to so many tokens behind those in a set. */
  spread(most: number, set: number): void {
    for (let done = 0; done < most; ) {
      const by = Math.min(done + 1, most - done, 31);
      for (let lane = this.#last; lane > this.#first; lane--) this.#stack[set + lane]! |= (this.#stack[set + lane]! << by) | (this.#stack[set + lane - 1]! >>> (32 - by));
      this.#stack[set + this.#first]! |= this.#stack[set + this.#first]! << by;
      done += by;
    }
    if (this.#last === this.#lanes - 1) this.#stack[set + this.#last]! &= -1 >>> (31 - (this.#length & 31));
  }

  #empty(set: number): number {
    this.#stack = withRoom(this.#stack, set + this.#lanes);
    this.clear(set);
    return set;
  }
}

/** How many numbers of 32 bits a set of the positions in a sentence takes. */
export function lanesFor(length: number): number {
  return (length >> 5) + 1;
}

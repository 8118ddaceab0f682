/** Where a pattern matched: token indexes, the end exclusive. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** A match is one number, so that sorting them is quick and keeping them takes little: its group, where it begins, and how much less than the longest it is. */
const LENGTHS = 2 ** 13;
const PLACES = 2 ** 25;

/** What was found in one sentence. A condition is there only beside the group that asks for it. */
export class Matches {
  readonly #sorted: readonly number[];

  /** @param sorted by group, then from left to right, of those that begin at one token the longest first */
  constructor(sorted: readonly number[]) {
    this.#sorted = sorted;
  }

  /** True when a pattern of a group matched. */
  has(group: number): boolean {
    const first = this.#firstOf(group);
    return first < this.#sorted.length && groupOf(this.#sorted[first]!) === group;
  }

  /** The matches of a group, from left to right. */
  of(group: number): Match[] {
    const found: Match[] = [];
    for (let at = this.#firstOf(group); at < this.#sorted.length && groupOf(this.#sorted[at]!) === group; at++) found.push(matchOf(this.#sorted[at]!));
    return found;
  }

  /** The groups that matched, each once, in the order of their numbers. */
  groups(): number[] {
    const groups: number[] = [];
    for (const number of this.#sorted) if (groups.at(-1) !== groupOf(number)) groups.push(groupOf(number));
    return groups;
  }

  #firstOf(group: number): number {
    let low = 0;
    let high = this.#sorted.length;
    const sought = group * PLACES * LENGTHS;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#sorted[middle]! < sought) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Gathers what is found in a sentence. */
export class Gathered {
  #numbers = new Float64Array(64);
  #count = 0;

  clear(): void {
    this.#count = 0;
  }

  add(group: number, from: number, to: number): void {
    if (this.#count === this.#numbers.length) {
      const longer = new Float64Array(this.#count * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#count++] = (group * PLACES + from) * LENGTHS + (LENGTHS - 1 - Math.min(to - from, LENGTHS - 1));
  }

  /** All that was gathered so far. */
  matches(): Matches {
    return new Matches(Array.from(this.#numbers.subarray(0, this.#count).sort()));
  }
}

function groupOf(number: number): number {
  return Math.floor(number / (PLACES * LENGTHS));
}

function matchOf(number: number): Match {
  const from = Math.floor(number / LENGTHS) % PLACES;
  return { from, to: from + LENGTHS - 1 - (number % LENGTHS) };
}

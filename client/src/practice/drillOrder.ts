/** Things in a random order, none twice until all had their turn. */
export class DrillOrder<T> {
  readonly #random: () => number;
  #left: T[] = [];
  #last: T | undefined;

  /** @param random from 0 to below 1, as `Math.random` */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** The next one of those there are now; undefined when there is none. */
  next(all: readonly T[]): T | undefined {
    this.#left = this.#left.filter((item) => all.includes(item));
    if (this.#left.length === 0) this.#left = all.filter((item) => all.length === 1 || item !== this.#last);
    const [drawn] = this.#left.splice(Math.floor(this.#random() * this.#left.length), 1);
    this.#last = drawn;
    return drawn;
  }
}

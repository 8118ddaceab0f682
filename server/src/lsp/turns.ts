/** Lets work that can wait be done a piece at a time, and what has arrived meanwhile be answered in between. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when the next piece may be done: never two without a look at what has arrived. */
  next(): Promise<void> {
    this.#last = this.#last.then(aside);
    return this.#last;
  }
}

// A timer would cost a millisecond each, in a browser four.
const aside = (): Promise<void> => new Promise((resolve) => (typeof setImmediate === 'function' ? setImmediate(resolve) : setTimeout(resolve, 0)));

/** Milliseconds after a key within which the editor asks what to show. */
const AFTER_KEY = 30;

/** Says when a person is being answered, so that work that can wait does. */
export class Courtesy {
  #until = 0;

  /** A key was pressed: what the editor asks next comes first. */
  keyPressed(): void {
    this.#until = performance.now() + AFTER_KEY;
  }

  /** Resolves once what has arrived meanwhile is answered. */
  wait(): Promise<void> {
    const milliseconds = this.#until - performance.now();
    // A timer costs a millisecond, in a browser four, and there are thousands of turns.
    if (milliseconds <= 0 && typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
    return new Promise((resolve) => setTimeout(resolve, Math.max(milliseconds, 0)));
  }
}

/** Lets work that can wait be done a piece at a time. */
export class Turns {
  readonly #courtesy: Courtesy;
  #last: Promise<void> = Promise.resolve();

  constructor(courtesy: Courtesy) {
    this.#courtesy = courtesy;
  }

  /** Resolves when the next piece may be done: never two without a look at what has arrived. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => this.#courtesy.wait());
    return this.#last;
  }
}

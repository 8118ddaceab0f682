import type { Steps } from '../story/index.js';

/** Milliseconds after a key within which the editor asks what to show. */
const AFTER_KEY = 30;
/** Milliseconds without a key after which nobody is typing. */
const PAUSE = 300;
/** Milliseconds of work that are done between two keys of somebody who is typing: the next one should find nothing going on. */
const BETWEEN_KEYS = 60;
/** Milliseconds after which somebody who waits for a key looks again. */
const LOOK = 10;
/** Milliseconds of work that nobody notices. */
const SLICE = 8;

/** Says when a person is being answered, so that work that can wait does. */
export class Courtesy {
  #key = -Infinity;
  /** When work went on after the last key. */
  #resumed: number | undefined;

  /** A key was pressed: what the editor asks next comes first. */
  keyPressed(): void {
    this.#key = performance.now();
    this.#resumed = undefined;
  }

  /** Resolves once what has arrived meanwhile is answered. */
  async wait(): Promise<void> {
    await arrived();
    while (this.#mustWait()) await new Promise((resolve) => setTimeout(resolve, LOOK));
  }

  #mustWait(): boolean {
    const now = performance.now();
    const since = now - this.#key;
    if (since < AFTER_KEY) return true;
    this.#resumed ??= now;
    return since < PAUSE && now - this.#resumed > BETWEEN_KEYS;
  }
}

/**
 * Resolves when the messages that have arrived are being answered: they are read from the connection after one round of
 * the event loop and given out in the next, one in each.
 */
export async function arrived(): Promise<void> {
  // A timer costs a millisecond, in a browser four, and there are thousands of turns.
  if (typeof setImmediate !== 'function') return new Promise((resolve) => setTimeout(resolve, 0));
  for (let round = 0; round < 3; round++) await new Promise((resolve) => setImmediate(resolve));
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

  /** Does work step by step, giving way every few milliseconds; also says how many it took. */
  async done<T>(steps: Steps<T>): Promise<{ readonly result: T; readonly took: number }> {
    let [took, since] = [0, performance.now()];
    for (;;) {
      const step = steps.next();
      const spent = performance.now() - since;
      if (step.done === true) return { result: step.value, took: took + spent };
      if (spent < SLICE) continue;
      took += spent;
      await this.next();
      since = performance.now();
    }
  }
}

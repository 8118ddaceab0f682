import type { Roll } from './roll.js';

/** Something that is attacked with texts. */
export interface Target {
  /** What a person would call it. */
  readonly what: string;
  /** How often it is tried in the short run. */
  readonly times: number;
  /** A text to try; `saved` are texts that were kept because each reaches something that no other does. */
  readonly make: (roll: Roll, saved: readonly string[]) => string;
  /** Throws what is wrong with what becomes of a text. */
  readonly check: (text: string) => void | Promise<void>;
}

/** Fails with a message that says what is wrong. */
export function fail(message: string): never {
  throw new Error(message);
}

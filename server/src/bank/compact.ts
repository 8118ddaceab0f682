import type { BankStory } from './types.js';

/** Longer ones are hardly said twice. */
const LONGEST_SHARED = 40;

/**
 * Makes stories small to keep. Words cut from a text keep all of it in memory, and most words and sets of beats occur in
 * many stories: each is kept once, by itself.
 */
export class Compact {
  readonly #texts = new Map<string, string>();
  readonly #sets = new Map<string, ReadonlySet<unknown>>();

  /** The same story, holding on to nothing of its text. */
  story(story: BankStory): BankStory {
    return this.#kept(story) as BankStory;
  }

  #kept(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.#kept(item));
    if (value instanceof Set) return this.#set(value);
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [this.#kept(key), this.#kept(item)]));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, this.#kept(item)]));
  }

  #text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    // What JSON gives back is a string of its own, whatever this one was cut from.
    const own = JSON.parse(JSON.stringify(text)) as string;
    if (own.length <= LONGEST_SHARED) this.#texts.set(own, own);
    return own;
  }

  #set(set: ReadonlySet<unknown>): ReadonlySet<unknown> {
    const items = [...set].map((item) => this.#kept(item));
    const key = items.join('\n');
    const known = this.#sets.get(key) ?? new Set(items);
    this.#sets.set(key, known);
    return known;
  }
}

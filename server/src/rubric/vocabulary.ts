/** The words that patterns and lexicons know, numbered from 0. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();

  constructor(words: readonly string[] = []) {
    words.forEach((word, id) => this.#ids.set(word, id));
  }

  get size(): number {
    return this.#ids.size;
  }

  /** The words in the order of their numbers. */
  get words(): readonly string[] {
    return [...this.#ids.keys()];
  }

  /** The number of a word; -1 for one that nothing knows. */
  idOf(word: string): number {
    return this.#ids.get(word) ?? -1;
  }

  /** The number of a word, from now on known. */
  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    this.#ids.set(word, this.#ids.size);
    return this.#ids.size - 1;
  }
}

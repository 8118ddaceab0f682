import { Op } from './program.js';

/** The alternatives of an `any`, each the place of its sequence. */
interface Choice {
  /** The words that alternatives begin with, sorted, and for each those that begin with it. */
  readonly words: Int32Array;
  readonly begun: readonly (readonly number[])[];
  /** Those that can begin with something else. */
  readonly others: readonly number[];
}

const NONE: readonly number[] = [];

/** The alternatives that begin with a word. */
export function begunBy({ words, begun }: Choice, word: number): readonly number[] {
  let low = 0;
  let high = words.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = words[middle]!;
    if (found === word) return begun[middle]!;
    if (found < word) low = middle + 1;
    else high = middle - 1;
  }
  return NONE;
}

/** The alternatives of a program by what they begin with: an `any` can have dozens, of which the next word leaves one or none. */
export class Choices {
  readonly #code: Int32Array;
  /** By the place of an `any`, one more than its place in what is sorted already. */
  readonly #indexes: Int32Array;
  readonly #sorted: Choice[] = [];

  constructor(code: Int32Array) {
    this.#code = code;
    this.#indexes = new Int32Array(code.length);
  }

  /** The alternatives of the `any` at a place, sorted when they are first asked for. */
  at(place: number): Choice {
    const index = this.#indexes[place]!;
    if (index > 0) return this.#sorted[index - 1]!;
    const choice = this.#sort(place);
    this.#indexes[place] = this.#sorted.push(choice);
    return choice;
  }

  #sort(place: number): Choice {
    const byWord = new Map<number, number[]>();
    const others: number[] = [];
    for (const sequence of this.#code.subarray(place + 2, place + 2 + this.#code[place + 1]!)) {
      const words = this.#firstWords(sequence);
      if (!words) others.push(sequence);
      for (const word of words ?? []) byWord.set(word, [...(byWord.get(word) ?? []), sequence]);
    }
    const words = Int32Array.from(byWord.keys()).sort();
    return { words, begun: Array.from(words, (word) => byWord.get(word)!), others };
  }

  /** The words that a sequence can begin with; undefined where something else can. */
  #firstWords(sequence: number): Iterable<number> | undefined {
    if (this.#code[sequence] === 0) return undefined;
    const step = this.#code[sequence + 1]!;
    if (step >= 0) return [step];
    const place = ~step;
    return this.#code[place] === Op.words ? this.#code.subarray(place + 2, place + 2 + this.#code[place + 1]!) : undefined;
  }
}

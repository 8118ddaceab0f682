import { placeIn, withRoom } from './numberLists.js';
import { Op } from './program.js';

/** Where in {@link Choices.table} what stands, from the place of an `any` on. */
const Part = { first: 0, second: 1, others: 2 } as const;

/**
 * The alternatives of a program by what they begin with: an `any` can have dozens, of which the next word leaves one or none.
 * Of each `any` that was asked for, one table of numbers holds: two masks of the words that alternatives begin with, so that most
 * words are known at a look not to be among them; a count and the sequences that can begin with something else; a count and the
 * words, sorted; and for each word the place of a count and the sequences that begin with it.
 */
export class Choices {
  readonly #code: Int32Array;
  /** By the place of an `any`, its place in the table; 0 for one that was not asked for yet. */
  readonly #places: Int32Array;
  #used = 1;
  table = new Int32Array(1 << 14);

  constructor(code: Int32Array) {
    this.#code = code;
    this.#places = new Int32Array(code.length);
  }

  /** Where the alternatives of the `any` at a place stand in the table. */
  at(place: number): number {
    return this.#places[place]! || this.#add(place);
  }

  /** Where the count and the sequences stand that can begin with something else than a word. */
  othersOf(choice: number): number {
    return choice + Part.others;
  }

  /** Where the count and the sequences stand that begin with a word; 0 for none. */
  begunBy(choice: number, word: number): number {
    const { table } = this;
    if ((table[choice + (word & 32 ? Part.second : Part.first)]! & (1 << (word & 31))) === 0) return 0;
    const words = choice + Part.others + 1 + table[choice + Part.others]!;
    const count = table[words]!;
    const place = placeIn(table, words + 1, words + 1 + count, word);
    return place < 0 ? 0 : table[place + count]!;
  }

  #add(place: number): number {
    const { byWord, others } = this.#sort(place);
    const words = [...byWord.keys()].sort((a, b) => a - b);
    const masks = [0, 0];
    for (const word of words) masks[word & 32 ? 1 : 0]! |= 1 << (word & 31);
    const head = [...masks, others.length, ...others, words.length, ...words];
    const begun = words.map((word) => byWord.get(word)!);
    let next = this.#used + head.length + words.length;
    const places = begun.map((sequences) => (next += 1 + sequences.length) - 1 - sequences.length);
    return (this.#places[place] = this.#keep([...head, ...places, ...begun.flatMap((sequences) => [sequences.length, ...sequences])]));
  }

  #keep(numbers: readonly number[]): number {
    const at = this.#used;
    this.#used += numbers.length;
    this.table = withRoom(this.table, this.#used);
    this.table.set(numbers, at);
    return at;
  }

  #sort(place: number): { byWord: ReadonlyMap<number, readonly number[]>; others: readonly number[] } {
    const byWord = new Map<number, number[]>();
    const others: number[] = [];
    for (const sequence of this.#code.subarray(place + 2, place + 2 + this.#code[place + 1]!)) {
      const words = this.#firstWords(sequence);
      if (!words) others.push(sequence);
      for (const word of words ?? []) byWord.set(word, [...(byWord.get(word) ?? []), sequence]);
    }
    return { byWord, others };
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

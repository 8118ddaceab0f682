import { readDigits, readNumbers, unfold } from './numberText.js';
import { Op, type Program } from './program.js';
import { Anchor, Kind, STREAMS, type Stream, type WrittenProgram } from './programText.js';

/** The program that `writeProgram` wrote. */
export function readProgram({ others, ...texts }: WrittenProgram): Program {
  const reader = new Reader(texts);
  const patterns: number[] = [];
  const anchors: number[] = [];
  for (let number = 0; !reader.ended; number++) {
    const words = reader.pattern(patterns);
    for (let at = 0; at < words.length; at++) anchors.push(words[at]!, number);
  }
  const read = Object.fromEntries(Object.entries(others).map(([name, text]) => [name, readNumbers(text)])) as unknown as Omit<Program, 'code' | 'patterns' | 'words'>;
  return { ...read, code: reader.code(), patterns, words: tableOf(anchors) };
}

/** A table by word of pairs of a word and a pattern: the word, a count and the patterns in their order. */
function tableOf(pairs: readonly number[]): number[] {
  let most = -1;
  for (let at = 0; at < pairs.length; at += 2) if (pairs[at]! > most) most = pairs[at]!;
  const counts = new Int32Array(most + 1);
  for (let at = 0; at < pairs.length; at += 2) counts[pairs[at]!]!++;
  const table: number[] = [];
  const next = new Int32Array(most + 1);
  counts.forEach((count, word) => {
    if (count === 0) return;
    table.push(word, count);
    next[word] = table.length;
    for (let left = count; left > 0; left--) table.push(0);
  });
  for (let at = 0; at < pairs.length; at += 2) table[next[pairs[at]!]!++] = pairs[at + 1]!;
  return table;
}

/** Written numbers, read one after the other. */
class Numbers {
  readonly #numbers: Int32Array;
  #at = 0;

  constructor(text: string) {
    this.#numbers = readDigits(text);
  }

  get count(): number {
    return this.#numbers.length;
  }

  get ended(): boolean {
    return this.#at === this.#numbers.length;
  }

  next(): number {
    return this.#numbers[this.#at++]!;
  }

  /** Puts so many sorted numbers, each written as what lies between it and the one before, into a list from a place on. */
  readSorted(count: number, to: Int32Array, place: number): void {
    const from = this.#at;
    for (let at = 0, number = -1; at < count; at++) to[place + at] = number += 1 + this.#numbers[from + at]!;
    this.#at += count;
  }
}

/** Reads tens of thousands of numbers before the first story is read, in code that is not compiled yet: each as directly as can be. */
class Reader {
  readonly #streams: Readonly<Record<Stream, Numbers>>;
  readonly #code: Int32Array;
  #length = 0;
  readonly #places: number[] = [];
  /** What is being made and has no place yet. */
  readonly #open: Int32Array;
  #top = 0;
  #group = 0;

  constructor(texts: Readonly<Record<Stream, string>>) {
    this.#streams = Object.fromEntries(STREAMS.map((name) => [name, new Numbers(texts[name])])) as Record<Stream, Numbers>;
    // Each number of the code is written in one of the streams.
    const most = Object.values(this.#streams).reduce((sum, { count }) => sum + count, 0);
    this.#code = new Int32Array(most);
    this.#open = new Int32Array(most);
  }

  get ended(): boolean {
    return this.#streams.groups.ended;
  }

  /** The code of all patterns that were read. */
  code(): Int32Array {
    return this.#code.slice(0, this.#length);
  }

  /** Adds the next pattern to those that were read; gives the words that can be its anchor. */
  pattern(patterns: number[]): ArrayLike<number> {
    const { groups, bounds, anchors } = this.#streams;
    this.#group += unfold(groups.next());
    const [least, most] = [bounds.next(), bounds.next()];
    const sequence = this.#place();
    this.#steps();
    patterns.push(this.#group, sequence, least, most);
    for (let at = 0; at < this.#top; at++) patterns.push(this.#open[at]!);
    this.#top = 0;
    const anchor = anchors.next();
    if (anchor === Anchor.none) return [];
    if (anchor === Anchor.own) return this.#ownAnchor();
    const nth = anchor - Anchor.step;
    const own = this.#code[sequence]!;
    return this.#wordsOf(nth < own ? this.#code[sequence + 1 + nth]! : this.#open[1 + nth - own]!);
  }

  #ownAnchor(): Int32Array {
    const count = this.#streams.lengths.next();
    this.#streams.lists.readSorted(count, this.#open, 0);
    return this.#open.subarray(0, count);
  }

  /** The words of which a step needs one; none where it can find something else alone. */
  #wordsOf(step: number): ArrayLike<number> {
    if (step >= 0) return [step];
    const operation = this.#code[~step];
    if (operation === Op.words) return this.#listAt(~step + 1);
    return operation === Op.mixed ? this.#listAt(~step + 3 + this.#code[~step + 2]!) : [];
  }

  #listAt(place: number): Int32Array {
    return this.#code.subarray(place + 1, place + 1 + this.#code[place]!);
  }

  /** The place of a sequence or an operation: a known one, or one that is made now, after all that it names. */
  #place(): number {
    const kind = this.#streams.kinds.next();
    if (kind === Kind.known) return this.#places[this.#streams.known.next()]!;
    const place = kind === Kind.sequence || kind === Kind.operation + Op.any ? this.#made(kind) : this.#operation(kind - Kind.operation);
    this.#places.push(place);
    return place;
  }

  #made(kind: number): number {
    const from = this.#top;
    if (kind === Kind.sequence) this.#steps();
    else this.#alternatives();
    const place = this.#length;
    for (let at = from; at < this.#top; at++) this.#code[this.#length++] = this.#open[at]!;
    this.#top = from;
    return place;
  }

  /** Adds a count and so many steps to what is being made. */
  #steps(): void {
    const count = this.#streams.counts.next();
    this.#open[this.#top++] = count;
    for (let left = count; left > 0; left--) {
      const word = this.#streams.words.next();
      const step = word > 0 ? word - 1 : ~this.#place();
      this.#open[this.#top++] = step;
    }
  }

  #alternatives(): void {
    const count = this.#streams.counts.next();
    this.#open[this.#top++] = Op.any;
    this.#open[this.#top++] = count;
    for (let left = count; left > 0; left--) {
      const sequence = this.#place();
      this.#open[this.#top++] = sequence;
    }
  }

  /** Adds an operation that names no other one. */
  #operation(operation: number): number {
    const place = this.#length;
    this.#code[this.#length++] = operation;
    if (operation === Op.words) this.#list();
    else if (operation === Op.mixed) {
      this.#code[this.#length++] = this.#streams.rest.next();
      const count = this.#streams.rest.next();
      this.#code[this.#length++] = count;
      for (let left = count; left > 0; left--) this.#code[this.#length++] = this.#streams.rest.next();
      this.#list();
    } else if (operation !== Op.start && operation !== Op.end) this.#code[this.#length++] = this.#streams.rest.next();
    return place;
  }

  /** Adds a count and so many sorted words. */
  #list(): void {
    const count = this.#streams.lengths.next();
    this.#code[this.#length++] = count;
    this.#streams.lists.readSorted(count, this.#code, this.#length);
    this.#length += count;
  }
}

import { digitsOf, fold, writeNumbers } from './numberText.js';
import { Op, type Program } from './program.js';
import { Anchor, Kind, listAt, STREAMS, wordsOf, type Stream, type WrittenProgram } from './programText.js';

/** Writes a program so that `readProgram` finds the same one, each place in the order in which the compiler made it. */
export function writeProgram(program: Program): WrittenProgram {
  const { code, patterns, words, ...others } = program;
  const writer = new Writer(code);
  const anchors = anchorsIn(words);
  let [number, group] = [0, 0];
  for (let at = 0; at < patterns.length; at += 5 + patterns[at + 4]!) {
    writer.pattern(patterns.slice(at, at + 5 + patterns[at + 4]!), group, anchors.get(number++) ?? []);
    group = patterns[at]!;
  }
  return { ...writer.texts(), others: Object.fromEntries(Object.entries(others).map(([name, numbers]) => [name, writeNumbers(numbers)])) };
}

/** By pattern, its words in a table from words to patterns, sorted. */
function anchorsIn(table: readonly number[]): Map<number, number[]> {
  const anchors = new Map<number, number[]>();
  for (let at = 0; at < table.length; at += 2 + table[at + 1]!) {
    for (const pattern of table.slice(at + 2, at + 2 + table[at + 1]!)) anchors.set(pattern, [...(anchors.get(pattern) ?? []), table[at]!].sort((a, b) => a - b));
  }
  return anchors;
}

class Writer {
  readonly #code: Int32Array;
  readonly #numbers = Object.fromEntries(STREAMS.map((name) => [name, [] as number[]])) as Record<Stream, number[]>;
  readonly #known = new Map<number, number>();

  constructor(code: Int32Array) {
    this.#code = code;
  }

  texts(): Record<Stream, string> {
    return Object.fromEntries(STREAMS.map((name) => [name, this.#numbers[name].map((number) => digitsOf(number)).join('')])) as Record<Stream, string>;
  }

  pattern([group, sequence, least, most, , ...needs]: readonly number[], before: number, anchor: readonly number[]): void {
    this.#numbers.groups.push(fold(group! - before));
    this.#numbers.bounds.push(least!, most!);
    this.#sequence(sequence!);
    this.#numbers.counts.push(needs.length);
    needs.forEach((need) => this.#step(need));
    this.#anchor([...listAt(this.#code, sequence!), ...needs], anchor);
  }

  #anchor(steps: readonly number[], words: readonly number[]): void {
    const wanted = words.join();
    const found = words.length === 0 ? -1 : steps.findIndex((step) => wordsOf(this.#code, step).join() === wanted);
    this.#numbers.anchors.push(words.length === 0 ? Anchor.none : found < 0 ? Anchor.own : Anchor.step + found);
    if (words.length > 0 && found < 0) this.#list(words);
  }

  #step(step: number): void {
    this.#numbers.words.push(step < 0 ? 0 : step + 1);
    if (step < 0) this.#place(~step, () => this.#operation(~step));
  }

  #sequence(place: number): void {
    this.#place(place, () => {
      this.#numbers.kinds.push(Kind.sequence);
      this.#numbers.counts.push(this.#code[place]!);
      listAt(this.#code, place).forEach((step) => this.#step(step));
    });
  }

  #place(place: number, write: () => void): void {
    const known = this.#known.get(place);
    if (known === undefined) {
      write();
      this.#known.set(place, this.#known.size);
    } else {
      this.#numbers.kinds.push(Kind.known);
      this.#numbers.known.push(known);
    }
  }

  #operation(place: number): void {
    const operation = this.#code[place]!;
    this.#numbers.kinds.push(Kind.operation + operation);
    if (operation === Op.words) this.#list(listAt(this.#code, place + 1));
    else if (operation === Op.any) {
      this.#numbers.counts.push(this.#code[place + 1]!);
      listAt(this.#code, place + 1).forEach((sequence) => this.#sequence(sequence));
    } else if (operation === Op.mixed) {
      const lexicons = listAt(this.#code, place + 2);
      this.#numbers.rest.push(this.#code[place + 1]!, lexicons.length, ...lexicons);
      this.#list(listAt(this.#code, place + 3 + lexicons.length));
    } else if (operation !== Op.start && operation !== Op.end) this.#numbers.rest.push(this.#code[place + 1]!);
  }

  /** Sorted numbers, each as what lies between it and the one before. */
  #list(words: readonly number[]): void {
    this.#numbers.lengths.push(words.length);
    words.forEach((word, at) => this.#numbers.lists.push(at === 0 ? word : word - words[at - 1]! - 1));
  }
}

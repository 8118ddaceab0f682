import { digitsOf, fold, readDigits, readNumbers, unfold, writeNumbers } from './numberText.js';
import { Op, type Program } from './program.js';

/** A program as texts, one for each kind of number in it: what is alike stands together, which is what packs well. */
export type WrittenProgram = Readonly<Record<Stream, string>> & { readonly others: Readonly<Record<string, string>> };

/**
 * `kinds` say what a step is, `counts` and `lengths` how many steps or words follow, `words` and `lists` are numbers of words,
 * `known` are places that were there before, by their order, and `rest` is what an operation needs besides.
 * `groups`, `bounds` and `anchors` are of patterns.
 */
const STREAMS = ['kinds', 'counts', 'lengths', 'words', 'lists', 'known', 'rest', 'groups', 'bounds', 'anchors'] as const;
type Stream = (typeof STREAMS)[number];

const Kind = { word: 0, known: 1, sequence: 2, operation: 3 } as const;
/** The words that can be a pattern's anchor: none, a list of their own, or those of one of its steps. */
const Anchor = { none: 0, own: 1, step: 2 } as const;

/** Writes a program so that {@link readProgram} finds the same one, each place in the order in which the compiler made it. */
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
  readonly #code: readonly number[];
  readonly #numbers = Object.fromEntries(STREAMS.map((name) => [name, [] as number[]])) as Record<Stream, number[]>;
  readonly #known = new Map<number, number>();

  constructor(code: readonly number[]) {
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
    if (step < 0) this.#place(~step, () => this.#operation(~step));
    else {
      this.#numbers.kinds.push(Kind.word);
      this.#numbers.words.push(step);
    }
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

function listAt(code: readonly number[], place: number): readonly number[] {
  return code.slice(place + 1, place + 1 + code[place]!);
}

/** The words of which a step needs one; none where it can find something else alone. */
function wordsOf(code: readonly number[], step: number): readonly number[] {
  if (step >= 0) return [step];
  const place = ~step;
  if (code[place] === Op.words) return listAt(code, place + 1);
  return code[place] === Op.mixed ? listAt(code, place + 3 + code[place + 2]!) : [];
}

/** The program that {@link writeProgram} wrote. */
export function readProgram({ others, ...texts }: WrittenProgram): Program {
  const reader = new Reader(texts);
  const words = new Map<number, number[]>();
  const patterns: number[] = [];
  for (let number = 0; reader.hasPattern(); number++) {
    for (const word of reader.pattern(patterns)) {
      const known = words.get(word);
      if (known) known.push(number);
      else words.set(word, [number]);
    }
  }
  const read = Object.fromEntries(Object.entries(others).map(([name, text]) => [name, readNumbers(text)])) as unknown as Omit<Program, 'code' | 'patterns' | 'words'>;
  return { ...read, code: reader.code, patterns, words: [...words].sort(([a], [b]) => a - b).flatMap(([word, list]) => [word, list.length, ...list]) };
}

class Reader {
  readonly code: number[] = [];
  readonly #places: number[] = [];
  readonly #numbers: Record<Stream, number[]>;
  readonly #at = Object.fromEntries(STREAMS.map((name) => [name, 0])) as Record<Stream, number>;
  #group = 0;

  constructor(texts: Readonly<Record<Stream, string>>) {
    this.#numbers = Object.fromEntries(STREAMS.map((name) => [name, readDigits(texts[name])])) as Record<Stream, number[]>;
  }

  hasPattern(): boolean {
    return this.#at.groups < this.#numbers.groups.length;
  }

  /** Adds the next pattern to those that were read; gives the words that can be its anchor. */
  pattern(patterns: number[]): readonly number[] {
    this.#group += unfold(this.#next('groups'));
    const [least, most] = [this.#next('bounds'), this.#next('bounds')];
    const sequence = this.#place();
    const needs = this.#many(this.#next('counts'), () => this.#step());
    patterns.push(this.#group, sequence, least, most, needs.length, ...needs);
    const anchor = this.#next('anchors');
    if (anchor === Anchor.none) return [];
    return anchor === Anchor.own ? this.#list() : wordsOf(this.code, [...listAt(this.code, sequence), ...needs][anchor - Anchor.step]!);
  }

  #step(): number {
    if (this.#numbers.kinds[this.#at.kinds] !== Kind.word) return ~this.#place();
    this.#at.kinds++;
    return this.#next('words');
  }

  /** The place of a sequence or an operation: a known one, or one that is made now. */
  #place(): number {
    const kind = this.#next('kinds');
    if (kind === Kind.known) return this.#places[this.#next('known')]!;
    const numbers = kind === Kind.sequence ? this.#counted(() => this.#step()) : [kind - Kind.operation, ...this.#needed(kind - Kind.operation)];
    const place = this.code.length;
    for (const number of numbers) this.code.push(number);
    this.#places.push(place);
    return place;
  }

  #needed(operation: number): readonly number[] {
    switch (operation) {
      case Op.words:
        return withCount(this.#list());
      case Op.any:
        return this.#counted(() => this.#place());
      case Op.mixed: {
        const [classes, lexicons] = [this.#next('rest'), this.#next('rest')];
        return [classes, lexicons, ...this.#many(lexicons, () => this.#next('rest')), ...withCount(this.#list())];
      }
      case Op.start:
      case Op.end:
        return [];
      default:
        return [this.#next('rest')];
    }
  }

  #counted(read: () => number): readonly number[] {
    return withCount(this.#many(this.#next('counts'), read));
  }

  #many(count: number, read: () => number): number[] {
    const numbers: number[] = [];
    for (let left = count; left > 0; left--) numbers.push(read());
    return numbers;
  }

  #list(): number[] {
    let word = -1;
    return this.#many(this.#next('lengths'), () => (word += 1 + this.#next('lists')));
  }

  #next(stream: Stream): number {
    return this.#numbers[stream][this.#at[stream]++]!;
  }
}

function withCount(numbers: readonly number[]): readonly number[] {
  return [numbers.length, ...numbers];
}

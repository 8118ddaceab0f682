import { digitsOf, fold, readDigits, readNumbers, unfold, writeNumbers } from './numberText.js';
import { Op, type Program } from './program.js';

/** A program as texts, one for each kind of number in it: what is alike stands together, which is what packs well. */
export type WrittenProgram = Readonly<Record<Stream, string>> & { readonly others: Readonly<Record<string, string>> };

/**
 * `words` are steps that are words, their numbers one higher, and 0 for any other, of which `kinds` say what it is. `counts` and `lengths` say how many
 * steps or words follow, `lists` are numbers of words,
 * `known` are places that were there before, by their order, and `rest` is what an operation needs besides.
 * `groups`, `bounds` and `anchors` are of patterns.
 */
const STREAMS = ['kinds', 'counts', 'lengths', 'words', 'lists', 'known', 'rest', 'groups', 'bounds', 'anchors'] as const;
type Stream = (typeof STREAMS)[number];

const Kind = { known: 0, sequence: 1, operation: 2 } as const;
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
  const patterns: number[] = [];
  const anchors: number[] = [];
  for (let number = 0; !reader.ended; number++) for (const word of reader.pattern(patterns)) anchors.push(word, number);
  const read = Object.fromEntries(Object.entries(others).map(([name, text]) => [name, readNumbers(text)])) as unknown as Omit<Program, 'code' | 'patterns' | 'words'>;
  return { ...read, code: reader.code, patterns, words: tableOf(anchors) };
}

/** A table by word of pairs of a word and a pattern: the word, a count and the patterns in their order. */
function tableOf(pairs: readonly number[]): number[] {
  const counts: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) counts[pairs[at]!] = (counts[pairs[at]!] ?? 0) + 1;
  const table: number[] = [];
  const next: number[] = [];
  counts.forEach((count, word) => {
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

  get ended(): boolean {
    return this.#at === this.#numbers.length;
  }

  next(): number {
    return this.#numbers[this.#at++]!;
  }

  /** Adds so many sorted numbers, each written as what lies between it and the one before. */
  addSorted(count: number, to: number[]): void {
    const last = this.#at + count;
    for (let at = this.#at, number = -1; at < last; at++) to.push((number += 1 + this.#numbers[at]!));
    this.#at = last;
  }
}

class Reader {
  readonly code: number[] = [];
  readonly #places: number[] = [];
  readonly #kinds: Numbers;
  readonly #counts: Numbers;
  readonly #lengths: Numbers;
  readonly #words: Numbers;
  readonly #lists: Numbers;
  readonly #known: Numbers;
  readonly #rest: Numbers;
  readonly #groups: Numbers;
  readonly #bounds: Numbers;
  readonly #anchors: Numbers;
  /** What is being made and has no place yet. */
  readonly #open: number[] = [];
  #group = 0;

  constructor({ kinds, counts, lengths, words, lists, known, rest, groups, bounds, anchors }: Readonly<Record<Stream, string>>) {
    this.#kinds = new Numbers(kinds);
    this.#counts = new Numbers(counts);
    this.#lengths = new Numbers(lengths);
    this.#words = new Numbers(words);
    this.#lists = new Numbers(lists);
    this.#known = new Numbers(known);
    this.#rest = new Numbers(rest);
    this.#groups = new Numbers(groups);
    this.#bounds = new Numbers(bounds);
    this.#anchors = new Numbers(anchors);
  }

  get ended(): boolean {
    return this.#groups.ended;
  }

  /** Adds the next pattern to those that were read; gives the words that can be its anchor. */
  pattern(patterns: number[]): readonly number[] {
    this.#group += unfold(this.#groups.next());
    const [least, most] = [this.#bounds.next(), this.#bounds.next()];
    const sequence = this.#place();
    patterns.push(this.#group, sequence, least, most);
    const at = patterns.length;
    this.#steps(patterns);
    const anchor = this.#anchors.next();
    if (anchor === Anchor.none) return [];
    if (anchor === Anchor.own) return this.#ownAnchor();
    const nth = anchor - Anchor.step;
    const own = this.code[sequence]!;
    return wordsOf(this.code, nth < own ? this.code[sequence + 1 + nth]! : patterns[at + 1 + nth - own]!);
  }

  #ownAnchor(): readonly number[] {
    const words: number[] = [];
    this.#list(words);
    return listAt(words, 0);
  }

  /** The place of a sequence or an operation: a known one, or one that is made now, after all that it names. */
  #place(): number {
    const kind = this.#kinds.next();
    if (kind === Kind.known) return this.#places[this.#known.next()]!;
    const from = this.#open.length;
    if (kind === Kind.sequence) this.#steps(this.#open);
    else this.#operation(kind - Kind.operation);
    const place = this.code.length;
    for (let at = from; at < this.#open.length; at++) this.code.push(this.#open[at]!);
    this.#open.length = from;
    this.#places.push(place);
    return place;
  }

  /** Adds a count and so many steps. */
  #steps(to: number[]): void {
    const count = this.#counts.next();
    to.push(count);
    for (let left = count; left > 0; left--) to.push(this.#step());
  }

  #step(): number {
    const word = this.#words.next();
    return word > 0 ? word - 1 : ~this.#place();
  }

  #operation(operation: number): void {
    this.#open.push(operation);
    switch (operation) {
      case Op.words:
        return this.#list(this.#open);
      case Op.any:
        return this.#counted(this.#counts, () => this.#place());
      case Op.mixed:
        this.#open.push(this.#rest.next());
        this.#counted(this.#rest, () => this.#rest.next());
        return this.#list(this.#open);
      case Op.start:
      case Op.end:
        return;
      default:
        this.#open.push(this.#rest.next());
    }
  }

  #counted(counts: Numbers, read: () => number): void {
    const count = counts.next();
    this.#open.push(count);
    for (let left = count; left > 0; left--) this.#open.push(read());
  }

  /** Adds a count and so many sorted words. */
  #list(to: number[]): void {
    const count = this.#lengths.next();
    to.push(count);
    this.#lists.addSorted(count, to);
  }
}

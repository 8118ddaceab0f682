import { readDigits, readNumbers, unfold } from './numberText.js';
import { Op, type Program } from './program.js';
import { Anchor, Kind, listAt, wordsOf, type Stream, type WrittenProgram } from './programText.js';

/** The program that `writeProgram` wrote. */
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

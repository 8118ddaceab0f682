import { TokenClass, type Token } from '../story/types.js';
import { Follower } from './follow.js';
import { Heard } from './heard.js';
import type { Lexicons } from './lexicons.js';
import type { Program } from './program.js';
import type { Vocabulary } from './vocabulary.js';

/** Where a pattern matched: token indexes, the end exclusive. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** What was found in one sentence: for each group that matched, its matches from left to right. */
export type Matches = ReadonlyMap<number, readonly Match[]>;

/**
 * Finds all patterns of all groups in one pass over a sentence. A pattern is tried only around the tokens that
 * can be its anchor, and gaps are bounded, so the cost of a sentence is proportional to its length.
 */
export class Matcher {
  readonly #patterns: readonly number[];
  /** By pattern, where it begins in what is said of patterns. */
  readonly #places: Int32Array;
  readonly #byWord: Lists;
  readonly #byLexicon: Lists;
  readonly #byClass: Lists;
  readonly #bySlot: readonly number[];
  readonly #heard: Heard;
  readonly #follower: Follower;
  readonly #classes: number;
  /** By pattern: the last sentence it was met in, the next beginning to try in it, and whether it has what the pattern needs. */
  readonly #sentences: Int32Array;
  readonly #next: Int32Array;
  readonly #possible: Uint8Array;
  #sentence = 0;

  /** @param lexicons those the program was compiled with, over the same vocabulary */
  constructor(vocabulary: Vocabulary, lexicons: Lexicons, program: Program) {
    this.#patterns = program.patterns;
    this.#places = placesIn(program.patterns);
    this.#byWord = listsIn(program.words);
    this.#byLexicon = listsIn(program.lexicons);
    this.#byClass = listsIn(program.classes);
    this.#bySlot = [...new Set([...this.#byLexicon.values(), ...this.#byClass.values()].flat())].sort((a, b) => a - b);
    this.#classes = [...this.#byClass.keys()].reduce((all, bit) => all | bit, 0);
    this.#heard = new Heard(vocabulary, lexicons, program);
    this.#follower = new Follower(program, this.#heard);
    const count = this.#places.length;
    this.#sentences = new Int32Array(count);
    this.#next = new Int32Array(count);
    this.#possible = new Uint8Array(count);
  }

  /** All matches in a sentence, by group. */
  match(tokens: readonly Token[]): Matches {
    const found = new Map<number, Match[]>();
    this.#heard.read(tokens);
    this.#sentence++;
    const { words, classes, spans, length } = this.#heard;
    for (let at = 0; at < length; at++) {
      this.#tryAll(this.#byWord.get(words[at]!), at, found);
      for (const span of spans[at]!) this.#tryAll(this.#byLexicon.get(span.lexicon), at, found);
      const known = classes[at]! & this.#classes;
      for (let bit = 1; bit <= known; bit <<= 1) if (known & bit) this.#tryAll(this.#byClass.get(bit), at, found);
      if (classes[at]! & TokenClass.slot) this.#tryAll(this.#bySlot, at, found);
    }
    for (const matches of found.values()) if (matches.length > 1) matches.sort((a, b) => a.from - b.from || b.to - a.to);
    return found;
  }

  #tryAll(patterns: readonly number[] | undefined, at: number, found: Map<number, Match[]>): void {
    if (!patterns) return;
    for (const pattern of patterns) {
      if (this.#sentences[pattern] !== this.#sentence) this.#meet(pattern);
      if (this.#possible[pattern] === 1) this.#try(pattern, at, found);
    }
  }

  #meet(pattern: number): void {
    this.#sentences[pattern] = this.#sentence;
    this.#next[pattern] = 0;
    this.#possible[pattern] = this.#hasAll(this.#places[pattern]! + 4) ? 1 : 0;
  }

  #hasAll(place: number): boolean {
    const last = place + this.#patterns[place]!;
    for (let at = place + 1; at <= last; at++) if (!this.#heard.has(this.#patterns[at]!)) return false;
    return true;
  }

  #try(pattern: number, at: number, found: Map<number, Match[]>): void {
    const place = this.#places[pattern]!;
    const last = at - this.#patterns[place + 2]!;
    const sequence = this.#patterns[place + 1]!;
    for (let from = Math.max(this.#next[pattern]!, at - this.#patterns[place + 3]!); from <= last; from++) {
      const to = this.#follower.longest(sequence, from);
      if (to > from) append(found, this.#patterns[place]!, { from, to });
    }
    if (last >= this.#next[pattern]!) this.#next[pattern] = last + 1;
  }
}

type Lists = ReadonlyMap<number, readonly number[]>;

function listsIn(numbers: readonly number[]): Lists {
  const lists = new Map<number, readonly number[]>();
  for (let at = 0; at < numbers.length; at += 2 + numbers[at + 1]!) lists.set(numbers[at]!, numbers.slice(at + 2, at + 2 + numbers[at + 1]!));
  return lists;
}

function placesIn(patterns: readonly number[]): Int32Array {
  const places: number[] = [];
  for (let at = 0; at < patterns.length; at += 5 + patterns[at + 4]!) places.push(at);
  return Int32Array.from(places);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

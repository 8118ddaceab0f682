import { TokenClass, type Token } from '../story/types.js';
import { Follower } from './follow.js';
import { Heard } from './heard.js';
import type { Lexicons } from './lexicons.js';
import { ANY_ROLE } from './roleBits.js';
import type { Program } from './program.js';
import type { Vocabulary } from './vocabulary.js';

/** Where a pattern matched: token indexes, the end exclusive. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** What was found in one sentence: for each group that matched, its matches from left to right. A condition is there only beside the group that asks for it. */
export type Matches = ReadonlyMap<number, readonly Match[]>;

/**
 * Finds all patterns of all groups in one pass over a sentence. A pattern is tried only around the tokens that
 * can be its anchor, and gaps are bounded, so the cost of a sentence is proportional to its length.
 */
export class Matcher {
  readonly #patterns: Int32Array;
  /** By pattern, where it begins in what is said of patterns. */
  readonly #places: Int32Array;
  readonly #byWord: Lists;
  readonly #byLexicon: Lists;
  readonly #byClass: Lists;
  /** A slot stands for any class and any entry of a lexicon. */
  readonly #bySlot: Lists;
  /** By group its conditions, and by condition its patterns. */
  readonly #conditions: Lists;
  readonly #patternsOf: ReadonlyMap<number, readonly number[]>;
  readonly #heard: Heard;
  readonly #follower: Follower;
  readonly #classes: number;
  /** By pattern, the bits of the roles of the sentences that it is looked for in. */
  readonly #roles: Int32Array;
  /** By pattern: the last sentence it was met in, the next beginning to try in it, and whether it has what the pattern needs. */
  readonly #sentences: Int32Array;
  readonly #next: Int32Array;
  readonly #possible: Uint8Array;
  #sentence = 0;
  #asked = ANY_ROLE;

  /** @param lexicons those the program was compiled with, over the same vocabulary */
  constructor(vocabulary: Vocabulary, lexicons: Lexicons, program: Program) {
    const code = Int32Array.from(program.code);
    this.#patterns = Int32Array.from(program.patterns);
    this.#places = placesIn(program.patterns);
    this.#byWord = new Lists(program.words);
    this.#byLexicon = new Lists(program.lexicons);
    this.#byClass = new Lists(program.classes);
    const slots = [...new Set([...this.#byLexicon.all(), ...this.#byClass.all()])].sort((a, b) => a - b);
    this.#bySlot = new Lists([TokenClass.slot, slots.length, ...slots]);
    this.#classes = this.#byClass.keys().reduce((all, bit) => all | bit, 0);
    this.#conditions = new Lists(program.conditions);
    this.#patternsOf = patternsOf(this.#conditions.all(), this.#places, program.patterns);
    this.#heard = new Heard(vocabulary, lexicons, code);
    this.#follower = new Follower(code, this.#heard);
    const rolesOf = new Map(pairsIn(program.roles));
    this.#roles = this.#places.map((place) => rolesOf.get(this.#patterns[place]!) ?? ANY_ROLE);
    const count = this.#places.length;
    this.#sentences = new Int32Array(count);
    this.#next = new Int32Array(count);
    this.#possible = new Uint8Array(count);
  }

  /** All matches in a sentence, by group; of a group that is looked for in some roles only, where the sentence has one of them. */
  match(tokens: readonly Token[], roles: number): Matches {
    this.#asked = roles;
    const found = new Map<number, Match[]>();
    this.#heard.read(tokens);
    this.#sentence++;
    const { words, classes, spans, length } = this.#heard;
    for (let at = 0; at < length; at++) {
      this.#tryAll(this.#byWord, words[at]!, at, found);
      for (const span of spans[at]!) this.#tryAll(this.#byLexicon, span.lexicon, at, found);
      const known = classes[at]! & this.#classes;
      for (let bit = 1; bit <= known; bit <<= 1) if (known & bit) this.#tryAll(this.#byClass, bit, at, found);
      if (classes[at]! & TokenClass.slot) this.#tryAll(this.#bySlot, TokenClass.slot, at, found);
    }
    for (const group of [...found.keys()]) this.#findConditions(group, found);
    for (const matches of found.values()) if (matches.length > 1) matches.sort((a, b) => a.from - b.from || b.to - a.to);
    return found;
  }

  #findConditions(group: number, found: Map<number, Match[]>): void {
    const place = this.#conditions.placeOf(group);
    if (place < 0) return;
    const last = place + this.#conditions.numbers[place]!;
    for (let each = place + 1; each <= last; each++) {
      for (const pattern of this.#patternsOf.get(this.#conditions.numbers[each]!)!) {
        this.#meet(pattern);
        if (this.#possible[pattern] === 1) this.#tryFrom(pattern, 0, this.#heard.length - 1, found);
      }
    }
  }

  #tryAll(lists: Lists, key: number, at: number, found: Map<number, Match[]>): void {
    const place = lists.placeOf(key);
    if (place < 0) return;
    const last = place + lists.numbers[place]!;
    for (let each = place + 1; each <= last; each++) {
      const pattern = lists.numbers[each]!;
      if (this.#sentences[pattern] !== this.#sentence) this.#meet(pattern);
      if (this.#possible[pattern] === 1) this.#try(pattern, at, found);
    }
  }

  #meet(pattern: number): void {
    this.#sentences[pattern] = this.#sentence;
    this.#next[pattern] = 0;
    this.#possible[pattern] = (this.#roles[pattern]! & this.#asked) !== 0 && this.#hasAll(this.#places[pattern]! + 4) ? 1 : 0;
  }

  #hasAll(place: number): boolean {
    const last = place + this.#patterns[place]!;
    for (let at = place + 1; at <= last; at++) if (!this.#heard.has(this.#patterns[at]!)) return false;
    return true;
  }

  #try(pattern: number, at: number, found: Map<number, Match[]>): void {
    const place = this.#places[pattern]!;
    const last = at - this.#patterns[place + 2]!;
    this.#tryFrom(pattern, Math.max(this.#next[pattern]!, at - this.#patterns[place + 3]!), last, found);
    if (last >= this.#next[pattern]!) this.#next[pattern] = last + 1;
  }

  #tryFrom(pattern: number, first: number, last: number, found: Map<number, Match[]>): void {
    const place = this.#places[pattern]!;
    const sequence = this.#patterns[place + 1]!;
    for (let from = first; from <= last; from++) {
      const to = this.#follower.longest(sequence, from);
      if (to > from) append(found, this.#patterns[place]!, { from, to });
    }
  }
}

/** Lists of numbers, each after its key and its count in one long list. */
class Lists {
  readonly #places = new Map<number, number>();

  readonly numbers: Int32Array;

  constructor(numbers: readonly number[]) {
    this.numbers = Int32Array.from(numbers);
    for (let at = 0; at < numbers.length; at += 2 + numbers[at + 1]!) this.#places.set(numbers[at]!, at + 1);
  }

  /** Where the count of a key's list stands; -1 for none. */
  placeOf(key: number): number {
    return this.#places.get(key) ?? -1;
  }

  keys(): number[] {
    return [...this.#places.keys()];
  }

  /** Everything in any of the lists, once. */
  all(): number[] {
    return [...new Set([...this.#places.values()].flatMap((place) => [...this.numbers.slice(place + 1, place + 1 + this.numbers[place]!)]))];
  }
}

function pairsIn(numbers: readonly number[]): [number, number][] {
  return numbers.flatMap((first, at): [number, number][] => (at % 2 === 0 ? [[first, numbers[at + 1]!]] : []));
}

function placesIn(patterns: readonly number[]): Int32Array {
  const places: number[] = [];
  for (let at = 0; at < patterns.length; at += 5 + patterns[at + 4]!) places.push(at);
  return Int32Array.from(places);
}

function patternsOf(groups: readonly number[], places: Int32Array, patterns: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const lists = new Map<number, number[]>(groups.map((group) => [group, []]));
  places.forEach((place, pattern) => lists.get(patterns[place]!)?.push(pattern));
  return lists;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

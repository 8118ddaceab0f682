import { TokenClass, type Token } from '../story/types.js';
import { Follower } from './follow.js';
import { Heard } from './heard.js';
import type { Lexicons } from './lexicons.js';
import { ANY_ROLE } from './roleBits.js';
import { Gathered, type Matches } from './matches.js';
import type { Program } from './program.js';
import type { Vocabulary } from './vocabulary.js';

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
  readonly #found = new Gathered();
  #sentence = 0;
  #asked = ANY_ROLE;

  /** @param lexicons those the program was compiled with, over the same vocabulary */
  constructor(vocabulary: Vocabulary, lexicons: Lexicons, program: Program) {
    const { code } = program;
    this.#patterns = Int32Array.from(program.patterns);
    this.#places = placesIn(program.patterns);
    this.#byWord = new Lists(program.words);
    this.#byLexicon = new Lists(program.lexicons);
    this.#byClass = new Lists(byPlace(program.classes));
    const slots = [...new Set([...this.#byLexicon.all(), ...this.#byClass.all()])].sort((a, b) => a - b);
    this.#bySlot = new Lists([0, slots.length, ...slots]);
    this.#classes = this.#byClass.keys().reduce((all, place) => all | (1 << place), 0);
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
    this.#found.clear();
    this.#heard.read(tokens);
    this.#sentence++;
    const { words, classes, entries, length } = this.#heard;
    for (let at = 0; at < length; at++) {
      if (words[at]! >= 0) this.#tryAll(this.#byWord, words[at]!, at);
      for (let each = entries.firsts[at]!; each < entries.firsts[at + 1]!; each++) this.#tryAll(this.#byLexicon, entries.lexicons[each]!, at);
      for (let bits = classes[at]! & this.#classes; bits !== 0; bits &= bits - 1) this.#tryAll(this.#byClass, placeOf(bits & -bits), at);
      if (classes[at]! & TokenClass.slot) this.#tryAll(this.#bySlot, 0, at);
    }
    const matches = this.#found.matches();
    return this.#findConditions(matches) ? this.#found.matches() : matches;
  }

  /** Looks for the conditions of what was found; true when one of them was. */
  #findConditions(matches: Matches): boolean {
    let some = false;
    for (const group of matches.groups()) {
      const place = this.#conditions.placeOf(group);
      if (place < 0) continue;
      const last = place + this.#conditions.numbers[place]!;
      for (let each = place + 1; each <= last; each++) {
        for (const pattern of this.#patternsOf.get(this.#conditions.numbers[each]!)!) {
          this.#meet(pattern);
          if (this.#possible[pattern] === 1 && this.#tryFrom(pattern, 0, this.#heard.length - 1)) some = true;
        }
      }
    }
    return some;
  }

  #tryAll(lists: Lists, key: number, at: number): void {
    const place = lists.placeOf(key);
    if (place < 0) return;
    const last = place + lists.numbers[place]!;
    for (let each = place + 1; each <= last; each++) {
      const pattern = lists.numbers[each]!;
      if (this.#sentences[pattern] !== this.#sentence) this.#meet(pattern);
      if (this.#possible[pattern] === 1) this.#try(pattern, at);
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

  #try(pattern: number, at: number): void {
    const place = this.#places[pattern]!;
    const last = at - this.#patterns[place + 2]!;
    this.#tryFrom(pattern, Math.max(this.#next[pattern]!, at - this.#patterns[place + 3]!), last);
    if (last >= this.#next[pattern]!) this.#next[pattern] = last + 1;
  }

  /** Most patterns match from none of the tokens that they are tried from, and that is known at once. */
  #tryFrom(pattern: number, first: number, last: number): boolean {
    const place = this.#places[pattern]!;
    const sequence = this.#patterns[place + 1]!;
    if (first > last) return false;
    const furthest = this.#follower.furthest(sequence, first, last);
    if (furthest < 0) return false;
    for (let from = first; from <= last; from++) {
      const to = first === last ? furthest : this.#follower.furthest(sequence, from, from);
      if (to > from) this.#found.add(this.#patterns[place]!, from, to);
    }
    return true;
  }
}

/** Lists of numbers, each after its key and its count in one long list. */
class Lists {
  readonly numbers: Int32Array;
  /** By key, one more than where the count of its list stands; 0 for none. */
  readonly #places: Int32Array;

  constructor(numbers: readonly number[]) {
    this.numbers = Int32Array.from(numbers);
    let most = -1;
    for (let at = 0; at < numbers.length; at += 2 + numbers[at + 1]!) most = Math.max(most, numbers[at]!);
    this.#places = new Int32Array(most + 1);
    for (let at = 0; at < numbers.length; at += 2 + numbers[at + 1]!) this.#places[numbers[at]!] = at + 2;
  }

  /** Where the count of a key's list stands; -1 for none. */
  placeOf(key: number): number {
    return key < this.#places.length ? this.#places[key]! - 1 : -1;
  }

  keys(): number[] {
    return [...this.#places.keys()].filter((key) => this.#places[key]! > 0);
  }

  /** Everything in any of the lists, once. */
  all(): number[] {
    return [...new Set(this.keys().flatMap((key) => [...this.numbers.slice(this.placeOf(key) + 1, this.placeOf(key) + 1 + this.numbers[this.placeOf(key)]!)]))];
  }
}

/** The lists of classes by the place of their bit. */
function byPlace(lists: readonly number[]): number[] {
  const placed = [...lists];
  for (let at = 0; at < placed.length; at += 2 + placed[at + 1]!) placed[at] = placeOf(placed[at]!);
  return placed;
}

function placeOf(bit: number): number {
  return 31 - Math.clz32(bit);
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

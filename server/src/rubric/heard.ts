import { TokenClass, type Token } from '../story/types.js';
import { EntriesFound, type Lexicons } from './lexicons.js';
import { withRoom } from './numberLists.js';
import { lanesFor } from './positions.js';
import { Op } from './program.js';
import type { Vocabulary } from './vocabulary.js';

/** Nothing is counted so far that a sentence more could not be. */
const MOST_COUNTED = 2 ** 30;

/**
 * One sentence as patterns see it: numbers of words, classes, and the entries of lexicons in it; and for each of these, where in the
 * sentence it stands, as bits by position: so many numbers of 32 bits as {@link lanes} says, for the positions before each token and at the end.
 */
export class Heard {
  length = 0;
  lanes = 1;
  /** By token: the number of its word, -1 for one that no pattern knows and for the end. */
  words = new Int32Array(64);
  classes = new Int32Array(64);
  readonly entries = new EntriesFound();
  /** Where things stand: sets of positions, the first of them that of nothing. */
  sets = new Int32Array(1024);
  /** Where the next set is put. */
  #used = 0;
  #all = 0;
  /** By word and by lexicon, the place of its set and what was counted before this sentence; less than that for one that is not in it. */
  #ofWords = new Int32Array(1024).fill(-1);
  #ofLexicons = new Int32Array(64).fill(-1);
  #counted = 0;
  /** By the place of a bit among the classes, the place of its set. */
  readonly #ofClasses = new Int32Array(32);
  readonly #vocabulary: Vocabulary;
  readonly #known: Lexicons;
  readonly #code: Int32Array;

  constructor(vocabulary: Vocabulary, lexicons: Lexicons, code: Int32Array) {
    this.#vocabulary = vocabulary;
    this.#known = lexicons;
    this.#code = code;
  }

  /** Sets the sentence. */
  read(tokens: readonly Token[]): void {
    this.#begin(tokens.length);
    for (let at = 0; at < tokens.length; at++) {
      const { word, classes } = tokens[at]!;
      const number = this.#vocabulary.idOf(word);
      this.words[at] = number;
      this.classes[at] = classes;
      this.#all |= classes;
      if (number >= 0) this.#put(this.#ofWords, number, at);
    }
    this.words[this.length] = -1;
    this.classes[this.length] = 0;
    this.#known.find(this.words, this.length, this.entries);
    for (let each = 0; each < this.entries.count; each++) this.#put(this.#ofLexicons, this.entries.lexicons[each]!, this.entries.from[each]!);
    for (let bits = this.#all; bits !== 0; bits &= bits - 1) this.#standClass(bits & -bits);
  }

  /** The place of the set of positions that a word stands at; 0 for one that is not in the sentence. */
  ofWord(word: number): number {
    return Math.max(0, this.#ofWords[word]! - this.#counted);
  }

  /** The place of the set of positions that entries of a lexicon begin at. */
  ofLexicon(lexicon: number): number {
    return Math.max(0, this.#ofLexicons[lexicon]! - this.#counted);
  }

  /** The place of the set of tokens of the class of one bit. */
  ofClass(bit: number): number {
    return (this.#all & bit) === 0 ? 0 : this.#ofClasses[Math.clz32(bit)]!;
  }

  /** True when a step, or one of what is `mixed`, finds something in the sentence: asked far more often than a pattern is followed. */
  has(step: number): boolean {
    if (step >= 0) return this.#ofWords[step]! > this.#counted;
    const place = ~step;
    const first = this.#code[place + 1]!;
    switch (this.#code[place]) {
      case Op.words:
        return this.#hasOneOf(place + 1, this.#ofWords);
      case Op.lexicon:
        return this.#ofLexicons[first]! > this.#counted || (this.#all & TokenClass.slot) !== 0;
      case Op.bits:
        return (this.#all & (first | TokenClass.slot)) !== 0;
      default:
        return (this.#all & (first | TokenClass.slot)) !== 0 || this.#hasOneOf(place + 2, this.#ofLexicons) || this.#hasOneOf(place + 3 + this.#code[place + 2]!, this.#ofWords);
    }
  }

  #hasOneOf(place: number, sets: Int32Array): boolean {
    const last = place + this.#code[place]!;
    for (let at = place + 1; at <= last; at++) if (sets[this.#code[at]!]! > this.#counted) return true;
    return false;
  }

  #begin(length: number): void {
    this.#counted += this.#used;
    if (this.#counted > MOST_COUNTED) {
      this.#counted = 0;
      this.#ofWords.fill(-1);
      this.#ofLexicons.fill(-1);
    }
    if (this.#ofWords.length < this.#vocabulary.size) this.#ofWords = new Int32Array(this.#vocabulary.size * 2).fill(-1);
    if (this.#ofLexicons.length < this.#known.count) this.#ofLexicons = new Int32Array(this.#known.count).fill(-1);
    if (this.words.length <= length) [this.words, this.classes] = [new Int32Array(length * 2), new Int32Array(length * 2)];
    this.length = length;
    this.lanes = lanesFor(length);
    this.#all = 0;
    this.#used = 0;
    this.#add();
  }

  /** The place of a set with nothing in it yet. */
  #add(): number {
    const place = this.#used;
    this.#used += this.lanes;
    this.sets = withRoom(this.sets, this.#used);
    this.sets.fill(0, place, this.#used);
    return place;
  }

  #put(sets: Int32Array, number: number, at: number): void {
    if (sets[number]! <= this.#counted) sets[number] = this.#counted + this.#add();
    this.sets[sets[number]! - this.#counted + (at >> 5)]! |= 1 << (at & 31);
  }

  #standClass(bit: number): void {
    const place = this.#add();
    this.#ofClasses[Math.clz32(bit)] = place;
    for (let at = 0; at < this.length; at++) if (this.classes[at]! & bit) this.sets[place + (at >> 5)]! |= 1 << (at & 31);
  }
}

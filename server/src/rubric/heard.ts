import { TokenClass, type Token } from '../story/types.js';
import type { Lexicons, Spans } from './lexicons.js';
import { Op } from './program.js';
import type { Vocabulary } from './vocabulary.js';

/** One sentence as patterns see it: numbers of words, classes, and the entries of lexicons in it. */
export class Heard {
  length = 0;
  /** By token: the number of its word, -1 for one that no pattern knows. */
  words: number[] = [];
  classes: number[] = [];
  spans: Spans[] = [];
  #all = 0;
  #stamp = 0;
  #words = new Int32Array(1024);
  #lexicons = new Int32Array(64);
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
    if (this.#words.length < this.#vocabulary.size) this.#words = new Int32Array(this.#vocabulary.size * 2);
    if (this.#lexicons.length < this.#known.count) this.#lexicons = new Int32Array(this.#known.count);
    this.length = tokens.length;
    this.words = tokens.map(({ word }) => this.#vocabulary.idOf(word));
    this.classes = tokens.map(({ classes }) => classes);
    this.spans = this.#known.spansIn(this.words);
    this.#stamp++;
    this.#all = 0;
    for (let at = 0; at < this.length; at++) {
      this.#all |= this.classes[at]!;
      if (this.words[at]! >= 0) this.#words[this.words[at]!] = this.#stamp;
      for (const { lexicon } of this.spans[at]!) this.#lexicons[lexicon] = this.#stamp;
    }
  }

  /** True when a step, or one of what is `mixed`, finds something in the sentence: asked far more often than a pattern is followed. */
  has(step: number): boolean {
    if (step >= 0) return this.#words[step] === this.#stamp;
    const place = ~step;
    const first = this.#code[place + 1]!;
    switch (this.#code[place]) {
      case Op.words:
        return this.#hasOneOf(place + 1, this.#words);
      case Op.lexicon:
        return this.#lexicons[first] === this.#stamp || (this.#all & TokenClass.slot) !== 0;
      case Op.bits:
        return (this.#all & (first | TokenClass.slot)) !== 0;
      default:
        return (this.#all & (first | TokenClass.slot)) !== 0 || this.#hasOneOf(place + 2, this.#lexicons) || this.#hasOneOf(place + 3 + this.#code[place + 2]!, this.#words);
    }
  }

  /** The tokens after the entries of a lexicon that begin at a token; an unfilled slot stands for any entry. */
  endsOf(lexicon: number, at: number): number[] {
    const ends = this.spans[at]!.filter((span) => span.lexicon === lexicon).map(({ to }) => to);
    if (this.classes[at]! & TokenClass.slot && !ends.includes(at + 1)) ends.push(at + 1);
    return ends;
  }

  #hasOneOf(place: number, seen: Int32Array): boolean {
    const last = place + this.#code[place]!;
    for (let at = place + 1; at <= last; at++) if (seen[this.#code[at]!] === this.#stamp) return true;
    return false;
  }
}

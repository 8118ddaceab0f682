import type { Hearing, Rubric } from '../rubric/index.js';
import { TokenClass, type Role, type Sentence, type Token } from '../story/types.js';
import { marksOf, standsForOther, wordOf } from './features.js';

type Weights = readonly number[];

interface Thresholds {
  readonly strong: number;
  readonly weak: number;
  readonly doubt: number;
}

/** How two words stand to each other in a feature: side by side, with a word between, or at the beginning of a sentence. */
const Apart = { none: 0, one: 1, opening: 2 } as const;
const CARET = 0x5e;

/** What was learned, ready to look up by the numbers of words: most features are two words, and joining them for each look costs more than the look. */
export class Ears {
  readonly #hearing: Hearing;
  readonly #words = new Words();
  /** By the number of a word, the place of its feature in `#weights`, anywhere and at the beginning of a sentence; -1 for a word that counts only beside others. */
  readonly #alone: Int32Array;
  readonly #openings: Int32Array;
  /** The same by two words and how they stand to each other. */
  readonly #pairs = new Map<number, number>();
  readonly #weights: Weights[] = [];
  /** By feature, the last sentence it was counted in. */
  readonly #counted: Int32Array;
  #sentence = 0;
  /** By place in the rubric's beats, the place in what was learned; -1 for a beat nothing was learned of. */
  readonly #known: readonly number[];
  readonly #thresholds: readonly (Thresholds | undefined)[];

  constructor(rubric: Rubric, hearing: Hearing) {
    this.#hearing = hearing;
    this.#known = rubric.data.beats.map(({ id }) => hearing.beats.indexOf(id));
    this.#thresholds = this.#known.map((known) => (known < 0 ? undefined : { strong: hearing.strong[known]!, weak: hearing.weak[known]!, doubt: hearing.doubt[known]! }));
    const features = Object.keys(hearing.weights);
    const placed = features.map((feature) => this.#parts(feature));
    this.#alone = new Int32Array(this.#words.size).fill(-1);
    this.#openings = new Int32Array(this.#words.size).fill(-1);
    placed.forEach(({ first, second, apart }, feature) => {
      this.#weights.push(hearing.weights[features[feature]!]!);
      if (second >= 0) this.#pairs.set(this.#pair(first, second, apart), feature);
      else (apart === Apart.opening ? this.#openings : this.#alone)[first] = feature;
    });
    this.#counted = new Int32Array(features.length);
  }

  /** The numbers of a feature's words, -1 for no second one. Thousands are read before the first story is, so nothing is split or searched twice. */
  #parts(feature: string): { first: number; second: number; apart: number } {
    const opening = feature.charCodeAt(0) === CARET;
    const end = feature.indexOf(' ');
    const last = feature.lastIndexOf(' ');
    const first = this.#words.add(feature.slice(opening ? 1 : 0, end < 0 ? undefined : end));
    const apart = opening ? Apart.opening : last > end ? Apart.one : Apart.none;
    return { first, second: end < 0 ? -1 : this.#words.add(feature.slice(last + 1)), apart };
  }

  #pair(first: number, second: number, apart: number): number {
    return (apart * this.#words.size + first) * this.#words.size + second;
  }

  /** The probabilities from which on a beat counts as said strongly, weakly, or perhaps after all; undefined for a beat nothing was learned of. */
  thresholds(beat: number): Thresholds | undefined {
    return this.#thresholds[beat];
  }

  /**
   * How likely a sentence says each beat, by place in the rubric's beats, each from 0 to 1; 0 for a beat nothing was learned of.
   * Each feature counts once, however often the sentence has it. `cues` are the marks of the cues heard in it.
   */
  probabilities(sentence: Sentence, roles: ReadonlySet<Role>, cues: readonly string[]): number[] {
    const logits = [...this.#hearing.base];
    this.#sentence++;
    const words = this.#words.of(sentence.tokens);
    for (const mark of [...marksOf(sentence, roles, words.length), ...cues]) this.#countWord(logits, this.#alone, this.#words.numberOf(mark));
    const first = words[0] ?? this.#words.numberOf('');
    this.#countWord(logits, this.#openings, first);
    this.#countPair(logits, first, words[1] ?? this.#words.numberOf(''), Apart.opening);
    for (let at = 0; at < words.length; at++) {
      this.#countWord(logits, this.#alone, words[at]!);
      if (at > 0) this.#countPair(logits, words[at - 1]!, words[at]!, Apart.none);
      if (at > 1) this.#countPair(logits, words[at - 2]!, words[at]!, Apart.one);
    }
    this.#countPair(logits, words.at(-1) ?? this.#words.numberOf(''), this.#words.numberOf('$'), Apart.none);
    return this.#known.map((known) => (known < 0 ? 0 : 1 / (1 + Math.exp(-logits[known]! / 100))));
  }

  #countWord(logits: number[], features: Int32Array, word: number): void {
    if (word >= 0 && features[word]! >= 0) this.#count(logits, features[word]!);
  }

  #countPair(logits: number[], first: number, second: number, apart: number): void {
    if (first < 0 || second < 0) return;
    const feature = this.#pairs.get(this.#pair(first, second, apart));
    if (feature !== undefined) this.#count(logits, feature);
  }

  #count(logits: number[], feature: number): void {
    if (this.#counted[feature] === this.#sentence) return;
    this.#counted[feature] = this.#sentence;
    const weights = this.#weights[feature]!;
    for (let at = 0; at < weights.length; at += 2) logits[weights[at]!]! += weights[at + 1]!;
  }
}

/** A longer word may hold on to the whole text that it was cut from. */
const LONGEST_KEPT = 12;
const MOST_KEPT = 20_000;

/** The numbers of the words that something was learned of. */
class Words {
  readonly #numbers = new Map<string, number>();
  /** The same of words as they were written. */
  readonly #written = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  add(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** The number of a word as it was learned; -1 for one that nothing was learned of. */
  numberOf(word: string): number {
    return this.#numbers.get(word) ?? -1;
  }

  /** The numbers of the words of a sentence, without its slots. */
  of(tokens: readonly Token[]): number[] {
    const words: number[] = [];
    for (const token of tokens) if (!(token.classes & TokenClass.slot)) words.push(this.#numberAt(token));
    return words;
  }

  #numberAt(token: Token): number {
    if (standsForOther(token) || token.word.length > LONGEST_KEPT) return this.numberOf(wordOf(token));
    const known = this.#written.get(token.word);
    if (known !== undefined) return known;
    if (this.#written.size === MOST_KEPT) this.#written.clear();
    const number = this.numberOf(wordOf(token));
    this.#written.set(token.word, number);
    return number;
  }
}

const ears = new WeakMap<Rubric, Ears>();

/** What a rubric has learned, made ready once; undefined where it has learned nothing. */
export function earsOf(rubric: Rubric): Ears | undefined {
  const { hearing } = rubric.data;
  if (!hearing) return undefined;
  const known = ears.get(rubric) ?? new Ears(rubric, hearing);
  ears.set(rubric, known);
  return known;
}

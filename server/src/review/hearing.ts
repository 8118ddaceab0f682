import { Apart, pairIn, tablesOf, type Hearing, type HearingTables, type Rubric } from '../rubric/index.js';
import { TokenClass, type Role, type Sentence, type Token } from '../story/types.js';
import { cueMark, formMarks, roleMarks, standsForOther, wordOf, type Strength } from './features.js';

interface Thresholds {
  readonly strong: number;
  readonly weak: number;
  readonly doubt: number;
}

/** Of each beat whether a cue of it was heard, by place in the rubric's beats. */
export type Cued = readonly ({ readonly strength: Strength } | undefined)[];

/** What was learned, looked up by the numbers of words: most features are two words, and joining them for each look costs more than the look. */
export class Ears {
  readonly #tables: HearingTables;
  readonly #words: Words;
  readonly #base: readonly number[];
  /** By feature, the last sentence it was counted in. */
  readonly #counted: Int32Array;
  #sentence = 0;
  /** Of the sentence that is listened to: its words by their numbers, and what speaks for each beat so far. */
  readonly #said: number[] = [];
  readonly #logits: Float64Array;
  readonly #none: number;
  readonly #end: number;
  /** By place in the rubric's beats, the place in what was learned; -1 for a beat nothing was learned of. */
  readonly #known: readonly number[];
  readonly #thresholds: readonly (Thresholds | undefined)[];
  /** By place in the rubric's beats, the words that stand for its cues. */
  readonly #cues: Readonly<Record<Strength, readonly number[]>>;
  readonly #roles = new WeakMap<ReadonlySet<Role>, readonly number[]>();

  constructor(rubric: Rubric, hearing: Hearing) {
    const { beats } = rubric.data;
    this.#tables = tablesOf(hearing);
    this.#words = new Words(this.#tables.words.split(' '));
    this.#base = hearing.base;
    this.#counted = new Int32Array(this.#tables.says.length - 1);
    this.#logits = new Float64Array(this.#base.length);
    this.#none = this.#words.numberOf('');
    this.#end = this.#words.numberOf('$');
    this.#known = beats.map(({ id }) => hearing.beats.indexOf(id));
    this.#thresholds = this.#known.map((known) => (known < 0 ? undefined : { strong: hearing.strong[known]!, weak: hearing.weak[known]!, doubt: hearing.doubt[known]! }));
    const cues = (strength: Strength): number[] => beats.map(({ id }) => this.#words.numberOf(cueMark(strength, id)));
    this.#cues = { strong: cues('strong'), weak: cues('weak') };
  }

  /** The probabilities from which on a beat counts as said strongly, weakly, or perhaps after all; undefined for a beat nothing was learned of. */
  thresholds(beat: number): Thresholds | undefined {
    return this.#thresholds[beat];
  }

  /**
   * How likely a sentence says each beat, by place in the rubric's beats, each from 0 to 1; 0 for a beat nothing was learned of.
   * Each feature counts once, however often the sentence has it.
   */
  probabilities(sentence: Sentence, roles: ReadonlySet<Role>, cued: Cued): number[] {
    this.#logits.set(this.#base);
    this.#sentence++;
    this.#words.read(sentence.tokens, this.#said);
    this.#countMarks(sentence, roles, cued);
    this.#countWords();
    return this.#known.map((known) => (known < 0 ? 0 : 1 / (1 + Math.exp(-this.#logits[known]! / 100))));
  }

  #countMarks(sentence: Sentence, roles: ReadonlySet<Role>, cued: Cued): void {
    for (const mark of this.#marksOf(roles)) this.#countAlone(mark);
    for (const mark of formMarks(sentence, this.#said.length)) this.#countAlone(this.#words.numberOf(mark));
    cued.forEach((cue, beat) => {
      if (cue) this.#countAlone(this.#cues[cue.strength][beat]!);
    });
  }

  #marksOf(roles: ReadonlySet<Role>): readonly number[] {
    const known = this.#roles.get(roles) ?? roleMarks(roles).map((mark) => this.#words.numberOf(mark));
    this.#roles.set(roles, known);
    return known;
  }

  #countWords(): void {
    const words = this.#said;
    const first = words.length > 0 ? words[0]! : this.#none;
    if (first >= 0) this.#count(this.#tables.openings[first]!);
    this.#countPair(first, words.length > 1 ? words[1]! : this.#none, Apart.opening);
    let [before, last] = [-1, -1];
    for (const word of words) {
      this.#countAlone(word);
      this.#countPair(last, word, Apart.none);
      this.#countPair(before, word, Apart.one);
      before = last;
      last = word;
    }
    this.#countPair(words.length > 0 ? last : this.#none, this.#end, Apart.none);
  }

  #countAlone(word: number): void {
    if (word >= 0) this.#count(this.#tables.alone[word]!);
  }

  #countPair(first: number, second: number, apart: number): void {
    if (first >= 0 && second >= 0) this.#count(pairIn(this.#tables, first, second, apart));
  }

  #count(feature: number): void {
    if (feature < 0 || this.#counted[feature] === this.#sentence) return;
    this.#counted[feature] = this.#sentence;
    const { says, beats, weights } = this.#tables;
    const logits = this.#logits;
    for (let at = says[feature]!; at < says[feature + 1]!; at++) logits[beats[at]!]! += weights[at]!;
  }
}

/** A longer word may hold on to the whole text that it was cut from. */
const LONGEST_KEPT = 12;
const MOST_KEPT = 20_000;

/** The numbers of the words that something was learned of. */
class Words {
  readonly #numbers: ReadonlyMap<string, number>;
  /** The same of words as they were written. */
  readonly #written = new Map<string, number>();

  constructor(words: readonly string[]) {
    this.#numbers = new Map(words.map((word, number) => [word, number]));
  }

  /** The number of a word as it was learned; -1 for one that nothing was learned of. */
  numberOf(word: string): number {
    return this.#numbers.get(word) ?? -1;
  }

  /** Puts the numbers of the words of a sentence, without its slots, into a list. */
  read(tokens: readonly Token[], to: number[]): void {
    to.length = 0;
    for (const token of tokens) if (!(token.classes & TokenClass.slot)) to.push(this.#numberAt(token));
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
  const known = ears.get(rubric);
  if (known) return known;
  const { hearing } = rubric.data;
  if (!hearing) return undefined;
  const made = new Ears(rubric, hearing);
  ears.set(rubric, made);
  return made;
}

import type { Rubric } from '../rubric/index.js';
import type { Question } from '../rubric/types.js';
import { plainSentences } from '../story/index.js';
import { isAskingWord } from './stems.js';
import { termOf } from './terms.js';

/** A question of the rubric's bank that asks for much the same. */
export interface NearQuestion {
  readonly question: Question;
  /** 0–1; 1 for the same words. */
  readonly likeness: number;
}

/** The terms of a text, each once, with the word that stands for it. */
export function topicOf(text: string): ReadonlyMap<string, string> {
  const terms = new Map<string, string>();
  for (const tokens of plainSentences(text)) {
    for (const token of tokens) {
      const term = termOf(token);
      if (term !== undefined && !isAskingWord(token.word) && !terms.has(term)) terms.set(term, token.word);
    }
  }
  return terms;
}

/** Less alike than this is chance; more so where it rests on a single word. */
const LEAST_LIKENESS = 0.34;
const LEAST_LIKENESS_BY_ONE = 0.8;
const MOST_NEAR = 3;

/** The questions of a rubric's bank, to be compared with others by the words they share, rare ones above all. */
export class QuestionBank {
  readonly #questions: { readonly question: Question; readonly terms: ReadonlySet<string>; readonly length: number }[];
  readonly #rarity = new Map<string, number>();
  readonly #unknown: number;

  constructor(rubric: Rubric) {
    const read = rubric.data.questions.map((question) => ({ question, terms: new Set(topicOf(question.text).keys()) }));
    const seen = new Map<string, number>();
    for (const { terms } of read) for (const term of terms) seen.set(term, (seen.get(term) ?? 0) + 1);
    for (const [term, count] of seen) this.#rarity.set(term, Math.log(1 + read.length / count));
    this.#unknown = Math.log(1 + read.length);
    this.#questions = read.map(({ question, terms }) => ({ question, terms, length: this.#lengthOf(terms) }));
  }

  /** The nearest ones, nearest first. */
  near(terms: ReadonlySet<string>): NearQuestion[] {
    const length = this.#lengthOf(terms);
    const near = this.#questions.map(({ question, terms: own, length: ownLength }) => ({ question, likeness: this.#shared(terms, own) / (length * ownLength || 1), common: [...terms].filter((term) => own.has(term)).length }));
    return near.filter(({ likeness, common }) => likeness >= (common > 1 ? LEAST_LIKENESS : LEAST_LIKENESS_BY_ONE)).sort((a, b) => b.likeness - a.likeness).slice(0, MOST_NEAR).map(({ question, likeness }) => ({ question, likeness }));
  }

  #shared(terms: ReadonlySet<string>, own: ReadonlySet<string>): number {
    let sum = 0;
    for (const term of terms) if (own.has(term)) sum += this.#weight(term) ** 2;
    return sum;
  }

  #lengthOf(terms: ReadonlySet<string>): number {
    let sum = 0;
    for (const term of terms) sum += this.#weight(term) ** 2;
    return Math.sqrt(sum);
  }

  #weight(term: string): number {
    return this.#rarity.get(term) ?? this.#unknown;
  }
}

const banks = new WeakMap<Rubric, QuestionBank>();

/** The question bank of a rubric, ready to compare with. */
export function questionBankOf(rubric: Rubric): QuestionBank {
  const known = banks.get(rubric) ?? new QuestionBank(rubric);
  banks.set(rubric, known);
  return known;
}

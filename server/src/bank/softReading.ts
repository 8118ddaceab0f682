import type { Rubric } from '../rubric/index.js';
import type { Wording } from '../rubric/types.js';
import { familiesOf, type Families, type Notion } from './kin.js';

/** A wording that speaks the words of a question, whether or not one of its patterns matches. */
export interface Sounding {
  readonly wording: Wording;
  /** 0–1: how much of what the question says it accounts for, telling words above all. */
  readonly certainty: number;
}

/** How much a word says for a wording, by where the wording has it. */
const OWN = 1;
const TOLD = 0.6;
const KIND_TITLE = 0.5;
const KIND_SUMMARY = 0.3;
const MOST_KINDS = 2;
/** A word of the same family counts for so much of the word itself. */
const OF_FAMILY = 0.9;
/** How much nearer each word of a family brings a wording to all of it. */
const FAMILY_STEP = 0.3;
/** How much an unknown word, and one of which only the family is known, takes away from certainty. */
const UNKNOWN = 0.5;
const FAMILY_KNOWN = 0.8;
/** So much is taken to have been left unsaid: one word alone makes nothing certain. */
const UNSAID = 2;

interface Vocabulary {
  readonly wording: Wording;
  readonly terms: ReadonlyMap<string, number>;
  readonly families: ReadonlyMap<string, number>;
}

/** Reads a question by the vocabulary of each wording, for what no pattern understands. */
export class SoftReading {
  readonly #families: Families;
  readonly #vocabularies: readonly Vocabulary[];
  /** In how many vocabularies a term or a family is, as far as they have it. */
  readonly #terms = new Map<string, number>();
  readonly #inFamilies = new Map<string, number>();
  readonly #read = new Map<string, readonly Notion[]>();

  constructor(readonly rubric: Rubric) {
    this.#families = familiesOf(rubric);
    this.#vocabularies = rubric.data.wordings.filter(({ kind }) => kind === undefined).map((wording) => this.#vocabularyOf(wording));
    for (const { terms, families } of this.#vocabularies) {
      for (const [term, weight] of terms) this.#terms.set(term, (this.#terms.get(term) ?? 0) + weight);
      for (const [family, weight] of families) this.#inFamilies.set(family, (this.#inFamilies.get(family) ?? 0) + weight);
    }
    this.#read.clear();
  }

  /** The wordings, the one that accounts for most of a question first. */
  of(notions: readonly Notion[]): Sounding[] {
    const weights = notions.map((notion) => this.#weightOf(notion));
    const all = UNSAID + weights.reduce((sum, weight) => sum + weight, 0);
    const certaintyOf = (vocabulary: Vocabulary): number => notions.reduce((sum, notion, index) => sum + weights[index]! * this.#likeness(notion, vocabulary), 0) / all;
    return this.#vocabularies.map((vocabulary) => ({ wording: vocabulary.wording, certainty: certaintyOf(vocabulary) })).sort((a, b) => b.certainty - a.certainty);
  }

  #likeness({ term, families: of }: Notion, { terms, families }: Vocabulary): number {
    const kin = of.map((family) => (families.get(family) ?? 0) * Math.min(1, this.#rarity(this.#inFamilies.get(family)) / this.#rarity(2)));
    return Math.max(terms.get(term) ?? 0, OF_FAMILY * Math.max(0, ...kin));
  }

  /** How telling a word is: the fewer wordings have it, the more. */
  #weightOf({ term, families }: Notion): number {
    const inTerms = this.#terms.get(term);
    if (inTerms !== undefined) return this.#rarity(inTerms);
    if (families.length === 0) return UNKNOWN * this.#rarity(1);
    return FAMILY_KNOWN * this.#rarity(Math.min(...families.map((family) => this.#inFamilies.get(family) ?? 1)));
  }

  #rarity(count = 1): number {
    return Math.log(1 + this.#vocabularies.length / Math.max(1, count));
  }

  /** Kept by text: the same words stand in many patterns. */
  #notionsOf(text: string): readonly Notion[] {
    const known = this.#read.get(text) ?? this.#families.notionsOfWords(text.toLowerCase());
    this.#read.set(text, known);
    return known;
  }

  #vocabularyOf(wording: Wording): Vocabulary {
    const terms = new Map<string, number>();
    const families = new Map<string, number>();
    const add = (text: string, weight: number): void => {
      for (const { term, families: of } of this.#notionsOf(text)) {
        terms.set(term, Math.max(weight, terms.get(term) ?? 0));
        for (const family of of) families.set(family, 1 - (1 - (families.get(family) ?? 0)) * (1 - FAMILY_STEP * weight));
      }
    };
    for (const text of [wording.title, ...wording.examples.asks, ...wording.cues.flatMap(({ patterns }) => patterns.flatMap(phrasesIn))]) add(text, OWN);
    for (const word of [...wording.told, ...wording.must]) add(word, TOLD);
    wording.shapes.slice(0, MOST_KINDS).forEach((id, place) => {
      const shape = this.rubric.shape(id);
      add(shape?.title ?? '', KIND_TITLE / (place + 1));
      add(shape?.summary ?? '', KIND_SUMMARY / (place + 1));
    });
    return { wording, terms, families };
  }
}

/** The words and phrases that a pattern spells out. */
function phrasesIn(pattern: string): string[] {
  return pattern
    .replace(/\{[^}]*\}|\.\.\.\d+/g, '|')
    .split(/\s*[()|?^$<>]\s*/)
    .filter((phrase) => /[a-z]/.test(phrase));
}

const made = new WeakMap<Rubric, SoftReading>();

/** The soft reading of a rubric, made when the first question is read. */
export function softReadingOf(rubric: Rubric): SoftReading {
  const known = made.get(rubric) ?? new SoftReading(rubric);
  made.set(rubric, known);
  return known;
}

import type { Rubric } from '../rubric/index.js';
import { plainSentences } from '../story/index.js';
import { isAskingWord, isStopWord, stem } from './stems.js';
import { termOf } from './terms.js';

/** A word or phrase of a text, and the families it belongs to. */
export interface Notion {
  /** Its stem, or the stems of a phrase. */
  readonly term: string;
  /** As the text has it. */
  readonly word: string;
  readonly families: readonly string[];
}

const LONGEST_PHRASE = 4;

/** The families of words of a rubric. */
export class Families {
  /** By stem, or by the stems of a phrase. */
  readonly #of = new Map<string, string[]>();
  /** The single words of each, by their stems. */
  readonly #members = new Map<string, Map<string, string>>();

  constructor({ data }: Rubric) {
    for (const { id, words } of data.kin) for (const word of words) this.#add(id, word);
  }

  #add(id: string, word: string): void {
    const term = word.split(/[^\p{L}\p{N}']+/u).map(stem).join(' ');
    const known = this.#of.get(term);
    if (!known) this.#of.set(term, [id]);
    else if (!known.includes(id)) known.push(id);
    if (!term.includes(' ')) this.#members.set(id, (this.#members.get(id) ?? new Map<string, string>()).set(term, word));
  }

  /** The stems of the single words of a family. */
  membersOf(family: string): Iterable<string> {
    return this.#members.get(family)?.keys() ?? [];
  }

  /** The words that are near one, each with its stem. */
  kinOf({ families }: Notion): [string, string][] {
    return families.flatMap((family) => [...(this.#members.get(family) ?? [])]);
  }

  /** What a text is made of, each term once: words that say something, and phrases of the families. */
  notionsOf(text: string): Notion[] {
    return unique(plainSentences(text).flatMap((tokens) => this.#notionsIn(tokens.map((token) => (termOf(token) === undefined && !isStopWord(token.word) ? '' : token.word)))));
  }

  /** The same for a few plain words, without reading them as a text first. */
  notionsOfWords(words: string): Notion[] {
    return unique(this.#notionsIn(words.split(/[^\p{L}\p{N}']+/u).filter(Boolean)));
  }

  #notionsIn(words: readonly string[]): Notion[] {
    if (words.length === 1) return [this.#wordOf(words[0]!, stem(words[0]!)) ?? []].flat();
    const stems = words.map(stem);
    return words.flatMap((word, at) => this.#phraseAt(words, stems, at) ?? this.#wordOf(word, stems[at]!) ?? []);
  }

  #phraseAt(words: readonly string[], stems: readonly string[], at: number): Notion | undefined {
    for (let to = Math.min(at + LONGEST_PHRASE, words.length); to > at + 1; to--) {
      const term = stems.slice(at, to).join(' ');
      const families = this.#of.get(term);
      if (families) return { term, word: words.slice(at, to).join(' '), families };
    }
    return undefined;
  }

  #wordOf(word: string, term: string): Notion | undefined {
    return isStopWord(word) || isAskingWord(word) ? undefined : { term, word, families: this.#of.get(term) ?? NONE };
  }
}

const NONE: readonly string[] = [];

function unique(notions: readonly Notion[]): Notion[] {
  return [...new Map(notions.map((notion) => [notion.term, notion])).values()];
}

const known = new WeakMap<Rubric, Families>();

/** The families of words of a rubric, made once. */
export function familiesOf(rubric: Rubric): Families {
  const families = known.get(rubric) ?? new Families(rubric);
  known.set(rubric, families);
  return families;
}

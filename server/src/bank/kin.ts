import type { Rubric } from '../rubric/index.js';
import { plainSentences } from '../story/index.js';
import type { Token } from '../story/types.js';
import { isAskingWord, stem } from './stems.js';
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
    const term = stemsOf(plainSentences(word).flat());
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
    const notions = new Map<string, Notion>();
    for (const tokens of plainSentences(text)) {
      tokens.forEach((token, at) => {
        const notion = this.#phraseAt(tokens, at) ?? this.#wordOf(token);
        if (notion && !notions.has(notion.term)) notions.set(notion.term, notion);
      });
    }
    return [...notions.values()];
  }

  #phraseAt(tokens: readonly Token[], at: number): Notion | undefined {
    for (let length = Math.min(LONGEST_PHRASE, tokens.length - at); length > 1; length--) {
      const phrase = tokens.slice(at, at + length);
      const term = stemsOf(phrase);
      const families = this.#of.get(term);
      if (families) return { term, word: phrase.map(({ word }) => word).join(' '), families };
    }
    return undefined;
  }

  #wordOf(token: Token): Notion | undefined {
    const term = termOf(token);
    return term === undefined || isAskingWord(token.word) ? undefined : { term, word: token.word, families: this.#of.get(term) ?? [] };
  }
}

function stemsOf(tokens: readonly Token[]): string {
  return tokens.map(({ word }) => stem(word)).join(' ');
}

const known = new WeakMap<Rubric, Families>();

/** The families of words of a rubric, made once. */
export function familiesOf(rubric: Rubric): Families {
  const families = known.get(rubric) ?? new Families(rubric);
  known.set(rubric, families);
  return families;
}

import type { Token } from '../story/types.js';
import { LONGEST_ENTRY } from './anchor.js';
import { parsePattern, type Sequence } from './pattern.js';
import type { Lexicon } from './types.js';

/** The lexicon entries that begin at a token: which lexicon, and the token after the entry. */
export type Spans = readonly { readonly lexicon: string; readonly to: number }[];

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  readonly ids: string[];
}

const NONE: Spans = [];

/** All lexicons of a rubric as one trie over words. */
export class Lexicons {
  readonly #root: TrieNode = { next: new Map(), ids: [] };
  readonly #ids: ReadonlySet<string>;

  /** @throws Error for an entry that is no plain list of words */
  constructor(lexicons: readonly Lexicon[]) {
    this.#ids = new Set(lexicons.map((lexicon) => lexicon.id));
    for (const { id, words } of lexicons) for (const entry of words) for (const phrase of phrasesOf(id, entry)) this.#add(id, phrase);
  }

  #add(id: string, words: readonly string[]): void {
    if (words.length > LONGEST_ENTRY) throw new Error(`{${id}} "${words.join(' ')}": at most ${LONGEST_ENTRY} words`);
    let node = this.#root;
    for (const word of words) {
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map(), ids: [] }));
      node = next;
    }
    if (!node.ids.includes(id)) node.ids.push(id);
  }

  /** @throws Error when a pattern names a lexicon that does not exist */
  require(sequence: Sequence): void {
    for (const element of sequence) {
      if (element.kind === 'lexicon' && !this.#ids.has(element.id)) throw new Error(`there is no class or lexicon "{${element.id}}"`);
      if (element.kind === 'any') element.of.forEach((inner) => this.require(inner));
    }
  }

  /** For each token, the entries that begin there. */
  spansIn(tokens: readonly Token[]): Spans[] {
    return tokens.map((_, at) => this.#spansAt(tokens, at));
  }

  #spansAt(tokens: readonly Token[], from: number): Spans {
    let node = this.#root.next.get(tokens[from]!.word);
    if (!node) return NONE;
    const spans: { lexicon: string; to: number }[] = [];
    for (let at = from + 1; node; at++) {
      for (const lexicon of node.ids) spans.push({ lexicon, to: at });
      const token = tokens[at];
      node = token && node.next.get(token.word);
    }
    return spans;
  }
}

function phrasesOf(id: string, entry: string): string[][] {
  try {
    return expand(parsePattern(entry), entry);
  } catch (error) {
    throw new Error(`{${id}} "${entry}": ${(error as Error).message}`);
  }
}

/** More than any word list needs of one entry. */
const MOST_PHRASES = 2000;

/** Every sequence of words an entry stands for. */
function expand(sequence: Sequence, entry: string): string[][] {
  let phrases: string[][] = [[]];
  for (const element of sequence) {
    if (element.kind !== 'word' && element.kind !== 'any') throw new Error(`a lexicon holds words, <verbs> and (alternatives) only`);
    const tails: string[][] = element.kind === 'word' ? [...element.words].map((word) => [word]) : element.of.flatMap((inner) => expand(inner, entry));
    if (phrases.length * tails.length > MOST_PHRASES) throw new Error(`stands for more than ${MOST_PHRASES} phrases`);
    phrases = phrases.flatMap((phrase) => tails.map((tail) => [...phrase, ...tail]));
  }
  return phrases;
}

import { LONGEST_ENTRY } from './anchor.js';
import { withRoom } from './numberLists.js';
import { parsePattern, type Sequence } from './pattern.js';
import type { Lexicon } from './types.js';
import type { Vocabulary } from './vocabulary.js';

/** The entries of lexicons in one sentence, by where they begin. */
export class EntriesFound {
  count = 0;
  /** By entry: the number of its lexicon, its first token and the token after it. */
  lexicons = new Int32Array(64);
  from = new Int32Array(64);
  to = new Int32Array(64);
  /** By token, and for the end, the first entry that begins there or later. */
  firsts = new Int32Array(64);

  clear(length: number): void {
    this.count = 0;
    if (this.firsts.length <= length) this.firsts = new Int32Array(length * 2);
  }

  add(lexicon: number, from: number, to: number): void {
    this.lexicons = withRoom(this.lexicons, this.count + 1);
    this.from = withRoom(this.from, this.count + 1);
    this.to = withRoom(this.to, this.count + 1);
    this.lexicons[this.count] = lexicon;
    this.from[this.count] = from;
    this.to[this.count++] = to;
  }
}

/** All lexicons of a rubric as one trie over numbers of words. JSON-serialisable; equal nodes share one place. */
export interface LexiconTrie {
  /** The lexicons' ids in the order of their numbers. */
  readonly ids: readonly string[];
  /** Nodes: a count and the lexicons of which an entry ends here, a count and pairs of a word and the place of a node. */
  readonly nodes: readonly number[];
  /** Pairs of a word and the place of its node. */
  readonly roots: readonly number[];
}

/** Finds the entries of lexicons in sentences. */
export class Lexicons {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #nodes: readonly number[];
  readonly #roots = new Map<number, number>();

  constructor({ ids, nodes, roots }: LexiconTrie) {
    this.#ids = new Map(ids.map((id, number) => [id, number]));
    this.#nodes = nodes;
    for (let at = 0; at < roots.length; at += 2) this.#roots.set(roots[at]!, roots[at + 1]!);
  }

  get count(): number {
    return this.#ids.size;
  }

  /** The number of a lexicon that {@link require} lets pass. */
  numberOf(id: string): number {
    return this.#ids.get(id)!;
  }

  /** @throws Error when a pattern names a lexicon that does not exist */
  require(sequence: Sequence): void {
    for (const element of sequence) {
      if (element.kind === 'lexicon' && !this.#ids.has(element.id)) throw new Error(`there is no class or lexicon "{${element.id}}"`);
      if (element.kind === 'any') element.of.forEach((inner) => this.require(inner));
    }
  }

  /** Finds the entries in the first so many words of a sentence, given by their numbers. */
  find(words: Int32Array, length: number, found: EntriesFound): void {
    found.clear(length);
    for (let at = 0; at < length; at++) {
      found.firsts[at] = found.count;
      const root = this.#roots.get(words[at]!);
      if (root === undefined) continue;
      for (let [node, to] = [root, at + 1]; node >= 0; node = to < length ? this.#next(node, words[to++]!) : -1) {
        const last = node + this.#nodes[node]!;
        for (let each = node + 1; each <= last; each++) found.add(this.#nodes[each]!, at, to);
      }
    }
    found.firsts[length] = found.count;
  }

  #next(node: number, word: number): number {
    const children = node + 1 + this.#nodes[node]!;
    const last = children + 2 * this.#nodes[children]!;
    for (let at = children + 1; at < last; at += 2) if (this.#nodes[at] === word) return this.#nodes[at + 1]!;
    return -1;
  }
}

interface Node {
  readonly next: Map<number, Node>;
  readonly lexicons: number[];
}

/** The entries of lexicons as one trie; their words join the vocabulary. @throws Error for an entry that is no plain list of words */
export function trieOf(lexicons: readonly Lexicon[], vocabulary: Vocabulary): LexiconTrie {
  const root: Node = { next: new Map(), lexicons: [] };
  lexicons.forEach(({ id, words }, number) => {
    for (const entry of words) for (const phrase of phrasesOf(id, entry)) grow(root, phrase.map((word) => vocabulary.add(word)), number);
  });
  const written = new TrieWriter();
  const roots = [...root.next].flatMap(([word, node]) => [word, written.place(node)]);
  return { ids: lexicons.map(({ id }) => id), nodes: written.nodes, roots };
}

function grow(root: Node, phrase: readonly number[], lexicon: number): void {
  let node = root;
  for (const word of phrase) {
    let next = node.next.get(word);
    if (!next) node.next.set(word, (next = { next: new Map(), lexicons: [] }));
    node = next;
  }
  if (!node.lexicons.includes(lexicon)) node.lexicons.push(lexicon);
}

class TrieWriter {
  readonly nodes: number[] = [];
  readonly #places = new Map<string, number>();

  place({ next, lexicons }: Node): number {
    const numbers = [lexicons.length, ...lexicons, next.size, ...[...next].flatMap(([word, node]) => [word, this.place(node)])];
    const key = numbers.join();
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.nodes.length;
    this.nodes.push(...numbers);
    this.#places.set(key, place);
    return place;
  }
}

function phrasesOf(id: string, entry: string): string[][] {
  try {
    const phrases = expand(parsePattern(entry));
    if (phrases.some((phrase) => phrase.length > LONGEST_ENTRY)) throw new Error(`at most ${LONGEST_ENTRY} words`);
    return phrases;
  } catch (error) {
    throw new Error(`{${id}} "${entry}": ${(error as Error).message}`);
  }
}

/** More than any word list needs of one entry. */
const MOST_PHRASES = 2000;

/** Every sequence of words an entry stands for. */
function expand(sequence: Sequence): string[][] {
  let phrases: string[][] = [[]];
  for (const element of sequence) {
    if (element.kind !== 'word' && element.kind !== 'any') throw new Error(`a lexicon holds words, <verbs> and (alternatives) only`);
    const tails: string[][] = element.kind === 'word' ? [...element.words].map((word) => [word]) : element.of.flatMap((inner) => expand(inner));
    if (phrases.length * tails.length > MOST_PHRASES) throw new Error(`stands for more than ${MOST_PHRASES} phrases`);
    phrases = phrases.flatMap((phrase) => tails.map((tail) => [...phrase, ...tail]));
  }
  return phrases;
}

import { TokenClass, type Token } from '../story/types.js';
import { Lexicons, type Spans } from './lexicons.js';
import type { Element, Sequence } from './pattern.js';

/** Where a pattern matched: token indexes, the end exclusive. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** What was found in one sentence: the matches of each group of patterns. */
export type Matches = ReadonlyMap<number, readonly Match[]>;

interface Entry {
  readonly group: number;
  readonly elements: Sequence;
}

/**
 * Finds all patterns of all groups in one pass over a sentence. Patterns are looked up by what they can
 * begin with, and gaps are bounded, so the cost of a sentence is proportional to its length.
 */
export class Matcher {
  readonly #lexicons: Lexicons;
  readonly #byWord = new Map<string, Entry[]>();
  readonly #byClass = new Map<number, Entry[]>();
  readonly #byLexicon = new Map<string, Entry[]>();

  constructor(lexicons: Lexicons) {
    this.#lexicons = lexicons;
  }

  /** Adds a pattern to a group. @throws Error for an unknown lexicon */
  add(group: number, elements: Sequence): void {
    const entry = { group, elements };
    const firsts = new Firsts();
    firsts.collect(elements, 0);
    for (const word of firsts.words) append(this.#byWord, word, entry);
    for (const bits of firsts.classes) append(this.#byClass, bits, entry);
    for (const id of firsts.lexicons) append(this.#byLexicon, id, entry);
    this.#lexicons.require(elements);
  }

  /** All matches in a sentence, by group, in the order in which they begin. */
  match(tokens: readonly Token[]): Matches {
    const found = new Map<number, Match[]>();
    const spans = this.#lexicons.spansIn(tokens);
    const reader = new SentenceReader(tokens, spans);
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      const seen = new Set<Entry>();
      const attempt = (entry: Entry): void => {
        if (seen.has(entry)) return;
        seen.add(entry);
        const to = reader.longest(entry.elements, at);
        if (to > at) append(found, entry.group, { from: at, to });
      };
      this.#byWord.get(token.word)?.forEach(attempt);
      for (const [bits, entries] of this.#byClass) if (token.classes & (bits | TokenClass.slot)) entries.forEach(attempt);
      for (const span of spans[at] ?? []) this.#byLexicon.get(span.lexicon)?.forEach(attempt);
      if (token.classes & TokenClass.slot) for (const entries of this.#byLexicon.values()) entries.forEach(attempt);
    }
    return found;
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** What a pattern can begin with. */
class Firsts {
  readonly words = new Set<string>();
  readonly classes = new Set<number>();
  readonly lexicons = new Set<string>();

  /** Returns true when the sequence can match nothing. */
  collect(sequence: Sequence, from: number): boolean {
    for (let i = from; i < sequence.length; i++) if (!this.#element(sequence[i]!)) return false;
    return true;
  }

  #element(element: Element): boolean {
    switch (element.kind) {
      case 'word':
        element.words.forEach((word) => this.words.add(word));
        return false;
      case 'class':
        this.classes.add(element.bits);
        return false;
      case 'lexicon':
        this.lexicons.add(element.id);
        return false;
      case 'any':
        return element.of.map((sequence) => this.collect(sequence, 0)).some(Boolean);
      default:
        return true;
    }
  }
}

/** Follows patterns through one sentence as sets of positions, so that no pattern can backtrack. */
class SentenceReader {
  constructor(
    readonly tokens: readonly Token[],
    readonly spans: readonly Spans[],
  ) {}

  /** The furthest end of a match that begins at a token; -1 for none. */
  longest(sequence: Sequence, at: number): number {
    let furthest = -1;
    for (const end of this.#follow(sequence, new Set([at]))) if (end > furthest) furthest = end;
    return furthest;
  }

  #follow(sequence: Sequence, positions: Set<number>): Set<number> {
    for (const element of sequence) {
      if (positions.size === 0) return positions;
      positions = this.#step(element, positions);
    }
    return positions;
  }

  #step(element: Element, positions: Set<number>): Set<number> {
    const next = new Set<number>();
    if (element.kind === 'any') {
      for (const sequence of element.of) for (const end of this.#follow(sequence, positions)) next.add(end);
      return next;
    }
    for (const at of positions) this.#advance(element, at, next);
    return next;
  }

  #advance(element: Exclude<Element, { kind: 'any' }>, at: number, next: Set<number>): void {
    const token = this.tokens[at];
    switch (element.kind) {
      case 'word':
        if (token && element.words.has(token.word)) next.add(at + 1);
        break;
      case 'class':
        if (token && token.classes & (element.bits | TokenClass.slot)) next.add(at + 1);
        break;
      case 'lexicon':
        if (token && token.classes & TokenClass.slot) next.add(at + 1);
        for (const span of this.spans[at] ?? []) if (span.lexicon === element.id) next.add(span.to);
        break;
      case 'gap':
        for (let skip = 0; skip <= element.max && at + skip <= this.tokens.length; skip++) next.add(at + skip);
        break;
      case 'start':
        if (at === 0) next.add(at);
        break;
      case 'end':
        if (at === this.tokens.length) next.add(at);
        break;
    }
  }
}

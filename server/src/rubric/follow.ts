import { TokenClass, type Token } from '../story/types.js';
import type { Spans } from './lexicons.js';
import type { Element, Sequence } from './pattern.js';

/**
 * Follows patterns through one sentence as sets of positions. A position is kept once however many ways
 * lead to it, so no pattern can backtrack: the cost of an attempt is the pattern's length times its gaps.
 */
export class Follower {
  #seen = new Int32Array(64);
  #stamp = 0;
  #tokens: readonly Token[] = [];
  #spans: readonly Spans[] = [];

  /** Sets the sentence to follow patterns through. */
  read(tokens: readonly Token[], spans: readonly Spans[]): void {
    this.#tokens = tokens;
    this.#spans = spans;
    if (this.#seen.length <= tokens.length) this.#seen = new Int32Array(tokens.length * 2);
  }

  /** The furthest end of a match that begins at a token; -1 for none. */
  longest(sequence: Sequence, at: number): number {
    if (!this.#canBegin(sequence[0]!, at)) return -1;
    const ends = this.#follow(sequence, [at]);
    return ends.length === 0 ? -1 : Math.max(...ends);
  }

  /** A cheap look at the first element, which most attempts do not get past. */
  #canBegin(first: Element, at: number): boolean {
    const token = this.#tokens[at];
    if (!token) return false;
    if (first.kind === 'word') return first.words.has(token.word);
    if (first.kind === 'class') return (token.classes & (first.bits | TokenClass.slot)) !== 0;
    if (first.kind === 'lexicon') return this.#spans[at]!.length > 0 || (token.classes & TokenClass.slot) !== 0;
    return first.kind !== 'start' || at === 0;
  }

  #follow(sequence: Sequence, from: readonly number[]): readonly number[] {
    let positions = from;
    for (const element of sequence) {
      positions = element.kind === 'any' ? this.#alternatives(element.of, positions) : this.#step(element, positions);
      if (positions.length === 0) break;
    }
    return positions;
  }

  #alternatives(of: readonly Sequence[], positions: readonly number[]): readonly number[] {
    const reached = of.map((sequence) => this.#follow(sequence, positions));
    const next: number[] = [];
    const stamp = ++this.#stamp;
    for (const ends of reached) for (const end of ends) this.#add(next, end, stamp);
    return next;
  }

  #add(next: number[], at: number, stamp: number): void {
    if (this.#seen[at] === stamp) return;
    this.#seen[at] = stamp;
    next.push(at);
  }

  #step(element: Exclude<Element, { kind: 'any' }>, positions: readonly number[]): readonly number[] {
    const next: number[] = [];
    const stamp = ++this.#stamp;
    for (const at of positions) {
      const token = this.#tokens[at];
      switch (element.kind) {
        case 'word':
          if (token && element.words.has(token.word)) this.#add(next, at + 1, stamp);
          break;
        case 'class':
          if (token && token.classes & (element.bits | TokenClass.slot)) this.#add(next, at + 1, stamp);
          break;
        case 'lexicon':
          if (token && token.classes & TokenClass.slot) this.#add(next, at + 1, stamp);
          for (const span of this.#spans[at] ?? []) if (span.lexicon === element.id) this.#add(next, span.to, stamp);
          break;
        case 'gap':
          for (let end = Math.min(at + element.max, this.#tokens.length), to = at; to <= end; to++) this.#add(next, to, stamp);
          break;
        case 'start':
          if (at === 0) this.#add(next, at, stamp);
          break;
        case 'end':
          if (at === this.#tokens.length) this.#add(next, at, stamp);
          break;
      }
    }
    return next;
  }
}

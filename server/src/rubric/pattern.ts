import { TokenClass } from '../story/types.js';
import { formsOf } from './inflect.js';

/** One step of a pattern. */
export type Element =
  | { readonly kind: 'word'; readonly words: ReadonlySet<string> }
  | { readonly kind: 'class'; readonly bits: number }
  | { readonly kind: 'lexicon'; readonly id: string }
  | { readonly kind: 'gap'; readonly max: number }
  | { readonly kind: 'any'; readonly of: readonly Sequence[] }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

export type Sequence = readonly Element[];

const DEFAULT_GAP = 4;
const MAX_GAP = 20;

/** A pattern that cannot be read; `column` is the zero-based place in it. */
export class PatternError extends Error {
  constructor(
    message: string,
    readonly column: number,
  ) {
    super(message);
  }
}

/** Reads a pattern in the token pattern language. @throws PatternError */
export function parsePattern(source: string): Sequence {
  const parser = new PatternParser(source);
  const sequence = parser.sequence(false);
  const content = sequence.filter((element) => element.kind !== 'start' && element.kind !== 'end');
  if (content.length === 0) throw new PatternError('the pattern is empty', 0);
  if (content[0]!.kind === 'gap' || content[content.length - 1]!.kind === 'gap') throw new PatternError('a pattern may not begin or end with a gap', 0);
  return sequence;
}

class PatternParser {
  #at = 0;

  constructor(readonly source: string) {}

  sequence(nested: boolean): Element[] {
    const elements: Element[] = [];
    for (;;) {
      this.#skipSpace();
      const next = this.source[this.#at];
      if (next === undefined) {
        if (nested) throw new PatternError('a "(" is not closed', this.#at);
        return elements;
      }
      if (nested && (next === '|' || next === ')')) return elements;
      elements.push(...this.#optional(this.#element(next)));
    }
  }

  #skipSpace(): void {
    while (this.source[this.#at] === ' ') this.#at++;
  }

  #optional(elements: Element[]): Element[] {
    if (this.source[this.#at] !== '?') return elements;
    this.#at++;
    return [{ kind: 'any', of: [elements, []] }];
  }

  #element(next: string): Element[] {
    if (next === '^' || next === '$') {
      this.#at++;
      return [{ kind: next === '^' ? 'start' : 'end' }];
    }
    if (next === '(') return [this.#group()];
    if (next === '<') return this.#verb();
    if (next === '{') return [this.#reference()];
    if (this.source.startsWith('...', this.#at)) return [this.#gap()];
    return this.#words();
  }

  #group(): Element {
    const of: Sequence[] = [];
    do {
      this.#at++;
      of.push(this.sequence(true));
    } while (this.source[this.#at] === '|');
    this.#at++;
    if (of.some((sequence) => sequence.length === 0)) throw new PatternError('an alternative is empty; write "(…)?" for "or nothing"', this.#at - 1);
    return alternatives(of);
  }

  #verb(): Element[] {
    const match = /<([a-z0-9][a-z' -]*)>/y;
    match.lastIndex = this.#at;
    const found = match.exec(this.source);
    if (!found) throw new PatternError('expected a word between "<" and ">"', this.#at);
    this.#at += found[0].length;
    const parts = found[1]!.split(/[ -]+/);
    const base = parts.pop()!;
    return [...parts.map(wordElement), { kind: 'word', words: new Set(formsOf(base)) }];
  }

  #reference(): Element {
    const match = /\{([a-z][a-z0-9-]*)\}/y;
    match.lastIndex = this.#at;
    const found = match.exec(this.source);
    if (!found) throw new PatternError('expected a class or a lexicon between "{" and "}"', this.#at);
    this.#at += found[0].length;
    const id = found[1]!;
    return Object.hasOwn(TokenClass, id) ? { kind: 'class', bits: TokenClass[id as keyof typeof TokenClass] } : { kind: 'lexicon', id };
  }

  #gap(): Element {
    const match = /\.\.\.(\d*)/y;
    match.lastIndex = this.#at;
    const found = match.exec(this.source)!;
    const max = found[1] ? Number(found[1]) : DEFAULT_GAP;
    if (max < 1 || max > MAX_GAP) throw new PatternError(`a gap is 1 to ${MAX_GAP} words`, this.#at);
    this.#at += found[0].length;
    return { kind: 'gap', max };
  }

  #words(): Element[] {
    const match = /→|['’]?[\p{L}\p{N}][\p{L}\p{N}'’.+#/-]*/uy;
    match.lastIndex = this.#at;
    const found = match.exec(this.source);
    if (!found) throw new PatternError(`unexpected "${this.source[this.#at]}"`, this.#at);
    if (found[0].endsWith('.')) throw new PatternError('leave out the full stop', this.#at + found[0].length - 1);
    this.#at += found[0].length;
    return wordsOf(found[0].toLowerCase()).map(wordElement);
  }
}

/** The tokens a written word makes: "trade-off" and "I'd" are two. */
function wordsOf(written: string): string[] {
  if (!/[-/'’]/.test(written)) return [written];
  return written.replace(/’/g, "'").split(/[-/]|(?<=[^n])(?='(?:d|ve|ll|re|m)$)/).filter(Boolean);
}

/** One of several sequences; those that are a single word become one set, so that a long list costs one look. */
function alternatives(of: readonly Sequence[]): Element {
  const isWord = (sequence: Sequence): boolean => sequence.length === 1 && sequence[0]!.kind === 'word';
  const words = new Set(of.filter(isWord).flatMap((sequence) => [...(sequence[0] as { words: ReadonlySet<string> }).words]));
  const others = of.filter((sequence) => !isWord(sequence));
  if (others.length === 0) return { kind: 'word', words };
  return { kind: 'any', of: words.size > 0 ? [[{ kind: 'word', words }], ...others] : others };
}

const elements = new Map<string, Element>();

/** One for each word: the same few hundred words stand in thousands of places. */
function wordElement(word: string): Element {
  const known = elements.get(word);
  if (known) return known;
  const element: Element = { kind: 'word', words: new Set([word]) };
  elements.set(word, element);
  return element;
}

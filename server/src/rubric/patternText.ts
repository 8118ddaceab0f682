import { TokenClass } from '../story/types.js';
import { Op } from './program.js';
import type { CompiledRubric } from './compiledRubric.js';
import { listAt } from './programText.js';

/** The patterns of each group of a program, written again: not as their files have them, but so that they compile to the same. */
export function patternTexts({ words, lexicons, patterns }: CompiledRubric): string[][] {
  const writer = new PatternWriter(words.split(' '), lexicons.ids, patterns.code);
  const texts: string[][] = [];
  for (let at = 0; at < patterns.patterns.length; at += 5 + patterns.patterns[at + 4]!) (texts[patterns.patterns[at]!] ??= []).push(writer.sequence(patterns.patterns[at + 1]!));
  return texts;
}

class PatternWriter {
  readonly #words: readonly string[];
  readonly #lexicons: readonly string[];
  readonly #code: Int32Array;

  constructor(words: readonly string[], lexicons: readonly string[], code: Int32Array) {
    this.#words = words;
    this.#lexicons = lexicons;
    this.#code = code;
  }

  sequence(place: number): string {
    return this.#listAt(place).map((step) => this.#step(step)).join(' ');
  }

  #step(step: number): string {
    if (step >= 0) return this.#words[step]!;
    const place = ~step;
    const first = this.#code[place + 1]!;
    switch (this.#code[place]) {
      case Op.words:
        return `(${this.#listAt(place + 1).map((id) => this.#words[id]).join('|')})`;
      case Op.bits:
        return `{${CLASSES.get(first)}}`;
      case Op.lexicon:
        return `{${this.#lexicons[first]}}`;
      case Op.gap:
        return `...${first}`;
      case Op.start:
        return '^';
      case Op.end:
        return '$';
      default:
        return this.#any(this.#listAt(place + 1));
    }
  }

  #any(sequences: readonly number[]): string {
    const texts = sequences.map((sequence) => this.sequence(sequence));
    if (texts.at(-1) !== '') return `(${texts.join('|')})`;
    // One of two ways, the second of which is nothing.
    return this.#listAt(sequences[0]!).length === 1 ? `${texts[0]}?` : `(${texts[0]})?`;
  }

  #listAt(place: number): readonly number[] {
    return listAt(this.#code, place);
  }
}

const CLASSES: ReadonlyMap<number, string> = new Map(Object.entries(TokenClass).map(([name, bit]) => [bit, name]));

import type { Role } from '../story/types.js';
import { type Anchor, mandatoryIn, type Need } from './anchor.js';
import type { Lexicons } from './lexicons.js';
import type { Element, Sequence } from './pattern.js';
import { Op, type Program } from './program.js';
import { bitsOfRoles } from './roleBits.js';
import type { Vocabulary } from './vocabulary.js';

/** What a pattern cannot do without, the rarest first: its anchor. @throws Error for an unknown lexicon, or when nothing in the pattern is mandatory */
export function anchored(elements: Sequence, lexicons: Lexicons): readonly [Anchor, ...Anchor[]] {
  lexicons.require(elements);
  const [anchor, ...others] = mandatoryIn(elements);
  if (!anchor) throw new Error('every part is optional');
  return [anchor, ...others];
}

/** Turns patterns into a program. */
export class Compiler {
  readonly #vocabulary: Vocabulary;
  readonly #lexicons: Lexicons;
  readonly #code: number[] = [];
  readonly #places = new Map<string, number>();
  readonly #patterns: number[] = [];
  readonly #anchors = { words: new Map<number, number[]>(), lexicons: new Map<number, number[]>(), classes: new Map<number, number[]>() };
  readonly #conditions = new Map<number, number[]>();
  readonly #roles: number[] = [];
  #count = 0;

  constructor(vocabulary: Vocabulary, lexicons: Lexicons) {
    this.#vocabulary = vocabulary;
    this.#lexicons = lexicons;
  }

  /**
   * Adds a pattern to a group, which may be a condition of another.
   * @throws Error for an unknown lexicon, or when nothing in the pattern is mandatory
   */
  add(group: number, elements: Sequence, conditionOf?: number): void {
    const mandatory = anchored(elements, this.#lexicons);
    const [anchor, ...others] = mandatory;
    const pattern = this.#count++;
    if (conditionOf === undefined) this.#anchor(pattern, anchor);
    else if (!this.#conditions.get(conditionOf)?.includes(group)) append(this.#conditions, conditionOf, group);
    const needs = conditionOf === undefined ? others : mandatory;
    this.#patterns.push(group, this.#sequence(elements), anchor.least, anchor.most, needs.length, ...needs.map((need) => this.#need(need)));
  }

  /** Has a group looked for in sentences of these roles only. */
  restrict(group: number, roles: readonly Role[]): void {
    this.#roles.push(group, bitsOfRoles(roles));
  }

  program(): Program {
    const { words, lexicons, classes } = this.#anchors;
    return { code: Int32Array.from(this.#code), patterns: this.#patterns, conditions: flat(this.#conditions), roles: this.#roles, words: flat(words), lexicons: flat(lexicons), classes: flat(classes) };
  }

  #anchor(pattern: number, { words, lexicons, classes }: Anchor): void {
    for (const word of words) append(this.#anchors.words, this.#vocabulary.add(word), pattern);
    for (const id of lexicons) append(this.#anchors.lexicons, this.#lexicons.numberOf(id), pattern);
    for (let bit = 1; bit <= classes; bit <<= 1) if (classes & bit) append(this.#anchors.classes, bit, pattern);
  }

  #sequence(elements: Sequence): number {
    return this.#place([elements.length, ...elements.map((element) => this.#step(element))], 'sequence');
  }

  #step(element: Element): number {
    switch (element.kind) {
      case 'word':
        return this.#words(element.words);
      case 'class':
        return ~this.#place([Op.bits, element.bits]);
      case 'lexicon':
        return ~this.#place([Op.lexicon, this.#lexicons.numberOf(element.id)]);
      case 'gap':
        return ~this.#place([Op.gap, element.max]);
      case 'any':
        return ~this.#place([Op.any, element.of.length, ...element.of.map((sequence) => this.#sequence(sequence))]);
      default:
        return ~this.#place([Op[element.kind]]);
    }
  }

  #need({ words, lexicons, classes }: Need): number {
    if (lexicons.size === 0 && classes === 0) return this.#words(words);
    const known = [...lexicons].map((id) => this.#lexicons.numberOf(id));
    if (words.size === 0 && known.length === 0) return ~this.#place([Op.bits, classes]);
    if (words.size === 0 && classes === 0 && known.length === 1) return ~this.#place([Op.lexicon, known[0]!]);
    const ids = this.#idsOf(words);
    return ~this.#place([Op.mixed, classes, known.length, ...known, ids.length, ...ids]);
  }

  #words(words: ReadonlySet<string>): number {
    const ids = this.#idsOf(words);
    return ids.length === 1 ? ids[0]! : ~this.#place([Op.words, ids.length, ...ids]);
  }

  #idsOf(words: ReadonlySet<string>): number[] {
    return [...words].map((word) => this.#vocabulary.add(word)).sort((a, b) => a - b);
  }

  #place(numbers: readonly number[], kind = ''): number {
    const key = kind + numbers.join();
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#code.length;
    this.#code.push(...numbers);
    this.#places.set(key, place);
    return place;
  }
}

function append(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function flat(lists: ReadonlyMap<number, readonly number[]>): number[] {
  return [...lists].sort(([a], [b]) => a - b).flatMap(([key, list]) => [key, list.length, ...list]);
}

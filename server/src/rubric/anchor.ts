import { TokenClass } from '../story/types.js';
import type { Element, Sequence } from './pattern.js';

/** Lexicon entries are at most so many words long. */
export const LONGEST_ENTRY = 8;

/** Something of which one has to stand in the sentence: a word, an entry of a lexicon or a token of a class. */
export interface Need {
  readonly words: ReadonlySet<string>;
  readonly lexicons: ReadonlySet<string>;
  readonly classes: number;
}

/**
 * The rarest thing a pattern cannot do without, and how many tokens can stand before it: a pattern is tried
 * only around the tokens that can be its anchor.
 */
export interface Anchor extends Need {
  /** Fewest and most tokens from the pattern's beginning to the anchor. */
  readonly least: number;
  readonly most: number;
}

interface Candidate extends Anchor {
  /** Roughly how often such a token occurs. */
  readonly frequency: number;
}

const COMMON = new Set(
  ('the a an i we it to of in and was were is are be been on for with that this my our they them by at from as had have has not so no but which what ' +
    'one two all more would could then when after before up out into new did do').split(' '),
);

/**
 * Everything that a pattern cannot do without, the rarest first: that is its anchor, and without one of each of the
 * others in the sentence it cannot match. Empty when nothing in it is mandatory.
 */
export function mandatoryIn(sequence: Sequence): readonly Anchor[] {
  return candidatesIn(sequence).sort((a, b) => a.frequency - b.frequency);
}

function candidatesIn(sequence: Sequence): Candidate[] {
  const found: Candidate[] = [];
  let [least, most] = [0, 0];
  for (const element of sequence) {
    const candidate = candidateOf(element, least, most);
    if (candidate) found.push(candidate);
    const [min, max] = lengthOf(element);
    least += min;
    most += max;
  }
  return found;
}

/** The first of those that are rarest. */
function rarestIn(sequence: Sequence): Candidate | undefined {
  return candidatesIn(sequence).reduce<Candidate | undefined>((rarest, each) => (rarest && rarest.frequency <= each.frequency ? rarest : each), undefined);
}

const NONE: ReadonlySet<string> = new Set();

function candidateOf(element: Element, least: number, most: number): Candidate | undefined {
  switch (element.kind) {
    case 'word':
      return { words: element.words, lexicons: NONE, classes: 0, least, most, frequency: frequencyOf(element.words) };
    case 'lexicon':
      return { words: NONE, lexicons: new Set([element.id]), classes: 0, least, most, frequency: 20 };
    case 'class':
      return { words: NONE, lexicons: NONE, classes: element.bits, least, most, frequency: element.bits & (TokenClass.past | TokenClass.name) ? 60 : 30 };
    case 'any':
      return unionOf(element.of, least, most);
    default:
      return undefined;
  }
}

/** One of several alternatives is mandatory: each gives its own anchor. */
function unionOf(alternatives: readonly Sequence[], least: number, most: number): Candidate | undefined {
  const words = new Set<string>();
  const lexicons = new Set<string>();
  let [classes, frequency, furthest] = [0, 0, 0];
  for (const alternative of alternatives) {
    const anchor = rarestIn(alternative);
    if (!anchor) return undefined;
    anchor.words.forEach((word) => words.add(word));
    anchor.lexicons.forEach((id) => lexicons.add(id));
    classes |= anchor.classes;
    frequency += anchor.frequency;
    furthest = Math.max(furthest, anchor.most);
  }
  return { words, lexicons, classes, frequency, least, most: most + furthest };
}

function frequencyOf(words: ReadonlySet<string>): number {
  let sum = 0;
  for (const word of words) sum += COMMON.has(word) ? 25 : 1;
  return sum;
}

function lengthOf(element: Element): [number, number] {
  switch (element.kind) {
    case 'word':
    case 'class':
      return [1, 1];
    case 'lexicon':
      return [1, LONGEST_ENTRY];
    case 'gap':
      return [0, element.max];
    case 'any': {
      const lengths = element.of.map((sequence) => sequence.map(lengthOf).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0] as [number, number]));
      return [Math.min(...lengths.map(([min]) => min)), Math.max(...lengths.map(([, max]) => max))];
    }
    default:
      return [0, 0];
  }
}

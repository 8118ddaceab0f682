import type { Hearing, Rubric } from '../rubric/index.js';

type Weights = readonly number[];

interface Thresholds {
  readonly strong: number;
  readonly weak: number;
  readonly doubt: number;
}

/** What was learned, ready to look up: most features are two words, and joining them for each look costs more than the look. */
export class Ears {
  readonly #hearing: Hearing;
  readonly #alone = new Map<string, Weights>();
  readonly #pairs = new Map<string, Map<string, Weights>>();
  readonly #apart = new Map<string, Map<string, Weights>>();
  /** By place in the rubric's beats, the place in what was learned; -1 for a beat nothing was learned of. */
  readonly #known: readonly number[];
  readonly #thresholds: readonly (Thresholds | undefined)[];
  readonly #taken = new Set<Weights>();

  constructor(rubric: Rubric, hearing: Hearing) {
    this.#hearing = hearing;
    this.#known = rubric.data.beats.map(({ id }) => hearing.beats.indexOf(id));
    this.#thresholds = this.#known.map((known) => (known < 0 ? undefined : { strong: hearing.strong[known]!, weak: hearing.weak[known]!, doubt: hearing.doubt[known]! }));
    for (const [feature, weights] of Object.entries(hearing.weights)) {
      const [first, second, third] = feature.split(' ');
      if (second === undefined) this.#alone.set(feature, weights);
      else if (third === undefined) put(this.#pairs, first!, second, weights);
      else put(this.#apart, first!, third, weights);
    }
  }

  /** The probabilities from which on a beat counts as said strongly, weakly, or perhaps after all; undefined for a beat nothing was learned of. */
  thresholds(beat: number): Thresholds | undefined {
    return this.#thresholds[beat];
  }

  /**
   * How likely a sentence says each beat, by place in the rubric's beats, each from 0 to 1; 0 for a beat nothing was learned of.
   * Each feature counts once, however often the sentence has it.
   */
  probabilities(words: readonly string[], marks: readonly string[]): number[] {
    const logits = [...this.#hearing.base];
    const taken = this.#taken;
    taken.clear();
    const add = (weights: Weights | undefined): void => {
      if (!weights || taken.has(weights)) return;
      taken.add(weights);
      for (let at = 0; at < weights.length; at += 2) logits[weights[at]!]! += weights[at + 1]!;
    };
    for (const mark of marks) add(this.#alone.get(mark));
    const [first = '', second = ''] = words;
    add(this.#alone.get(`^${first}`));
    add(this.#pairs.get(`^${first}`)?.get(second));
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      add(this.#alone.get(word));
      if (at > 0) add(this.#pairs.get(words[at - 1]!)?.get(word));
      if (at > 1) add(this.#apart.get(words[at - 2]!)?.get(word));
    }
    add(this.#pairs.get(words.at(-1) ?? '')?.get('$'));
    return this.#known.map((known) => (known < 0 ? 0 : 1 / (1 + Math.exp(-logits[known]! / 100))));
  }
}

function put(map: Map<string, Map<string, Weights>>, first: string, second: string, weights: Weights): void {
  const inner = map.get(first);
  if (inner) inner.set(second, weights);
  else map.set(first, new Map([[second, weights]]));
}

const ears = new WeakMap<Rubric, Ears>();

/** What a rubric has learned, made ready once; undefined where it has learned nothing. */
export function earsOf(rubric: Rubric): Ears | undefined {
  const { hearing } = rubric.data;
  if (!hearing) return undefined;
  const known = ears.get(rubric) ?? new Ears(rubric, hearing);
  ears.set(rubric, known);
  return known;
}

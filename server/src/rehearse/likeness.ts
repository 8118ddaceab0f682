import type { Sentence } from '../story/types.js';
import { contentWords } from './contentWords.js';

/** So much of a sentence's own words, said close together, says the sentence. */
const SAID = 0.5;
/** How much longer a thing may take to say than to write, in words that count. */
const STRETCH = 2.5;
const SHORTEST_REACH = 14;

interface Spoken {
  readonly key: string;
  readonly sentence: Sentence;
}

/**
 * What of a story was said in a transcript, by the words that say what a sentence is about. A word that one sentence alone
 * has weighs more than one that the whole story is about. Time is linear in the transcript for each sentence looked for.
 */
export class Likeness {
  readonly #spoken: readonly Spoken[];
  readonly #places = new Map<string, number[]>();
  readonly #told = new Map<string, number>();
  readonly #sentencesWith = new Map<string, number>();

  constructor(story: readonly Sentence[], transcript: readonly Sentence[]) {
    for (const { tokens } of story) {
      for (const key of keysOf(tokens)) this.#sentencesWith.set(key, (this.#sentencesWith.get(key) ?? 0) + 1);
      for (const { key } of contentWords(tokens)) this.#told.set(key, (this.#told.get(key) ?? 0) + 1);
    }
    this.#spoken = transcript.flatMap((sentence) => contentWords(sentence.tokens).map(({ key }) => ({ key, sentence })));
    this.#spoken.forEach(({ key }, at) => (this.#places.get(key) ?? this.#placesOf(key)).push(at));
  }

  /** How alike the words that count are in both, whatever their lengths, 0–1: the cosine of the roots of how often each occurs. */
  get alike(): number {
    let [shared, told] = [0, 0];
    for (const count of this.#told.values()) told += count;
    for (const [key, count] of this.#told) shared += Math.sqrt(count * (this.#places.get(key)?.length ?? 0));
    return shared === 0 ? 0 : shared / Math.sqrt(told * this.#spoken.length);
  }

  /** Where some words of the story were said; undefined where less than that share of them was, or only one. */
  whereSaid(tokens: Sentence['tokens'], least = SAID): Sentence | undefined {
    const weights = new Map([...keysOf(tokens)].map((key) => [key, 1 / (this.#sentencesWith.get(key) ?? 1)]));
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    const places = [...weights.keys()].flatMap((key) => this.#places.get(key) ?? []).sort((a, b) => a - b);
    const window = widest(places, Math.max(SHORTEST_REACH, weights.size * STRETCH), (at) => this.#spoken[at]!.key, weights);
    if (!window || window.different < 2 || window.weight < total * least) return undefined;
    return this.#mostOf(places.slice(window.from, window.to), weights);
  }

  #placesOf(key: string): number[] {
    const places: number[] = [];
    this.#places.set(key, places);
    return places;
  }

  #mostOf(places: readonly number[], weights: ReadonlyMap<string, number>): Sentence {
    const found = new Map<Sentence, number>();
    for (const { sentence, key } of places.map((at) => this.#spoken[at]!)) found.set(sentence, (found.get(sentence) ?? 0) + weights.get(key)!);
    return [...found].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  }
}

function keysOf(tokens: Sentence['tokens']): Set<string> {
  return new Set(contentWords(tokens).map(({ key }) => key));
}

/** The places within reach of each other whose different words weigh most. */
function widest(places: readonly number[], reach: number, keyAt: (place: number) => string, weights: ReadonlyMap<string, number>): { from: number; to: number; weight: number; different: number } | undefined {
  const inside = new Map<string, number>();
  let best: { from: number; to: number; weight: number; different: number } | undefined;
  let [from, weight] = [0, 0];
  places.forEach((place, index) => {
    const key = keyAt(place);
    if (!inside.has(key)) weight += weights.get(key)!;
    inside.set(key, (inside.get(key) ?? 0) + 1);
    for (; places[from]! <= place - reach; from++) {
      const gone = keyAt(places[from]!);
      const left = inside.get(gone)! - 1;
      if (left > 0) inside.set(gone, left);
      else {
        inside.delete(gone);
        weight -= weights.get(gone)!;
      }
    }
    if (!best || weight > best.weight) best = { from, to: index + 1, weight, different: inside.size };
  });
  return best;
}

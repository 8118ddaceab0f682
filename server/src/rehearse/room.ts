import type { Sentence } from '../story/types.js';
import { heaviestChain, type Pair } from './chain.js';
import { contentWords } from './contentWords.js';

/** Two sentences belong together from so much on: nearly a word that no other sentence of the story has. */
const BELONGS = 0.9;
/** A sentence is told in one place, or in a few when it is begun again. */
const PLACES = 4;
/** A word that more sentences of the story have does not tell them apart. */
const TELLING = 8;
/** With fewer words that count nothing is said that a beat could be. */
const ENOUGH = 3;

/**
 * Where a transcript leaves room for a sentence of the story in other words. The sentences of both are brought together in
 * the order told; what is said between the neighbours of a sentence, and is not theirs, may be that sentence.
 */
export class Room {
  readonly #taken: ReadonlySet<Sentence>;
  readonly #open = new Map<Sentence, boolean>();

  constructor(story: readonly Sentence[], transcript: readonly Sentence[]) {
    const told = story.map(keysOf);
    const said = transcript.map(keysOf);
    const chain = heaviestChain(pairsOf(told, said), said.length);
    this.#taken = new Set(chain.map((pair) => transcript[pair.said]!));
    const free = freeUpTo(said, told, chain);
    let next = 0;
    for (let at = 0; at < story.length; at++) {
      const [first, found] = [next, chain[next]?.told === at];
      while (chain[next]?.told === at) next++;
      const [from, to] = [chain[first - 1]?.said ?? 0, chain[next]?.said ?? said.length - 1];
      this.#open.set(story[at]!, found || free[to + 1]! - free[from]! >= ENOUGH);
    }
  }

  /** True where something was said that may be this sentence of the story. */
  for(sentence: Sentence): boolean {
    return this.#open.get(sentence) ?? true;
  }

  /** True for a sentence of the transcript that was brought together with one of the story. */
  isTaken(sentence: Sentence): boolean {
    return this.#taken.has(sentence);
  }
}

type Keys = ReadonlySet<string>;

function keysOf({ tokens }: Sentence): Keys {
  return new Set(contentWords(tokens).map(({ key }) => key));
}

/** For each place in the transcript, how many words before it count and are not of what their sentence was brought together with. */
function freeUpTo(said: readonly Keys[], told: readonly Keys[], chain: readonly Pair[]): number[] {
  const theirs = said.map((): Keys[] => []);
  for (const pair of chain) theirs[pair.said]!.push(told[pair.told]!);
  const upTo = [0];
  said.forEach((keys, at) => upTo.push(upTo[at]! + [...keys].filter((key) => !theirs[at]!.some((each) => each.has(key))).length));
  return upTo;
}

function pairsOf(told: readonly Keys[], said: readonly Keys[]): Pair[] {
  const [toldWith, saidWith] = [placesOf(told), placesOf(said)];
  return told.flatMap((keys, at) => {
    const weights = new Map<number, number>();
    for (const key of keys) {
      const shared = toldWith.get(key)!.length;
      if (shared <= TELLING) for (const place of saidWith.get(key) ?? []) weights.set(place, (weights.get(place) ?? 0) + 1 / shared);
    }
    const likely = [...weights].filter(([, weight]) => weight >= BELONGS).sort((a, b) => b[1] - a[1]);
    return likely.slice(0, PLACES).map(([place, weight]) => ({ told: at, said: place, weight })).sort((a, b) => a.said - b.said);
  });
}

function placesOf(sentences: readonly Keys[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  sentences.forEach((keys, at) => {
    for (const key of keys) {
      const known = places.get(key);
      if (known) known.push(at);
      else places.set(key, [at]);
    }
  });
  return places;
}

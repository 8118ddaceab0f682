import type { Matches, Rubric } from '../rubric/index.js';
import { Kept } from '../story/kept.js';
import { saidBy } from '../story/said.js';
import type { Token } from '../story/types.js';

/** What a rubric makes of the words of a sentence, wherever it stands and whatever stands around it. */
export interface Impression {
  readonly matches: Matches;
  /** How likely it says each beat, by the marks that it was asked with. */
  readonly likely: Map<string, readonly number[]>;
}

/** What the last review of one story made of its sentences, so that the next listens only to what has changed. It never changes a review. */
export class ReviewMemory {
  #rubric: Rubric | undefined;
  #sentences = new Kept<Impression>((same) => same);

  /** Begins a review: what the one before it did not need is dropped. */
  begin(rubric: Rubric): void {
    if (rubric !== this.#rubric) this.#sentences = new Kept((same) => same);
    this.#rubric = rubric;
    this.#sentences.begin();
  }

  /** What the rubric makes of a sentence's words in these roles (as bits); `listen` finds its matches. */
  impression(tokens: readonly Token[], roles: number, listen: () => Matches): Impression {
    return this.#sentences.recall(`${roles} ${saidBy(tokens)}`, 0, () => ({ matches: listen(), likely: new Map() }));
  }

  /** How many sentences are kept. */
  get size(): number {
    return this.#sentences.size;
  }
}

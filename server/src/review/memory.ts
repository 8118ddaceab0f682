import type { Matches, Rubric } from '../rubric/index.js';
import { originOf } from '../story/moved.js';
import { saidBy } from '../story/said.js';
import type { Sentence, Token } from '../story/types.js';

/** What a rubric makes of the words of a sentence, wherever it stands and whatever stands around it. */
export interface Impression {
  readonly matches: Matches;
  /** How likely it says each beat, by the marks that it was asked with. */
  readonly likely: Map<string, readonly number[]>;
}

/** An impression, and the last review that it was of use to. */
interface Lasting {
  readonly impression: Impression;
  review: number;
}

/** What the last review of one story made of its sentences, so that the next listens only to what has changed. It never changes a review. */
export class ReviewMemory {
  #rubric: Rubric | undefined;
  readonly #byWords = new Map<string, Lasting>();
  /** The same for a sentence that was only moved. */
  #bySentence = new WeakMap<Sentence, Lasting>();
  #review = 0;
  #needed = 0;

  /** Begins a review: what the one before it did not need is dropped. */
  begin(rubric: Rubric): void {
    if (rubric !== this.#rubric) {
      this.#byWords.clear();
      this.#bySentence = new WeakMap();
    } else if (this.#needed < this.#byWords.size) {
      for (const [words, { review }] of this.#byWords) if (review !== this.#review) this.#byWords.delete(words);
    }
    this.#rubric = rubric;
    this.#review++;
    this.#needed = 0;
  }

  /** What the rubric makes of a sentence's words; `listen` finds its matches. */
  impression(sentence: Sentence, listen: (tokens: readonly Token[]) => Matches): Impression {
    const origin = originOf(sentence);
    const lasting = this.#bySentence.get(origin) ?? this.#remembered(origin, listen);
    if (lasting.review !== this.#review) {
      lasting.review = this.#review;
      this.#needed++;
    }
    return lasting.impression;
  }

  /** How many sentences are kept. */
  get size(): number {
    return this.#byWords.size;
  }

  #remembered(origin: Sentence, listen: (tokens: readonly Token[]) => Matches): Lasting {
    const words = saidBy(origin.tokens);
    const lasting = this.#byWords.get(words) ?? { impression: { matches: listen(origin.tokens), likely: new Map() }, review: 0 };
    this.#byWords.set(words, lasting);
    this.#bySentence.set(origin, lasting);
    return lasting;
  }
}

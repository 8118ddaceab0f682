import type { Matches, Rubric } from '../rubric/index.js';
import { originOf } from '../story/moved.js';
import { saidBy } from '../story/said.js';
import type { Role, Sentence, Token } from '../story/types.js';
import type { Impression, Standing } from './impression.js';

/** An impression, the roles (as bits) that it was made in, and the last review that it was of use to. */
interface Lasting {
  readonly roles: number;
  readonly impression: Impression;
  review: number;
}

/** What the last review of one story made of its sentences, so that the next listens only to what has changed. It never changes a review. */
export class ReviewMemory {
  #rubric: Rubric | undefined;
  /** From here on, no cue asks for a sentence's place. */
  #late = 0;
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
      this.#late = lateIn(rubric);
    } else if (this.#needed < this.#byWords.size) {
      for (const [words, { review }] of this.#byWords) if (review !== this.#review) this.#byWords.delete(words);
    }
    this.#rubric = rubric;
    this.#review++;
    this.#needed = 0;
  }

  /** What the rubric makes of a sentence's words in these roles (as bits); `listen` finds its matches. */
  impression(sentence: Sentence, roles: number, listen: (tokens: readonly Token[], roles: number) => Matches): Impression {
    const origin = originOf(sentence);
    const known = this.#bySentence.get(origin);
    const lasting = known?.roles === roles ? known : this.#remembered(origin, roles, listen);
    if (lasting.review !== this.#review) {
      lasting.review = this.#review;
      this.#needed++;
    }
    return lasting.impression;
  }

  /** What it makes of them where the sentence stands: the `index`th that is told. */
  standing({ standings }: Impression, { bullet, step }: Sentence, roles: ReadonlySet<Role>, index: number): Standing {
    const place = Math.min(index, this.#late);
    for (const known of standings) if (known.roles === roles && known.bullet === bullet && known.step === step && known.place === place) return known;
    const standing = { roles, bullet, step, place };
    standings.push(standing);
    return standing;
  }

  /** How many sentences are kept. */
  get size(): number {
    return this.#byWords.size;
  }

  #remembered(origin: Sentence, roles: number, listen: (tokens: readonly Token[], roles: number) => Matches): Lasting {
    const words = `${roles} ${saidBy(origin.tokens)}`;
    const lasting = this.#byWords.get(words) ?? { roles, impression: { matches: listen(origin.tokens, roles), standings: [] }, review: 0 };
    this.#byWords.set(words, lasting);
    this.#bySentence.set(origin, lasting);
    return lasting;
  }
}

function lateIn({ data }: Rubric): number {
  return [...data.beats, ...data.shapes].flatMap(({ cues }) => cues).reduce((late, { first = 0 }) => Math.max(late, first), 0);
}

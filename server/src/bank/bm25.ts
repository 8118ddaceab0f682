import type { Families, Notion } from './kin.js';

/** How soon more of the same word stops to count, and how much a long text is held back. */
const K1 = 1.2;
const B = 0.75;
/** A word of the same family counts for so much of the word itself. */
const OF_FAMILY = 0.5;

interface Posting {
  readonly text: number;
  readonly count: number;
}

/** Which texts have which terms, to find those that are about the same by BM25. */
export class TermIndex {
  readonly #postings = new Map<string, Posting[]>();
  readonly #ofFamilies = new Map<string, readonly Posting[]>();
  readonly #lengths: number[];
  readonly #average: number;

  constructor(texts: readonly ReadonlyMap<string, number>[]) {
    this.#lengths = texts.map((terms, text) => {
      let length = 0;
      for (const [term, count] of terms) {
        length += count;
        const postings = this.#postings.get(term);
        if (postings) postings.push({ text, count });
        else this.#postings.set(term, [{ text, count }]);
      }
      return length;
    });
    this.#average = this.#lengths.reduce((sum, length) => sum + length, 0) / (texts.length || 1);
  }

  /** The texts that have a term, and how often. */
  having(term: string): readonly Posting[] {
    return this.#postings.get(term) ?? [];
  }

  /** How much each text is about what a question says, its words or others of their families: 0, when it has none, to 1. */
  about(notions: readonly Notion[], families: Families): Float32Array {
    const scores = new Float32Array(this.#lengths.length);
    const best = new Float32Array(this.#lengths.length);
    let most = 0;
    for (const notion of notions) {
      best.fill(0);
      const own = this.having(notion.term);
      const kin = notion.families.map((family) => this.#havingAny(family, families));
      this.#raise(best, own, 1);
      for (const postings of kin) this.#raise(best, postings, OF_FAMILY);
      most += (K1 + 1) * (own.length > 0 || kin.length === 0 ? this.#rarity(own) : Math.max(...kin.map((postings) => this.#rarity(postings))));
      for (let text = 0; text < scores.length; text++) scores[text]! += best[text]!;
    }
    return scores.map((score) => (most > 0 ? Math.min(1, score / most) : 0));
  }

  #raise(best: Float32Array, postings: readonly Posting[], weight: number): void {
    const rarity = weight * this.#rarity(postings) * (K1 + 1);
    for (const { text, count } of postings) {
      const held = K1 * (1 - B + (B * this.#lengths[text]!) / this.#average);
      best[text] = Math.max(best[text]!, (rarity * count) / (count + held));
    }
  }

  #rarity(postings: readonly Posting[]): number {
    return Math.log(1 + (this.#lengths.length - postings.length + 0.5) / (postings.length + 0.5));
  }

  #havingAny(family: string, families: Families): readonly Posting[] {
    const known = this.#ofFamilies.get(family);
    if (known) return known;
    const counts = new Uint32Array(this.#lengths.length);
    for (const term of families.membersOf(family)) for (const { text, count } of this.having(term)) counts[text]! += count;
    const postings: Posting[] = [];
    counts.forEach((count, text) => void (count > 0 && postings.push({ text, count })));
    this.#ofFamilies.set(family, postings);
    return postings;
  }
}

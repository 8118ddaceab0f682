/** How soon more of the same word stops to count, and how much a long text is held back. */
const K1 = 1.2;
const B = 0.75;

interface Posting {
  readonly text: number;
  readonly count: number;
}

/** Which texts have which terms, to find those that are about the same by BM25. */
export class TermIndex {
  readonly #postings = new Map<string, Posting[]>();
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

  /** How much each text is about some terms: 0, when it has none, to 1, when it says hardly anything but them. Texts without any are left out. */
  about(terms: Iterable<string>): ReadonlyMap<number, number> {
    const scores = new Map<number, number>();
    let most = 0;
    for (const term of terms) {
      const postings = this.having(term);
      const rarity = Math.log(1 + (this.#lengths.length - postings.length + 0.5) / (postings.length + 0.5));
      most += rarity * (K1 + 1);
      for (const { text, count } of postings) {
        const held = K1 * (1 - B + (B * this.#lengths[text]!) / this.#average);
        scores.set(text, (scores.get(text) ?? 0) + (rarity * count * (K1 + 1)) / (count + held));
      }
    }
    for (const [text, score] of scores) scores.set(text, score / most);
    return scores;
  }
}

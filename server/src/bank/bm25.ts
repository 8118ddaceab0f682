import type { Families, Notion } from './kin.js';

/** How soon more of the same word stops to count, and how much a long text is held back. */
const K1 = 1.2;
const B = 0.75;
/** A word of the same family counts for so much of the word itself. */
const OF_FAMILY = 0.5;

type Terms = ReadonlyMap<string, number>;

/** The texts that have a term, by their numbers, and how often each has it: two lists, because there are millions of them. */
interface Postings {
  readonly texts: number[];
  readonly counts: number[];
}

const NONE: Postings = { texts: [], counts: [] };

/** Which texts have which terms, to find those that are about the same by BM25. Texts come and go, each at its own number. */
export class TermIndex {
  readonly #postings = new Map<string, Postings>();
  readonly #ofFamilies = new Map<string, Postings>();
  /** By the number of the text; 0 where there is none. */
  readonly #lengths: number[] = [];
  #count = 0;
  #length = 0;

  /** Takes in a text under a number that no other has. */
  add(text: number, terms: Terms): void {
    const length = lengthOf(terms);
    for (const [term, count] of terms) {
      const postings = this.#postings.get(term) ?? { texts: [], counts: [] };
      postings.texts.push(text);
      postings.counts.push(count);
      this.#postings.set(term, postings);
    }
    this.#lengths[text] = length;
    this.#changed(1, length);
  }

  /** Forgets a text; `terms` are those it was taken in with. */
  remove(text: number, terms: Terms): void {
    for (const term of terms.keys()) {
      const { texts, counts } = this.#postings.get(term)!;
      const [last, lastCount] = [texts.pop()!, counts.pop()!];
      const at = last === text ? -1 : texts.indexOf(text);
      if (at >= 0) [texts[at], counts[at]] = [last, lastCount];
      if (texts.length === 0) this.#postings.delete(term);
    }
    this.#lengths[text] = 0;
    this.#changed(-1, -lengthOf(terms));
  }

  /** How much each text is about what a question says, its words or others of their families: 0, when it has none, to 1. */
  about(notions: readonly Notion[], families: Families): Float32Array {
    const scores = new Float32Array(this.#lengths.length);
    const best = new Float32Array(this.#lengths.length);
    let most = 0;
    for (const notion of notions) {
      best.fill(0);
      const own = this.#postings.get(notion.term) ?? NONE;
      const kin = notion.families.map((family) => this.#havingAny(family, families));
      this.#raise(best, own, 1);
      for (const postings of kin) this.#raise(best, postings, OF_FAMILY);
      most += (K1 + 1) * (own.texts.length > 0 || kin.length === 0 ? this.#rarity(own) : Math.max(...kin.map((postings) => this.#rarity(postings))));
      for (let text = 0; text < scores.length; text++) scores[text]! += best[text]!;
    }
    return scores.map((score) => (most > 0 ? Math.min(1, score / most) : 0));
  }

  #changed(texts: number, length: number): void {
    this.#count += texts;
    this.#length += length;
    this.#ofFamilies.clear();
  }

  #raise(best: Float32Array, postings: Postings, weight: number): void {
    const rarity = weight * this.#rarity(postings) * (K1 + 1);
    const average = this.#length / (this.#count || 1);
    const { texts, counts } = postings;
    for (let i = 0; i < texts.length; i++) {
      const [text, count] = [texts[i]!, counts[i]!];
      const held = K1 * (1 - B + (B * this.#lengths[text]!) / average);
      best[text] = Math.max(best[text]!, (rarity * count) / (count + held));
    }
  }

  #rarity({ texts }: Postings): number {
    return Math.log(1 + (this.#count - texts.length + 0.5) / (texts.length + 0.5));
  }

  #havingAny(family: string, families: Families): Postings {
    const known = this.#ofFamilies.get(family);
    if (known) return known;
    const having = new Uint32Array(this.#lengths.length);
    for (const term of families.membersOf(family)) {
      const { texts, counts } = this.#postings.get(term) ?? NONE;
      for (let i = 0; i < texts.length; i++) having[texts[i]!]! += counts[i]!;
    }
    const postings: Postings = { texts: [], counts: [] };
    having.forEach((count, text) => {
      if (count === 0) return;
      postings.texts.push(text);
      postings.counts.push(count);
    });
    this.#ofFamilies.set(family, postings);
    return postings;
  }
}

function lengthOf(terms: Terms): number {
  let length = 0;
  for (const count of terms.values()) length += count;
  return length;
}

import { TokenClass, type Token } from '../story/types.js';
import type { Need } from './anchor.js';
import type { Spans } from './lexicons.js';

/** A {@link Need} with its words and lexicons as numbers. */
export interface NumberedNeed {
  readonly ids: Int32Array;
  readonly classes: number;
  /** An unfilled slot stands for any class and any entry of a lexicon. */
  readonly fillable: boolean;
}

/** Which words, lexicons and classes stand in the current sentence: asked far more often than a pattern is followed. */
export class Presence {
  readonly #ids = new Map<string, number>();
  #seen = new Int32Array(1024);
  #stamp = 0;
  #classes = 0;

  /** Numbers a need, once for each pattern. */
  number({ words, lexicons, classes }: Need): NumberedNeed {
    const ids = [...words, ...[...lexicons].map((id) => `{${id}}`)].map((name) => this.#idOf(name));
    return { ids: Int32Array.from(ids), classes, fillable: classes !== 0 || lexicons.size > 0 };
  }

  /** Sets the sentence. */
  read(tokens: readonly Token[], spans: readonly Spans[]): void {
    this.#stamp++;
    this.#classes = 0;
    tokens.forEach((token, at) => {
      this.#classes |= token.classes;
      this.#see(token.word);
      for (const { lexicon } of spans[at]!) this.#see(`{${lexicon}}`);
    });
  }

  /** True when one of what is needed stands in the sentence. */
  has({ ids, classes, fillable }: NumberedNeed): boolean {
    if (classes & this.#classes || (fillable && this.#classes & TokenClass.slot)) return true;
    for (const id of ids) if (this.#seen[id] === this.#stamp) return true;
    return false;
  }

  #idOf(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(name, id);
    if (id >= this.#seen.length) {
      const larger = new Int32Array(this.#seen.length * 2);
      larger.set(this.#seen);
      this.#seen = larger;
    }
    return id;
  }

  #see(name: string): void {
    const id = this.#ids.get(name);
    if (id !== undefined) this.#seen[id] = this.#stamp;
  }
}

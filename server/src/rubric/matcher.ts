import { TokenClass, type Token } from '../story/types.js';
import { mandatoryIn } from './anchor.js';
import { Follower } from './follow.js';
import type { Lexicons } from './lexicons.js';
import type { Sequence } from './pattern.js';
import { Presence, type NumberedNeed } from './presence.js';

/** Where a pattern matched: token indexes, the end exclusive. */
export interface Match {
  readonly from: number;
  readonly to: number;
}

/** What was found in one sentence: for each group that matched, its matches from left to right. */
export type Matches = ReadonlyMap<number, readonly Match[]>;

interface Entry {
  readonly group: number;
  readonly elements: Sequence;
  readonly least: number;
  readonly most: number;
  readonly needs: readonly NumberedNeed[];
  /** False when the current sentence lacks something that the pattern needs. */
  possible: boolean;
  /** The next beginning to try in the current sentence. */
  next: number;
  sentence: number;
}

/**
 * Finds all patterns of all groups in one pass over a sentence. A pattern is tried only around the tokens that
 * can be its anchor, and gaps are bounded, so the cost of a sentence is proportional to its length.
 */
export class Matcher {
  readonly #lexicons: Lexicons;
  readonly #byWord = new Map<string, Entry[]>();
  readonly #byLexicon = new Map<string, Entry[]>();
  readonly #byClass = new Map<number, Entry[]>();
  readonly #bySlot = new Set<Entry>();
  readonly #follower = new Follower();
  readonly #presence = new Presence();
  #classes = 0;
  #sentence = 0;

  constructor(lexicons: Lexicons) {
    this.#lexicons = lexicons;
  }

  /** Adds a pattern to a group. @throws Error for an unknown lexicon, or when nothing in the pattern is mandatory */
  add(group: number, elements: Sequence): void {
    this.#lexicons.require(elements);
    const [anchor, ...others] = mandatoryIn(elements);
    if (!anchor) throw new Error('every part is optional');
    const needs = others.map((need) => this.#presence.number(need));
    const entry: Entry = { group, elements, least: anchor.least, most: anchor.most, needs, possible: false, next: 0, sentence: -1 };
    for (const word of anchor.words) append(this.#byWord, word, entry);
    for (const id of anchor.lexicons) append(this.#byLexicon, id, entry);
    for (let bit = 1; bit <= anchor.classes; bit <<= 1) if (anchor.classes & bit) append(this.#byClass, bit, entry);
    if (anchor.classes || anchor.lexicons.size > 0) this.#bySlot.add(entry);
    this.#classes |= anchor.classes;
  }

  /** All matches in a sentence, by group. */
  match(tokens: readonly Token[]): Matches {
    const found = new Map<number, Match[]>();
    const spans = this.#lexicons.spansIn(tokens);
    this.#follower.read(tokens, spans);
    this.#presence.read(tokens, spans);
    this.#sentence++;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      this.#tryAll(this.#byWord.get(token.word), at, found);
      for (const span of spans[at]!) this.#tryAll(this.#byLexicon.get(span.lexicon), at, found);
      const classes = token.classes & this.#classes;
      for (let bit = 1; bit <= classes; bit <<= 1) if (classes & bit) this.#tryAll(this.#byClass.get(bit), at, found);
      if (token.classes & TokenClass.slot) this.#tryAll(this.#bySlot, at, found);
    }
    for (const matches of found.values()) if (matches.length > 1) matches.sort((a, b) => a.from - b.from || b.to - a.to);
    return found;
  }

  #tryAll(entries: Iterable<Entry> | undefined, at: number, found: Map<number, Match[]>): void {
    if (!entries) return;
    for (const entry of entries) {
      if (entry.sentence !== this.#sentence) {
        entry.sentence = this.#sentence;
        entry.next = 0;
        entry.possible = entry.needs.every((need) => this.#presence.has(need));
      }
      if (!entry.possible) continue;
      const last = at - entry.least;
      for (let from = Math.max(entry.next, at - entry.most); from <= last; from++) {
        const to = this.#follower.longest(entry.elements, from);
        if (to > from) append(found, entry.group, { from, to });
      }
      entry.next = Math.max(entry.next, last + 1);
    }
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

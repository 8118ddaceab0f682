import { findIdentifiers, foldedPage } from '../story/identifiers/index.js';
import type { Story } from '../story/types.js';
import { findNames } from './hiddenNames.js';
import type { Identifier } from './types.js';

type Kind = Identifier['kind'];

const NOUNS: Readonly<Record<Kind, string>> = {
  host: 'host',
  address: 'address',
  email: 'mailbox',
  ticket: 'ticket',
  url: 'page',
  secret: 'key',
  phone: 'phone number',
  account: 'account',
  path: 'user',
  name: 'name',
  alias: 'name',
};

const NTH = 'third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** Shorter parts of a machine's name are words of everybody. */
const SHORTEST_MACHINE = 5;

/** What names are called instead, the same each time. */
export class Pseudonyms {
  /** Names by how they are compared, with their kind. */
  readonly #kinds = new Map<string, Kind>();
  readonly #aliases = new Map<string, string>();
  readonly #listed: readonly string[];
  /** The full name of a machine by its short one. */
  readonly #whole = new Map<string, string>();
  readonly #words = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  constructor(story: Pick<Story, 'frontMatter'>, terms: readonly string[]) {
    const aliases = [...(story.frontMatter?.aliases ?? [])];
    this.#listed = [...aliases.map(([name]) => name), ...terms];
    for (const term of terms) this.note(this.keyOf(term), 'name');
    for (const [name, alias] of aliases) {
      this.note(this.keyOf(name), 'alias');
      // One that is still to be filled in, or gives a name away, is none.
      if (!/^\[.*\]$/.test(alias) && !this.#givesAway(alias)) this.#aliases.set(this.keyOf(name), alias);
    }
  }

  /** How a name is compared: without regard to capitals, accents' encoding and white space. */
  keyOf(name: string): string {
    return foldedPage(name).seen.replace(/[\s>]+/g, ' ').trim();
  }

  /** Remembers what kind of thing a name is the name of, and what of it may stand alone. */
  note(key: string, kind: Kind): void {
    if (!this.#kinds.has(key)) this.#kinds.set(key, kind);
    const machine = kind === 'host' ? key.split('.')[0]! : '';
    if (machine.length < SHORTEST_MACHINE || !/\d/.test(machine) || this.#kinds.has(machine)) return;
    this.#kinds.set(machine, kind);
    this.#whole.set(machine, key);
  }

  /** Every name known so far. */
  names(): string[] {
    return [...this.#kinds.keys()];
  }

  kindOf(key: string): Kind {
    return this.#kinds.get(key) ?? 'name';
  }

  /** The alias of a name, else a neutral word for it: "a host", "another host", "a third host". */
  wordsFor(name: string): string {
    const key = this.#whole.get(name) ?? name;
    const known = this.#words.get(key) ?? this.#aliases.get(key) ?? this.#neutral(NOUNS[this.kindOf(key)]);
    this.#words.set(key, known);
    return known;
  }

  #neutral(noun: string): string {
    const nth = (this.#counts.get(noun) ?? 0) + 1;
    this.#counts.set(noun, nth);
    const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
    const words = nth === 1 ? `${article} ${noun}` : nth === 2 ? `another ${noun}` : nth - 3 in NTH ? `a ${NTH[nth - 3]} ${noun}` : `${noun} ${nth}`;
    return this.#givesAway(words) ? '…' : words;
  }

  #givesAway(words: string): boolean {
    return findNames(words, this.#listed).length > 0 || findIdentifiers(words).length > 0;
  }
}

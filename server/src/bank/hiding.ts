import type { Range, Story } from '../story/types.js';
import { Pseudonyms } from './pseudonyms.js';
import { applied, identifiersIn, identifiersOf, withoutRemains } from './redact.js';

type Hide = (text: string) => string;

/** Says things about a story without what may identify somebody. */
export interface Hiding {
  /** What is said of the story, without its names. */
  text(text: string): string;
  /** A piece of the story, without its names. */
  quote(range: Range): string;
}

/** Hides in what is said of a story the names that {@link redact} takes out of it. */
export function hiding(story: Story, terms: readonly string[]): Hiding {
  const pseudonyms = new Pseudonyms(story, terms);
  const found = identifiersIn(story, pseudonyms);
  const text = hideIn(pseudonyms, spelled(story, found));
  const quote = ({ start, end }: Range): string => {
    const inside = found.filter((one) => one.start < end && one.end > start);
    const cut = inside.map((one) => ({ ...one, start: Math.max(one.start, start) - start, end: Math.min(one.end, end) - start }));
    return text(applied(story.text.slice(start, end), cut));
  };
  return { text, quote };
}

/** The names of many stories: what one story has another word for is hidden in what is said of every other one too. Keeps nothing of their texts. */
export class HiddenNames {
  readonly #own = new Map<string, Hide>();
  readonly #shared = new Set<string>();
  #everywhere: Hide | undefined;

  /** Learns the names of a story, and those on the list that holds for it. */
  add(id: string, story: Story, terms: readonly string[]): void {
    const pseudonyms = new Pseudonyms(story, terms);
    this.#own.set(id, hideIn(pseudonyms, spelled(story, identifiersIn(story, pseudonyms))));
    for (const name of [...terms, ...(story.frontMatter?.aliases.keys() ?? [])]) this.#shared.add(name);
    this.#everywhere = undefined;
  }

  /** What is said of a story, or of no story in particular, without names. */
  hide(id: string | undefined, text: string): string {
    this.#everywhere ??= hideIn(new Pseudonyms({ frontMatter: undefined }, [...this.#shared]), [...this.#shared]);
    const own = id === undefined ? undefined : this.#own.get(id);
    return this.#everywhere(own?.(text) ?? text);
  }
}

function hideIn(pseudonyms: Pseudonyms, names: readonly string[]): Hide {
  return (text) => {
    const whole = withoutBeginnings(text, names);
    return withoutRemains(applied(whole, identifiersOf(whole, pseudonyms, undefined, { blanked: true })));
  };
}

/** How the names of a story are written in it. */
function spelled(story: Story, found: readonly Range[]): string[] {
  return [...new Set(found.map(({ start, end }) => story.text.slice(start, end).replace(/\s+/g, ' ')))];
}

/** What is said of a story quotes it shortened: where that cuts a name in two, its beginning would stay. */
function withoutBeginnings(text: string, names: readonly string[]): string {
  if (!text.includes('…')) return text;
  const [last = '', ...cut] = text.split('…').reverse();
  return [...cut.reverse().map((piece) => withoutBeginning(piece, names)), last].join('…');
}

const SHORTEST_BEGINNING = 3;

function withoutBeginning(piece: string, names: readonly string[]): string {
  for (const name of names) {
    for (let length = Math.min(name.length, piece.length); length >= SHORTEST_BEGINNING; length--) {
      if (piece.endsWith(name.slice(0, length))) return piece.slice(0, piece.length - length);
    }
  }
  return piece;
}

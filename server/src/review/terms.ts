import type { Range } from '../story/types.js';

/** A term as it stands in a text. */
export interface TermMatch extends Range {
  readonly term: string;
}

interface Compiled {
  readonly term: string;
  /** How much of the term stands before its first word: the dot of ".example.test". */
  readonly lead: number;
  readonly pattern: RegExp;
}

/** Terms by their first word, the longest first. */
export type Terms = ReadonlyMap<string, readonly Compiled[]>;

// An underscore is emphasis in Markdown and a joint in names of machines: it ends a word.
const LETTER = '[\\p{L}\\p{M}\\p{N}]';
const WORD = new RegExp(`${LETTER}+`, 'gu');

const compiled = new WeakMap<readonly string[], Terms>();

/** The terms made ready to look for; the same list is made ready once. */
export function compileTerms(terms: readonly string[]): Terms {
  const known = compiled.get(terms) ?? byFirstWord(terms);
  compiled.set(terms, known);
  return known;
}

function byFirstWord(terms: readonly string[]): Terms {
  const ready = new Map<string, Compiled[]>();
  for (const term of [...new Set(terms.map((written) => written.trim()))].sort((a, b) => b.length - a.length)) {
    const [first] = term.match(WORD) ?? [];
    if (first === undefined) continue;
    const key = first.toLowerCase();
    ready.set(key, [...(ready.get(key) ?? []), { term, lead: term.indexOf(first), pattern: wholeWords(term) }]);
  }
  return ready;
}

/** Whole words in any capitals; a line may break between them. */
function wholeWords(term: string): RegExp {
  const letters = term.split(/\s+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/['’ʼ]/g, "['’ʼ]")).join('[\\s>]{1,20}');
  const bound = (edge: string | undefined, look: string): string => (edge !== undefined && new RegExp(LETTER, 'u').test(edge) ? `(?${look}${LETTER})` : '');
  return new RegExp(`${bound([...term][0], '<!')}${letters}${bound([...term].at(-1), '!')}`, 'iuy');
}

/** Where the terms stand in a text, from beginning to end and never overlapping. One pass over the words. */
export function findTerms(text: string, terms: Terms): TermMatch[] {
  const found: TermMatch[] = [];
  if (terms.size === 0) return found;
  let done = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    for (const { term, lead, pattern } of terms.get(word.toLowerCase()) ?? []) {
      const start = index - lead;
      pattern.lastIndex = start;
      const match = start < done ? null : pattern.exec(text);
      if (match === null) continue;
      done = start + match[0].length;
      found.push({ term, start, end: done });
      break;
    }
  }
  return found;
}

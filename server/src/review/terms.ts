import type { Range } from '../story/types.js';

/** A term as it stands in a text. */
export interface TermMatch extends Range {
  readonly term: string;
}

interface Compiled {
  readonly term: string;
  /** How much of the term stands before its first word: the dot of ".example.test". */
  readonly lead: number;
  /** True where it begins, or ends, with a letter: no other may stand beside that. */
  readonly begins: boolean;
  readonly ends: boolean;
  /** Its words in any capitals; made when the first of them is met. */
  pattern: RegExp | undefined;
}

/** Terms by their first word, the longest first. */
export type Terms = ReadonlyMap<string, readonly Compiled[]>;

// An underscore is emphasis in Markdown and a joint in names of machines: it ends a word.
const LETTER = '[\\p{L}\\p{M}\\p{N}]';
const WORD = new RegExp(`${LETTER}+`, 'gu');
const BEGINS = new RegExp(`^${LETTER}`, 'u');
const ENDS = new RegExp(`${LETTER}$`, 'u');

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
    const others = ready.get(key) ?? [];
    ready.set(key, others);
    others.push({ term, lead: term.indexOf(first), begins: BEGINS.test(term), ends: ENDS.test(term), pattern: undefined });
  }
  return ready;
}

/** The words of a term in any capitals; a line may break between them. */
function wordsOf(term: string): RegExp {
  return new RegExp(term.split(/\s+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/['’ʼ]/g, "['’ʼ]")).join('[\\s>]{1,20}'), 'iuy');
}

/** Where a term that stands at an offset as whole words ends; undefined where it does not stand there. */
function endOf(compiled: Compiled, text: string, start: number): number | undefined {
  const { term, begins, ends } = compiled;
  if (begins && ENDS.test(text.slice(Math.max(0, start - 2), start))) return undefined;
  const pattern = (compiled.pattern ??= wordsOf(term));
  pattern.lastIndex = start;
  if (!pattern.test(text)) return undefined;
  const end = pattern.lastIndex;
  return ends && BEGINS.test(text.slice(end, end + 2)) ? undefined : end;
}

/** Where the terms stand in a text, from beginning to end and never overlapping. One pass over the words. */
export function findTerms(text: string, terms: Terms): TermMatch[] {
  const found: TermMatch[] = [];
  if (terms.size === 0) return found;
  let done = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    for (const compiled of terms.get(word.toLowerCase()) ?? []) {
      const start = index - compiled.lead;
      const end = start < done ? undefined : endOf(compiled, text, start);
      if (end === undefined) continue;
      done = end;
      found.push({ term: compiled.term, start, end });
      break;
    }
  }
  return found;
}

import { fold, folded, foldedComments, foldedPage, foldLooks, hasLookAlikes, type Letters } from '../story/identifiers/index.js';
import type { Range } from '../story/types.js';

/** A name to hide, as it was given. */
export interface NameMatch extends Range {
  readonly name: string;
}

interface Sought {
  readonly name: string;
  /** The name, as a pattern without a group. */
  readonly source: string;
  /** The same with lines that end in the middle of its words. */
  readonly broken: string;
}

const LETTER = '[\\p{L}\\p{M}\\p{N}]';
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const SPECIAL = /[\\^$.*+?()[\]{}|/-]/g;

/** Long enough that it is the name even inside a longer word: "fabrikamparcels". */
const SURE_INSIDE = 5;

/** What may stand between the words of a name, written into a class: white space, what joins them in the name of a file, a machine or an address, and what people write there. */
const BETWEEN = "\\s>_.+%/\\u2010-\\u2015'’‘ʼ´&,\\-";
/** The end of a line in the middle of a word, and what a quotation begins the next one with. */
const BREAK = '(?:[-\\u2010]?[ \\t]{0,8}[\\r\\n][\\s>]{0,20})?';
/** The same for marks that were blanked. */
const BLANKS = '[\\s>]{0,40}';

/**
 * Where names stand in a text, in any capitals, with or without accents and however they are written, and as a page would show them, from
 * beginning to end and never overlapping. A name inside a longer word takes the whole word along, so that nothing of it is left; one
 * with the end of a line in its midst is only found as a whole word. Each reading of the text is gone through twice for all names, and twice
 * more by the looks of letters where the text has any that look like others.
 * `blanked` is for what was taken out of a page with its marks blanked: `Con**toso**` is then `Con  toso`.
 */
export function findNames(text: string, names: readonly string[], how: { readonly blanked?: boolean } = {}): NameMatch[] {
  const found = findBy(fold, text, names, how);
  if (!looksCount(text)) return found;
  return merged([...found, ...findBy(foldLooks, text, names, how).filter(({ name, start, end }) => isDisguised(text.slice(start, end), name))]);
}

/** Most texts have no letter that only looks like another, also none behind an escape. */
function looksCount(text: string): boolean {
  return hasLookAlikes(text) || (/&[#\w]|%[\da-f]{2}|\\[ux]/i.test(text) && hasLookAlikes(folded(text).seen));
}

/** In letters that look alike. A short word that is all of another alphabet is one of its language. */
function isDisguised(written: string, name: string): boolean {
  const { seen } = folded(written);
  if (!hasLookAlikes(seen)) return false;
  return folded(name).seen.replace(NO_LETTERS, '').length >= SURE_INSIDE || !ABROAD.test(seen.replace(NO_LETTERS, ''));
}

const NO_LETTERS = /[^\p{L}\p{N}]/gu;
const ABROAD = /^(?:\p{Script=Cyrillic}+|\p{Script=Greek}+|\p{Script=Armenian}+)$/u;

function findBy(letters: Letters, text: string, names: readonly string[], how: { readonly blanked?: boolean }): NameMatch[] {
  const sought = soughtFor(names, how.blanked ? BLANKS : BREAK, letters);
  if (sought.length === 0) return [];
  const patterns = [any(sought.map(({ source }) => source)), ...(how.blanked || /[\r\n]/.test(text) ? [any(sought.map(({ broken }) => broken))] : [])];
  const commented = text.includes('<!--') ? [foldedComments(text, letters)] : [];
  return merged([folded(text, letters), foldedPage(text, letters), ...commented].flatMap((read) => patterns.flatMap((pattern) => findIn(read, pattern, sought))));
}

function any(sources: readonly string[]): RegExp {
  return new RegExp(sources.map((source) => `(${source})`).join('|'), 'gu');
}

/** From beginning to end; of those that overlap, one that covers them. */
export function merged<Found extends Range>(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last && one.start < last.end) kept[kept.length - 1] = { ...last, end: Math.max(last.end, one.end) };
    else kept.push(one);
  }
  return kept;
}

function findIn({ seen, at, endOf }: ReturnType<typeof folded>, any: RegExp, sought: readonly Sought[]): NameMatch[] {
  const found: NameMatch[] = [];
  any.lastIndex = 0;
  for (let match = any.exec(seen); match; match = any.exec(seen)) {
    const which = match.slice(1).findIndex((group) => group !== undefined);
    const { start, end } = wholeWords(seen, match.index, match.index + match[0].length);
    found.push({ name: sought[which]!.name, start: at(start), end: endOf(end - 1) });
    any.lastIndex = Math.max(end, match.index + 1);
  }
  return found;
}

/** Ready to look for, the longest first. */
function soughtFor(names: readonly string[], gap: string, letters: Letters): Sought[] {
  const seen = new Map<string, Sought>();
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const written = letters(folded(name, letters).seen);
    const words = written.match(WORDS) ?? [];
    const key = words.join(' ');
    if (words.length === 0 || seen.has(key)) continue;
    const between = `[${BETWEEN}${written.replace(/[\p{L}\p{M}\p{N}\s]+/gu, '').replace(SPECIAL, '\\$&')}]{0,20}`;
    const isSure = words.join('').length >= SURE_INSIDE;
    const source = words.join(between);
    const broken = words.map((word) => [...word].join(isSure ? gap : BREAK)).join(between);
    seen.set(key, { name, source: isSure ? source : wholeWord(source), broken: wholeWord(broken) });
  }
  return [...seen.values()];
}

function wholeWord(source: string): string {
  return `(?<!${LETTER})${source}(?!${LETTER})`;
}

function wholeWords(text: string, from: number, to: number): { start: number; end: number } {
  const before = /[\p{L}\p{M}\p{N}]{0,60}$/u.exec(text.slice(Math.max(0, from - 60), from))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}\p{N}]{0,60}/u.exec(text.slice(to, to + 60))?.[0].length ?? 0;
  return { start: from - before, end: to + after };
}

import { fold, folded, foldedPage } from '../story/identifiers/index.js';
import type { Range } from '../story/types.js';

/** A name to hide, as it was given. */
export interface NameMatch extends Range {
  readonly name: string;
}

interface Sought {
  readonly name: string;
  readonly pattern: RegExp;
}


const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

/** Long enough that it is the name even inside a longer word: "fabrikamparcels". */
const SURE_INSIDE = 5;

/** What may stand between the words of a name: white space, or what joins them in the name of a file, a machine or an address. */
const BETWEEN = '[\\s>_.+%/\\u2010-\\u2015-]{0,20}';
/**
 * Where names stand in a text, in any capitals and however they are written, and as a page would show them, from beginning to end
 * and never overlapping. A name inside a longer word takes the whole word along, so that nothing of it is left. One
 * pass over each reading of the text for all names.
 */
export function findNames(text: string, names: readonly string[]): NameMatch[] {
  const sought = soughtFor(names);
  if (sought.length === 0) return [];
  const any = new RegExp(sought.map(({ pattern }) => pattern.source).join('|'), 'gu');
  return merged([...findIn(folded(text), any, sought), ...findIn(foldedPage(text), any, sought)]);
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
    if (found.length === 0 || at(start) >= found.at(-1)!.end) found.push({ name: sought[which]!.name, start: at(start), end: endOf(end - 1) });
    any.lastIndex = Math.max(end, match.index + 1);
  }
  return found;
}

/** Ready to look for, the longest first. */
function soughtFor(names: readonly string[]): Sought[] {
  const seen = new Map<string, Sought>();
  for (const name of [...names].sort((a, b) => b.length - a.length)) {
    const words = fold(folded(name).seen).match(WORDS) ?? [];
    const key = words.join(' ');
    if (words.length === 0 || seen.has(key)) continue;
    const spelled = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join(BETWEEN);
    const sure = words.join('').length >= SURE_INSIDE;
    const source = sure ? spelled : `(?<![\\p{L}\\p{M}\\p{N}])${spelled}(?![\\p{L}\\p{M}\\p{N}])`;
    seen.set(key, { name, pattern: new RegExp(`(${source})`, 'u') });
  }
  return [...seen.values()];
}

function wholeWords(text: string, from: number, to: number): { start: number; end: number } {
  const before = /[\p{L}\p{M}\p{N}]{0,60}$/u.exec(text.slice(Math.max(0, from - 60), from))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}\p{N}]{0,60}/u.exec(text.slice(to, to + 60))?.[0].length ?? 0;
  return { start: from - before, end: to + after };
}

import { isInside } from './ranges.js';
import type { Range } from './types.js';

/** Words that end in a full stop without ending a sentence. */
const ABBREVIATION = /(?:^|[\s("'“])(?:e\.g|i\.e|vs|etc|approx|no|nos|fig|dr|mr|mrs|ms|prof|sr|jr|st|inc|ltd|corp|dept|cf|al|est|avg|max|min|a\.m|p\.m|[A-Z])\.$/i;
/** Abbreviations that often do end one: they split before a capital. */
const MAY_END = /(?:etc|inc|ltd|corp|a\.m|p\.m|min|max|no|st|al)\.$/i;
/** A full stop needs a space after it; those of Chinese, Japanese and Hindi end a sentence by themselves. */
const BOUNDARY = /(?<![.!?…])[.!?…]+["'”’)\]*_]*(?=\s)|[。！？।]+["'”’」』）)*_]*|[:][ \t]*(?:\r?\n|\r)(?=\s*\S)/g;

/**
 * Splits a stretch of prose into sentences, as ranges of the document without surrounding white space.
 * @param prose the block's prose
 * @param offset where the prose starts in the document
 * @param within the stretch to split, as offsets into the document
 * @param code inline code spans: what stands in them ends no sentence
 */
export function splitSentences(prose: string, offset: number, within: Range, code: readonly Range[]): Range[] {
  const sentences: Range[] = [];
  let start = within.start - offset;
  const limit = within.end - offset;
  // A block can be thousands of short stretches: what is looked for in one must not run on to the end of the block.
  const stretch = prose.slice(0, limit);
  BOUNDARY.lastIndex = start;
  for (let match = BOUNDARY.exec(stretch); match; match = BOUNDARY.exec(stretch)) {
    const end = match.index + match[0].length;
    const at = match.index + offset;
    if (isInside(at, code) || !endsSentence(prose, start, end, limit)) continue;
    push(sentences, prose, start, end, offset);
    start = end;
  }
  push(sentences, prose, start, limit, offset);
  return sentences;
}

function endsSentence(prose: string, start: number, end: number, limit: number): boolean {
  const said = prose.slice(Math.max(start, end - 12), end).replace(/["'”’)\]*_]+$/, '');
  const next = /\S/.exec(prose.slice(end, Math.min(end + 200, limit)))?.[0];
  if (next === undefined) return true;
  if (said.endsWith('...') || said.endsWith('…')) return !/[a-z]/.test(next);
  if (/["”’)]$/.test(prose.slice(end - 1, end)) && /[a-z]/.test(next)) return false;
  if (!said.endsWith('.')) return true;
  if (ABBREVIATION.test(said)) {
    if (/no\.$/i.test(said)) return !/\d/.test(next) && /[A-Z]/.test(next);
    return MAY_END.test(said) && /[A-Z"“]/.test(next);
  }
  return true;
}

function push(sentences: Range[], prose: string, start: number, end: number, offset: number): void {
  while (start < end && isSpace(prose.charCodeAt(start))) start++;
  while (end > start && isSpace(prose.charCodeAt(end - 1))) end--;
  if (end > start && /[\p{L}\p{N}\[{]/u.test(prose.slice(start, end))) sentences.push({ start: start + offset, end: end + offset });
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0xfeff;
}

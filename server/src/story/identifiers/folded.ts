import { UNSEEN, fold, type Seen } from './seenThrough.js';

const HTML: Readonly<Record<string, string>> = { amp: '&', nbsp: ' ', shy: '', zwnj: '', zwj: '', hyphen: '-', quot: '"', apos: "'", lt: '<', gt: '>', ensp: ' ', emsp: ' ', thinsp: ' ' };

/** One character as it is read, however it is written: in HTML, YAML, an address, with an escape, or as it is. */
const WRITTEN = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,8}));|(?:%[\da-fA-F]{2})+|\\u([\da-fA-F]{4})|\\x([\da-fA-F]{2})|\\[!-/:-@[-`{-~]|[^\p{M}]\p{M}{0,64}|\p{M}/gsu;

/** Marks that are not read: they can stand in the middle of a word. */
const MARK = /^[*~`\\]$/;

/**
 * A text as a name is looked for in it: letters without regard to capitals, encoding of accents, width, escapes, marks of
 * Markdown and characters that nobody sees. Every character knows which characters of the text it was made from.
 */
export function folded(text: string): Seen & { readonly endOf: (offset: number) => number } {
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  for (const match of text.matchAll(WRITTEN)) {
    const read = MARK.test(match[0]) || UNSEEN.test(match[0]) ? fold(match[0].replace(ALL_UNSEEN, '')).replace(/[*~`\\]/g, '') : fold(charactersOf(match));
    for (let at = 0; at < read.length; at++) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
    parts.push(read);
  }
  return { seen: parts.join(''), at: (offset) => starts[offset] ?? text.length, endOf: (offset) => ends[offset] ?? text.length };
}

const ALL_UNSEEN = new RegExp(UNSEEN.source, 'gu');

function charactersOf([written, decimal, hexadecimal, name, ...yaml]: RegExpMatchArray): string {
  const code = decimal ? Number(decimal) : parseInt(hexadecimal ?? yaml[0] ?? yaml[1] ?? '', 16);
  if (!Number.isNaN(code)) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).replace(ALL_UNSEEN, '') : '';
  if (name !== undefined) return HTML[name] ?? written!;
  if (written![0] === '%' && written!.length > 1) return fromAddress(written!);
  return written!.length > 1 && written![0] === '\\' ? written!.slice(1) : written!;
}

function fromAddress(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { MARKUP, MARKUP_IN_COMMENTS } from './markup.js';
import { UNSEEN, fold, type Seen } from './seenThrough.js';

/** One character as it is read, however it is written: in HTML, YAML, an address, with an escape, or as it is; plain letters many at a time. */
const WRITTEN = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));|(?:%[\da-fA-F]{2})+|\\u([\da-fA-F]{4})|\\x([\da-fA-F]{2})|\\[!-/:-@[-`{-~]|[A-Za-z\d ]+(?!\p{M})|[*~`](?=\p{M})|[^\p{M}]\p{M}{0,64}|\p{M}/gsu;

/** What is read as it is written, letter by letter. */
const PLAIN = /^[A-Za-z\d ]+$/;

/** {@link WRITTEN} where what only says how the page looks is one piece. */
const ON_PAGE = new RegExp(`${MARKUP}|${WRITTEN.source}`, 'gsu');
const LOOK = new RegExp(`^(?:${MARKUP}|<!--|-->)$`, 'su');
const IN_COMMENTS = new RegExp(`${MARKUP_IN_COMMENTS}|${WRITTEN.source}`, 'gsu');
/** Spares every letter of a text a look at all of them. */
const BEGINS_LOOK = /^[<!\][=-]/;

/** Marks that are not read: they can stand in the middle of a word. */
const MARK = /^[*~`\\]$/;

/** A text as it is read, and the places its characters were made from. */
export interface Read extends Seen {
  /** Where that ends which a character of `seen` was made from. */
  readonly endOf: (offset: number) => number;
}

/** What letters are compared by: {@link fold}, or what they look like. */
export type Letters = (written: string) => string;

/**
 * A text as a name is looked for in it: letters without regard to capitals, encoding of accents, width, escapes, marks of
 * Markdown and characters that nobody sees. Every character knows which characters of the text it was made from.
 */
export function folded(text: string, letters: Letters = fold): Read {
  return readBy(WRITTEN, text, letters);
}

/** The same as a page shows it: without tags, comments, and where links lead to. */
export function foldedPage(text: string, letters: Letters = fold): Read {
  return readBy(ON_PAGE, text, letters);
}

/** The same with what stands in comments. */
export function foldedComments(text: string, letters: Letters = fold): Read {
  return readBy(IN_COMMENTS, text, letters);
}

/** A text as a page shows it, its letters as they are. */
export function pageOf(text: string): Read {
  return readBy(ON_PAGE, text, (written) => written);
}

function readBy(pattern: RegExp, text: string, letters: Letters): Read {
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  for (const match of text.matchAll(pattern)) {
    const [written] = match;
    const plain = PLAIN.test(written);
    const read = plain ? letters(written) : pattern !== WRITTEN && isLook(written) ? '' : characterOf(match, letters);
    for (let at = 0; at < read.length; at++) {
      starts.push(match.index + (plain ? at : 0));
      ends.push(match.index + (plain ? at + 1 : written.length));
    }
    parts.push(read);
  }
  return { seen: parts.join(''), at: (offset) => starts[offset] ?? text.length, endOf: (offset) => ends[offset] ?? text.length };
}

function isLook(written: string): boolean {
  return BEGINS_LOOK.test(written) && LOOK.test(written);
}

function characterOf(match: RegExpMatchArray, letters: Letters): string {
  const [written] = match;
  return MARK.test(written) || UNSEEN.test(written) ? letters(written.replace(ALL_UNSEEN, '')).replace(/[*~`\\]/g, '') : letters(charactersOf(match));
}

const ALL_UNSEEN = new RegExp(UNSEEN.source, 'gu');

function charactersOf([written, decimal, hexadecimal, name, ...yaml]: RegExpMatchArray): string {
  const code = decimal ? Number(decimal) : parseInt(hexadecimal ?? yaml[0] ?? yaml[1] ?? '', 16);
  if (!Number.isNaN(code)) return code > 0 && code <= 0x10ffff ? seenOf(String.fromCodePoint(code)) : '';
  if (name !== undefined) return seenOf(decodeNamedCharacterReference(name) || written!);
  if (written![0] === '%' && written!.length > 1) return fromAddress(written!);
  return written!.length > 1 && written![0] === '\\' ? written!.slice(1) : written!;
}

/** What an escape stands for, without what nobody sees. */
function seenOf(characters: string): string {
  return characters.replace(ALL_UNSEEN, '');
}

function fromAddress(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

import { spotIn } from './runs.js';
import { seenThrough, type Seen } from './seenThrough.js';
import type { Identifying } from './types.js';

/** What no identifier has in it: white space, brackets, quotes and the marks between words. */
const RUN = /[^\s<>"'`“”‘’«»()[\]{}|,;*]+/g;
const LONGEST_RUN = 2000;
const LONGEST_KEY = 8000;
const PHONE = /(?<![\w.+-])(?:\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?\d{2,4}(?:[ .-]?\d{2,4}){1,4}|\(\d{3}\) ?\d{3}[.-]\d{4}|\d{3}[.-]\d{3}[.-]\d{4})(?![\w-]|[.,]\d)/g;
const KEY_BEGINS = '-----BEGIN ';
const KEY_ENDS = '-----END ';
const ACCOUNT = /(?<!\d)\d{12}(?!\d)/g;
const BESIDE_ACCOUNT = 40;
const BESIDE_VERSION = 10;

/**
 * What in a text may identify an employer, a customer or a person, from beginning to end and never overlapping. Characters that
 * nobody sees do not hide it. What everybody knows is left out: public sites, examples, standards. Linear in the text.
 */
export function findIdentifiers(text: string): Identifying[] {
  return identifiersIn(seenThrough(text));
}

function identifiersIn({ seen, at }: Seen): Identifying[] {
  const found = [...keysIn(seen), ...runsIn(seen), ...phonesIn(seen), ...accountsIn(seen)].sort((a, b) => a.start - b.start || b.end - a.end);
  let done = 0;
  return found
    .filter(({ start, end }) => {
      if (start < done) return false;
      done = end;
      return true;
    })
    .map((one) => ({ ...one, start: at(one.start), end: at(one.end - 1) + 1 }));
}

/** What is found in a part of a text, by offsets into it; undefined where what stands before or after the part may have to do with it. */
export function findInPart(part: string): Identifying[] | undefined {
  const seen = seenThrough(part);
  return seen.seen.includes(KEY_BEGINS) || seen.seen.search(ACCOUNT) >= 0 ? undefined : identifiersIn(seen);
}

function runsIn(text: string): Identifying[] {
  const found: Identifying[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const spots = run.length > LONGEST_RUN ? [] : spotIn(run);
    if (spots.length === 0 || isNoName(text, index, index + run.length)) continue;
    for (const one of spots) found.push({ ...one, start: index + one.start, end: index + one.end });
  }
  return found;
}

/** Before a bracket stands a call in a program, after "version" a version. */
function isNoName(text: string, start: number, end: number): boolean {
  return text[end] === '(' || /\b(?:versions?|release|build) $/i.test(text.slice(Math.max(0, start - BESIDE_VERSION), start));
}

/** Blocks of a key as tools write them, to the end that is written, or to the next blank line. */
function keysIn(text: string): Identifying[] {
  const found: Identifying[] = [];
  for (let start = text.indexOf(KEY_BEGINS); start >= 0; start = text.indexOf(KEY_BEGINS, found.at(-1)!.end)) {
    const blank = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(start, start + LONGEST_KEY));
    const until = blank ? start + blank.index : Math.min(text.length, start + LONGEST_KEY);
    const ending = text.slice(start, until).indexOf(KEY_ENDS);
    const end = ending < 0 ? until : Math.min(until, start + ending + (/^-----END [^-\r\n]{0,60}-{0,5}/.exec(text.slice(start + ending, start + ending + 80))?.[0].length ?? 0));
    found.push({ kind: 'secret', start, end: Math.max(end, start + KEY_BEGINS.length), certain: true });
  }
  return found;
}

function phonesIn(text: string): Identifying[] {
  return [...text.matchAll(PHONE)].filter(({ 0: number }) => isPhone(number)).map(({ 0: number, index }) => ({ kind: 'phone', start: index, end: index + number.length, certain: true }));
}

/** Nine to fifteen digits that are not written as one large amount: "+30 000 000 000". */
function isPhone(number: string): boolean {
  const digits = number.replace(/\D/g, '').length;
  return digits >= 9 && digits <= 15 && !/^\+\d{1,3}(?:[ .]000)+$/.test(number);
}

/** Twelve digits beside the word "account". */
function accountsIn(text: string): Identifying[] {
  return [...text.matchAll(ACCOUNT)]
    .filter(({ index }) => /account/i.test(text.slice(Math.max(0, index - BESIDE_ACCOUNT), index)))
    .map(({ 0: number, index }) => ({ kind: 'account', start: index, end: index + number.length, certain: true }));
}

import { findIdentifiers, pageOf, type Identifying } from '../story/identifiers/index.js';
import type { Range, Story } from '../story/types.js';
import { companiesIn } from './companies.js';
import { findNames, merged, type NameMatch } from './hiddenNames.js';
import { marksKept } from './marksKept.js';
import { Pseudonyms } from './pseudonyms.js';
import { isStructure } from './structure.js';
import type { Identifier } from './types.js';

/** A story's text without what may identify somebody. */
export interface Redaction {
  readonly text: string;
  /** How many names were replaced, each as often as it stands there. */
  readonly replaced: number;
  /** What the file is to be called, without its extension. */
  readonly name: string;
}

/**
 * A story with every identifier, every listed name and every name that has an alias replaced, wherever in the file it stands:
 * by its alias, or by a neutral word that is the same each time. What is left is still a story.
 * @param terms the person's own names that must not leave the room
 * @param name what the file is called, without its extension
 */
export function redact(story: Story, terms: readonly string[], name: string): Redaction {
  const pseudonyms = new Pseudonyms(story, terms);
  const found = identifiersIn(story, pseudonyms);
  const text = applied(story.text, found);
  const called = applied(name, identifiersOf(name, pseudonyms)).trim().replace(/\s+/g, '-');
  return { text: withoutRemains(text), replaced: found.length, name: called || 'story' };
}

/** What in a story's file may identify somebody, from beginning to end, each with what stands in its place. */
export function identifiersIn(story: Story, pseudonyms: Pseudonyms): Identifier[] {
  const beginnings = new Set(story.tellings.flatMap(({ sections }) => sections.flatMap(({ sentences }) => sentences.map(({ start }) => start))));
  const front = story.frontMatter?.end ?? 0;
  return identifiersOf(story.text, pseudonyms, (match) => isStructure(story, match)).map((found) => {
    const instead = found.start < front ? found.instead.replace(/[^\p{L}\p{M}\p{N} .-]/gu, '') : found.instead;
    return { ...found, instead: beginnings.has(found.start) ? instead.charAt(0).toUpperCase() + instead.slice(1) : instead };
  });
}

/** The same for a text that is not the whole story. */
export function identifiersOf(text: string, pseudonyms: Pseudonyms, isKept: (range: Range) => boolean = () => false, how?: Parameters<typeof findNames>[2]): Identifier[] {
  const identifiers = identifiersSeen(text).map(({ kind, start, end }) => ({ kind, ...widened(text, { start, end }), key: pseudonyms.keyOf(text.slice(start, end)) }));
  identifiers.forEach(({ kind, key }) => pseudonyms.note(key, kind));
  for (const company of companiesIn(text, identifiers.filter(({ kind }) => kind === 'host').map(({ key }) => key))) pseudonyms.note(company, 'name');
  const names = findNames(text, pseudonyms.names(), how).filter((match) => !isKept(match)).map(({ name, start, end }: NameMatch) => ({ kind: pseudonyms.kindOf(name), start, end, key: name }));
  return merged([...identifiers, ...names]).map(({ kind, start, end, key }) => ({ kind, start, end, instead: fitting(text, { start, end }, pseudonyms.wordsFor(key)) }));
}

/** Identifiers as they are written, and as a page would show them. */
function identifiersSeen(text: string): Identifying[] {
  const { seen, at, endOf } = pageOf(text);
  const shown = findIdentifiers(seen).map((one) => ({ ...one, start: at(one.start), end: endOf(one.end - 1) }));
  return merged([...findIdentifiers(text), ...shown]);
}

/** An address between angle brackets goes with them: what is left would be read as a tag. */
function widened(text: string, { start, end }: Range): Range {
  const bare = text[start - 1] === '<' && text[end] === '>' && text[start - 2] !== '(';
  return bare ? { start: start - 1, end: end + 1 } : { start, end };
}

/** In one piece where white space would break a link, a path or the name of a file. */
function fitting(text: string, { start, end }: Range, words: string): string {
  const before = text.slice(Math.max(0, start - 3), start);
  const after = text.slice(end, end + 2);
  const joined = /(?:\]\(<?|\]: |[\p{L}\p{N}]_|[/\\@#%.-]|(?<!=)=|(?<!~)~)$/u.test(before) || /^(?:[/\\@#-]|_[\p{L}\p{N}]|=(?!=)|\.\w)/u.test(after);
  return joined ? words.replace(/\s+/g, '-') : words;
}

/** A text with the words in their places. */
export function applied(text: string, found: readonly Identifier[]): string {
  let at = 0;
  const parts = found.flatMap(({ start, end, instead }) => {
    const { before, after } = marksKept(text, { start, end });
    const kept = text.slice(at, start);
    at = end;
    return [kept, before, instead, after];
  });
  return parts.join('') + text.slice(at);
}

const MOST_PASSES = 3;

/** A text without what only became a name when the text around it went. */
export function withoutRemains(text: string): string {
  let clean = text;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const remains = identifiersSeen(clean).map(({ kind, start, end }) => ({ kind, start, end, instead: '…' }));
    if (remains.length === 0) return clean;
    clean = applied(clean, remains);
  }
  return clean;
}

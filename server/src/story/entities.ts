import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Block, Entity } from './block.js';
import { countUntil } from './ranges.js';
import type { Range } from './types.js';

/** `&amp;`, `&#233;`, `&#xE9;` */
const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]\w{1,31}));/g;

/** A text with spaces for its entities. */
export function withoutEntities(text: string): string {
  return text.replace(ENTITY, (entity) => ' '.repeat(entity.length));
}

/** The entities in a text, `offset` being where it begins; one behind a backslash, or of no known name, shows itself. */
export function entitiesIn(text: string, offset = 0): Entity[] {
  return [...text.matchAll(ENTITY)].map((match) => {
    const start = match.index + offset;
    return { start, end: start + match[0].length, shows: isEscaped(text, match.index) ? match[0] : shownFor(match) };
  });
}

/** What is prose in a range of a block, with what its entities show in their place: other marks are spaces still. */
export function proseWithEntities({ prose, start, entities = [] }: Block, range: Range): string {
  let [said, at] = ['', range.start];
  for (let next = countUntil(entities, (entity) => entity.start < range.start); next < entities.length && entities[next]!.end <= range.end; next++) {
    const entity = entities[next]!;
    said += prose.slice(at - start, entity.start - start) + entity.shows;
    at = entity.end;
  }
  return said + prose.slice(at - start, range.end - start);
}

function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === '\\') from--;
  return (at - from) % 2 === 1;
}

function shownFor([entity, decimal, hexadecimal, name]: RegExpExecArray): string {
  if (name !== undefined) return decodeNamedCharacterReference(name) || entity;
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\ufffd';
}

import type { Range, Story } from '../types.js';
import { findIdentifiers, findInPart } from './find.js';
import type { Identifying } from './types.js';

/** What was found in a part of a text by itself, or that it cannot be looked at by itself. */
export type PartIdentifiers = readonly Identifying[] | 'not by itself';

/** A part of a text and what is known of it, wherever it stands. */
interface Part extends Range {
  readonly known: { identifiers?: PartIdentifiers };
}

const parts = new WeakMap<Story, readonly Part[]>();

/** Remembers which parts of a story are known from an earlier reading: each begins on a new line. */
export function rememberParts(story: Story, passages: readonly Part[]): void {
  parts.set(story, passages);
}

/** What in a story may identify somebody, as {@link findIdentifiers} finds it; parts that are known are not looked through again. */
export function identifiersOf(story: Story): Identifying[] {
  const { text } = story;
  const passages = parts.get(story);
  const found = passages && foundByParts(text, passages);
  return found ?? findIdentifiers(text);
}

function foundByParts(text: string, passages: readonly Part[]): Identifying[] | undefined {
  const found = findInPart(text.slice(0, passages[0]?.start ?? text.length));
  if (found === undefined) return undefined;
  for (const { start, end, known } of passages) {
    const own = (known.identifiers ??= findInPart(text.slice(start, end)) ?? 'not by itself');
    if (own === 'not by itself') return undefined;
    for (const one of own) found.push({ ...one, start: one.start + start, end: one.end + start });
  }
  return found;
}

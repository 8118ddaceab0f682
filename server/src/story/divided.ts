import { passagesIn } from './passages.js';
import type { Range } from './types.js';

/** A passage, and what was made of it. */
interface Part<Made> extends Range {
  readonly placed: Made;
}

interface Division<Made> {
  readonly text: string;
  readonly from: number;
  readonly parts: readonly Part<Made>[];
}

/** How a text was divided into passages when it was last read, so that only what stands around a change is divided anew. */
export class Divided<Made> {
  #before: Division<Made> | undefined;
  #now: Division<Made> | undefined;

  /** Begins a reading: what was divided in the one before it is known, and nothing older. */
  begin(): void {
    this.#before = this.#now;
    this.#now = undefined;
  }

  /** The passages of a text from an offset on, as {@link passagesIn} divides it; `make` is asked for those that are new. */
  divide(text: string, from: number, make: (start: number, end: number) => Made): readonly Part<Made>[] {
    const before = this.#before?.from === from ? this.#before : { text: '', from, parts: [] };
    const same = sameAtBeginning(before.text, text);
    const parts = before.parts.slice(0, Math.max(0, countUpTo(before.parts, same) - 1));
    // A passage ends where the line after it says so: the last one that is the same throughout may end elsewhere now.
    const by = text.length - before.text.length;
    const alike = text.length - sameAtEnd(before.text, text, same);
    let next = parts.length;
    for (const { start, end } of passagesIn(text, parts.at(-1)?.end ?? from)) {
      parts.push({ start, end, placed: make(start, end) });
      if (end < alike) continue;
      while (next < before.parts.length && before.parts[next]!.start + by < end) next++;
      if (before.parts[next]?.start !== end - by) continue;
      for (; next < before.parts.length; next++) parts.push(movedPart(before.parts[next]!, by));
      break;
    }
    this.#now = { text, from, parts };
    return parts;
  }
}

function movedPart<Made>({ start, end, placed }: Part<Made>, by: number): Part<Made> {
  return { start: start + by, end: end + by, placed };
}

/** How many parts end before an offset or at it. */
function countUpTo(parts: readonly Range[], offset: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Texts are compared in pieces of so many units, which is far faster than unit by unit. */
const PIECE = 2048;

function sameAtBeginning(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + PIECE <= most && a.slice(at, at + PIECE) === b.slice(at, at + PIECE)) at += PIECE;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many units at the end are the same, of those after the first `from`. */
function sameAtEnd(a: string, b: string, from: number): number {
  const most = Math.min(a.length, b.length) - from;
  let same = 0;
  while (same + PIECE <= most && a.slice(a.length - same - PIECE, a.length - same) === b.slice(b.length - same - PIECE, b.length - same)) same += PIECE;
  while (same < most && a.charCodeAt(a.length - same - 1) === b.charCodeAt(b.length - same - 1)) same++;
  return same;
}

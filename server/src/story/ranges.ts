import type { Range } from './types.js';

/** True when an offset lies in one of some ranges, which stand in order and apart. */
export function isInside(offset: number, ranges: readonly Range[]): boolean {
  const range = ranges[countUntil(ranges, ({ end }) => end <= offset)];
  return range !== undefined && offset >= range.start;
}

/** How many pieces, from the first on, are so; they stand in order. */
export function countUntil<Piece extends Range>(pieces: readonly Piece[], is: (piece: Piece) => boolean): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(pieces[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The same range so many units further on. */
export function movedBy({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

/** A range that lies in a text and parts no character and no line ending: libraries that count on their own may name one that does not. */
export function wholeCharacters(text: string, { start, end }: Range): Range {
  const [from, to] = [Math.min(start, text.length), Math.min(end, text.length)];
  return { start: isBetweenHalves(text, from) ? from - 1 : from, end: isBetweenHalves(text, to) ? to + 1 : to };
}

function isBetweenHalves(text: string, offset: number): boolean {
  return /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

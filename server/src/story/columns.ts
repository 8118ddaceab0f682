/** What a place on a line is counted in, as the Language Server Protocol names it. */
export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** A place on a line in UTF-16 and in what somebody else counts in; half a character counts as one of its own. */
export interface Columns {
  /** UTF-16 to the other's; inside a character, its beginning. */
  out(character: number): number;
  /** The other's to UTF-16, held to the line; inside a character, its beginning. */
  in(column: number): number;
}

/** Two ways to count that agree: UTF-16 itself, and any of them on a line of ASCII. */
const SAME: Columns = { out: (character) => character, in: (column) => column };

const ASCII = /^[\0-\x7f]*$/;

/** The columns of one line, which holds no line break. */
export function columnsOf(line: string, encoding: PositionEncoding): Columns {
  if (encoding === 'utf-16' || ASCII.test(line)) return SAME;
  const widthOf = encoding === 'utf-8' ? bytesOf : () => 1;
  const columns = new Uint32Array(line.length + 1);
  let column = 0;
  for (let i = 0; i < line.length; ) {
    const code = line.codePointAt(i)!;
    columns[i++] = column;
    if (code > 0xffff) columns[i++] = column;
    column += widthOf(code);
  }
  columns[line.length] = column;
  return {
    out: (character) => columns[Math.max(0, Math.min(character, line.length))]!,
    in: (wanted) => first(columns, lastAtMost(columns, wanted)),
  };
}

function bytesOf(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

function lastAtMost(columns: Uint32Array, wanted: number): number {
  let [low, high] = [0, columns.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (columns[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Both halves of a character stand in the same column; it begins at the first. */
function first(columns: Uint32Array, at: number): number {
  return at > 0 && columns[at - 1] === columns[at] ? at - 1 : at;
}

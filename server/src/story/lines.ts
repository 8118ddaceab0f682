import { columnsOf, type Columns, type PositionEncoding } from './columns.js';

/** A zero-based line and a character on it, as in the Language Server Protocol: in UTF-16 unless something else was agreed on. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns UTF-16 offsets into positions and back, the only place where that is done. Lines end at LF, CRLF or a lone CR. */
export class LineIndex {
  readonly #starts: number[] = [0];
  readonly #text: string;
  readonly #columns = new Map<number, Columns>();

  /** @param encoding what the characters of positions are counted in; offsets are UTF-16 always */
  constructor(text: string, readonly encoding: PositionEncoding = 'utf-16') {
    this.#text = text;
    if (!text.includes('\r')) {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
      return;
    }
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** The offset at which a line starts; the text's length for a line past the end. */
  lineStart(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** The offset just before a line's ending. */
  lineEnd(line: number): number {
    let end = this.lineStart(line + 1);
    if (line + 1 < this.lineCount) {
      while (end > this.lineStart(line) && isLineBreak(this.#text.charCodeAt(end - 1))) end--;
    }
    return end;
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, character: this.#columnsOf(line).out(offset - this.#starts[line]!) };
  }

  /** Offsets past a line's end are held to it, as the protocol asks. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const character = this.#columnsOf(position.line).in(Math.max(position.character, 0));
    return Math.min(this.lineStart(position.line) + character, this.lineEnd(position.line));
  }

  /** Each line is counted once: a story can be a single line, and every finding of it asks. */
  #columnsOf(line: number): Columns {
    if (this.encoding === 'utf-16') return columnsOf('', this.encoding);
    const known = this.#columns.get(line) ?? columnsOf(this.#text.slice(this.lineStart(line), this.lineEnd(line)), this.encoding);
    this.#columns.set(line, known);
    return known;
  }
}

/** The offset at which the line around an offset starts: behind a byte order mark, which is no part of the first line. */
export function lineStartOf(text: string, offset: number): number {
  const { start } = lineAround(text, offset);
  return start === 0 && offset > 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

/** The offset just before the ending of the line around an offset. */
export function lineEndOf(text: string, offset: number): number {
  return lineAround(text, offset).end;
}

/** In characters: a line that is looked through in no time. */
const SHORT = 500;

let long = { text: '', start: 0, end: 0 };

/** Keeps the last long line: a story can be a single line, and every sentence of it asks. */
function lineAround(text: string, offset: number): { readonly start: number; readonly end: number } {
  if (long.start <= offset && offset <= long.end && long.text === text) return long;
  let [start, end] = [offset, offset];
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  const line = { text, start, end };
  if (end - start > SHORT) long = line;
  return line;
}

/** The line ending that most lines use. */
export function lineEndingOf(text: string): '\n' | '\r\n' | '\r' {
  if (!text.includes('\r')) return '\n';
  const crlf = text.split('\r\n').length - 1;
  const lf = text.split('\n').length - 1 - crlf;
  const cr = text.split('\r').length - 1 - crlf;
  if (crlf > lf && crlf >= cr) return '\r\n';
  return cr > lf ? '\r' : '\n';
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

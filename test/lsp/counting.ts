import type { Position, Range, TextEdit } from 'vscode-languageserver/node';

export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';
export const ENCODINGS: Encoding[] = ['utf-8', 'utf-16', 'utf-32'];

/** A line cut into what a client counts. */
const UNITS: Record<Encoding, (line: string) => string[]> = {
  'utf-8': (line) => [...Buffer.from(line)].map((byte) => String.fromCharCode(byte)),
  'utf-16': (line) => line.split(''),
  'utf-32': (line) => [...line],
};
const JOINED: Record<Encoding, (units: string[]) => string> = {
  'utf-8': (units) => Buffer.from(units.join(''), 'latin1').toString(),
  'utf-16': (units) => units.join(''),
  'utf-32': (units) => units.join(''),
};

/** How a client that counts in this finds its way in a text of its own, written without the server's help. */
export class Counting {
  constructor(readonly encoding: Encoding) {}

  /** The UTF-16 offset of a place. */
  offsetAt(text: string, { line, character }: Position): number {
    const start = this.#starts(text)[line]!;
    const [whole] = text.slice(start).split(/[\r\n]/, 1) as [string];
    const units = UNITS[this.encoding](whole);
    if (character > units.length) throw new Error(`Line ${line} has no character ${character}.`);
    return start + JOINED[this.encoding](units.slice(0, character)).length;
  }

  /** The place of a UTF-16 offset. */
  positionAt(text: string, offset: number): Position {
    const starts = this.#starts(text).filter((start) => start <= offset);
    const before = text.slice(starts.at(-1), offset);
    return { line: starts.length - 1, character: UNITS[this.encoding](before).length };
  }

  /** Where a piece of text stands. */
  rangeOf(text: string, piece: string): Range {
    const start = text.indexOf(piece);
    if (start < 0) throw new Error(`There is no "${piece}".`);
    return { start: this.positionAt(text, start), end: this.positionAt(text, start + piece.length) };
  }

  textIn(text: string, { start, end }: Range): string {
    return text.slice(this.offsetAt(text, start), this.offsetAt(text, end));
  }

  applied(text: string, edits: readonly TextEdit[]): string {
    const backwards = [...edits].sort((a, b) => this.offsetAt(text, b.range.start) - this.offsetAt(text, a.range.start));
    return backwards.reduce((now, { range, newText }) => now.slice(0, this.offsetAt(text, range.start)) + newText + now.slice(this.offsetAt(text, range.end)), text);
  }

  /** An answer with every place in it as its offset in a text: the same from every server that means the same. */
  offsetsIn(text: string, answer: unknown): unknown {
    if (Array.isArray(answer)) return answer.map((each) => this.offsetsIn(text, each));
    if (typeof answer !== 'object' || answer === null) return answer;
    if ('line' in answer && 'character' in answer) return this.offsetAt(text, answer as Position);
    const parts = Object.entries(answer).filter(([name]) => name !== 'resultId');
    return Object.fromEntries(parts.map(([name, part]) => [name, this.offsetsIn(text, part)]));
  }

  #starts(text: string): number[] {
    return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  }
}

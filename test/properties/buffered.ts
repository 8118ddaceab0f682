import type { Position } from 'vscode-languageserver-types';
import type { PositionEncoding } from '../../server/src/story/index.js';
import { fail } from '../fuzz/target.js';

/** What is put in place of some bytes. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const utf8 = new TextEncoder();
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A text as an editor that shares no code with the product holds it: bytes, in lines, with what undoes the last change. */
export class Buffered {
  readonly text: string;
  readonly #bytes: Uint8Array;
  readonly #encoding: PositionEncoding;
  readonly #undo: readonly Splice[];

  constructor(text: string, encoding: PositionEncoding, undo: readonly Splice[] = []) {
    this.text = text;
    this.#bytes = utf8.encode(text);
    this.#encoding = encoding;
    this.#undo = undo;
  }

  /** The byte at which a place begins that is there exactly: on a line, before its end, at the beginning of a character. */
  offsetAt({ line, character }: Position, what: string): number {
    const lines = this.text.split(/(?<=\r\n|\r(?!\n)|\n)/);
    if (/[\r\n]$/.test(this.text)) lines.push('');
    const own = lines[line]?.replace(/[\r\n]+$/, '');
    if (own === undefined) fail(`${what}: there is no line ${line}`);
    let [at, bytes] = [0, 0];
    for (const letter of own) {
      if (at >= character) break;
      const size = utf8.encode(letter).length;
      at += this.#encoding === 'utf-8' ? size : this.#encoding === 'utf-16' ? letter.length : 1;
      bytes += size;
    }
    if (at !== character) fail(`${what}: there is no place ${line}:${character}`);
    return lines.slice(0, line).reduce((sum, each) => sum + utf8.encode(each).length, 0) + bytes;
  }

  /** The text after edits that were made at once. */
  with(edits: readonly Splice[], what: string): Buffered {
    const parts: Uint8Array[] = [];
    const undo: Splice[] = [];
    let [at, length] = [0, 0];
    const put = (part: Uint8Array): void => void (parts.push(part), (length += part.length));
    for (const { start, end, text } of edits.map((edit, nth) => ({ ...edit, nth })).sort((a, b) => a.start - b.start || a.end - b.end || a.nth - b.nth)) {
      if (start < at || end < start) fail(`${what}: edits overlap`);
      put(this.#bytes.subarray(at, start));
      const written = utf8.encode(text);
      undo.push({ start: length, end: length + written.length, text: this.#decoded(start, end, what) });
      put(written);
      at = end;
    }
    put(this.#bytes.subarray(at));
    const joined = new Uint8Array(length);
    parts.reduce((place, part) => (joined.set(part, place), place + part.length), 0);
    return new Buffered(decode(joined, what), this.#encoding, undo);
  }

  /** The text before the last change. */
  undone(): Buffered {
    return this.with(this.#undo, 'undone');
  }

  equals(other: Buffered): boolean {
    return this.#bytes.length === other.#bytes.length && this.#bytes.every((byte, index) => byte === other.#bytes[index]);
  }

  #decoded(start: number, end: number, what: string): string {
    return decode(this.#bytes.subarray(start, end), what);
  }
}

function decode(bytes: Uint8Array, what: string): string {
  try {
    return strict.decode(bytes);
  } catch {
    return fail(`${what}: a character is parted`);
  }
}

import type { Position } from '../story/index.js';

/** Something wrong in a file, with its place as an editor counts it: from zero, in UTF-16 unless it counts otherwise. */
export interface FileProblem {
  /** The file, or the folder when it cannot be read: a path or an address. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
}

export const ORIGIN: Position = { line: 0, character: 0 };

/** `file:line:column: message`. */
export function placed({ file, start, message }: FileProblem): string {
  return `${file}:${start.line + 1}:${start.character + 1}: ${message}`;
}

import { relative } from 'node:path';
import { placed, type FileProblem } from './fileProblem.js';

export type { FileProblem };

/** A problem as a terminal shows it: the file as seen from the current folder. */
export function problemLine(problem: FileProblem): string {
  return placed({ ...problem, file: seenFromHere(problem.file) });
}

/** A path as seen from the current folder, when it lies in it. */
export function seenFromHere(file: string): string {
  const near = relative(process.cwd(), file);
  return (near === '' || near.startsWith('..') ? file : near).replaceAll('\\', '/');
}

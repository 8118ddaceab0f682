import { readFileSync, statSync } from 'node:fs';

const MOST_BYTES = 1 << 20;

/** The text of a small file that somebody else may have put there. @throws Error for what is no file, as a device that a link leads to, and for a large one */
export function readSmallFile(path: string): string {
  const stats = statSync(path);
  if (!stats.isFile() && !stats.isDirectory()) throw new Error('it is no file');
  if (stats.size > MOST_BYTES) throw new Error('it is larger than one megabyte');
  return readFileSync(path, 'utf8');
}

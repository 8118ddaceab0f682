import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Share } from '../checker.js';
import type { Job } from './job.js';

/** About 500 stories for each further thread: what it costs until its code is as fast as that of the first is worth it from then on. */
const BYTES_A_THREAD = 1_500_000;
/** Fewer are not worth a look at their sizes. */
const FEWEST_FILES = 8;
/** Each holds a rubric of its own. */
const MOST_THREADS = 7;

/** How files are reviewed together with further threads, where there is enough to read and another processor. */
export function share<Kept>(job: Job): Share<Kept> {
  return async (files, own) => {
    const threads = files.length < FEWEST_FILES ? 0 : Math.min(availableParallelism() - 1, MOST_THREADS, Math.floor(bytesOf(files) / BYTES_A_THREAD));
    return threads > 0 ? (await import('./pool.js')).together(files, own, threads, job) : undefined;
  };
}

function bytesOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + bytesIn(file), 0);
}

function bytesIn(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

import type { Broken } from '../review/index.js';
import { saidOfBroken } from '../service/index.js';
import { reason, type Log } from './host.js';

/** Nobody reads more, and an error that is another one each time must not fill the memory. */
const MOST = 100;

const said = new WeakMap<Log, Set<string>>();

/** Writes an error to a log unless it is there already: what goes wrong with one key goes wrong with the next. */
export function errorOnce(log: Log, message: string): void {
  const known = said.get(log) ?? new Set();
  said.set(log, known);
  if (known.has(message) || known.size >= MOST) return;
  known.add(message);
  log.error(message);
}

/** Says of checks, fixes and the like that broke off that they did, once each. */
export function sayBroken(log: Log, broken: readonly Broken[]): void {
  for (const one of broken) errorOnce(log, `${saidOfBroken(one)} ${reason(one.error)}`);
}

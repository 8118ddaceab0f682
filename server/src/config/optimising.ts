import { setFlagsFromString } from 'node:v8';

/** In units of V8, six times its own: how much code a function has run before optimising it is thought of. */
const RUN_BEFORE = 400_000;

/**
 * Lets an older engine (V8 11, in Node 20) optimise later, as newer ones do by themselves. Otherwise the first hundred keys each wait
 * for machine code that a few keys later holds no longer, and a short check spends a quarter of its work on code it never runs.
 */
export function optimiseLater(): void {
  // A newer engine does not know the flag, and says so.
  if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString(`--interrupt-budget=${RUN_BEFORE}`);
}

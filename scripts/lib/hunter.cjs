// The worker behind hunt.mjs: makes texts from seeds, and checks what becomes of them.
const { parentPort, workerData } = require('node:worker_threads');

const { bundle, saved, now } = workerData;
const { TARGETS, rolls } = require(bundle);

/** Milliseconds that a text which broke something is made smaller for. */
const SHRINK = 3000;
/** So many texts of a batch that broke something are made smaller; the others are of the same kind as a rule. */
const SHRUNK = 2;

let stray;
process.on('unhandledRejection', (error) => (stray = error));

parentPort.on('message', async ({ target, from, to }) => {
  const { make, check } = TARGETS[target];
  const broke = [];
  for (let seed = from; seed < to; seed++) {
    Atomics.store(now, 1, BigInt(seed));
    Atomics.store(now, 0, BigInt(Date.now()));
    const input = make(rolls(seed), saved[target] ?? saved.own);
    const message = await whatBreaks(check, input);
    if (message !== undefined) broke.push({ seed, message, input: broke.length < SHRUNK ? await smallest(check, input, message) : input });
  }
  Atomics.store(now, 0, 0n);
  parentPort.postMessage({ broke });
});

async function whatBreaks(check, input) {
  stray = undefined;
  try {
    const result = check(input);
    if (result !== undefined) await result;
    if (stray !== undefined) throw stray;
    return undefined;
  } catch (error) {
    const at = error?.message !== undefined && /^\s+at /m.test(error.stack ?? '') ? error.stack.split('\n').find((line) => /^\s+at /.test(line)).trim() : '';
    return `${error?.message ?? error} ${at.replace(/\(.*[/\\]/, '(')}`.replace(/\s+/g, ' ').slice(0, 400);
  }
}

/** A smaller text that breaks in the same way: without lines, then without letters. Conversations stay as they are. */
async function smallest(check, input, message) {
  const until = Date.now() + SHRINK;
  const kind = (said) => said?.replace(/\d+/g, '#').slice(0, 50);
  const wanted = kind(message);
  let best = input;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length; ) {
      if (Date.now() > until) return best;
      Atomics.store(now, 0, BigInt(Date.now()));
      const smaller = best.slice(0, at) + best.slice(at + size);
      if (kind(await whatBreaks(check, smaller)) === wanted) best = smaller;
      else at += size;
    }
  }
  return best;
}

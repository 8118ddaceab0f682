// node scripts/bench.mjs [--write] [NAME [number…]…]: measures the built product (`npm run build` first) beside its peers and prints Markdown tables.
// The names: review [texts], keys [edits], cold [rounds], size, activation [windows], growth, bank [size…]; without any, all of them. With --write the tables go to docs/performance.md.
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchActivation } from './bench/activation.mjs';
import { benchBank } from './bench/bank.mjs';
import { benchCold } from './bench/cold.mjs';
import { benchGrowth } from './bench/growth.mjs';
import { benchKeys } from './bench/keys.mjs';
import { benchReview } from './bench/review.mjs';
import { benchSize } from './bench/size.mjs';
import { writeBetweenMarks } from './lib/betweenMarks.mjs';

const BENCHES = { review: benchReview, keys: benchKeys, cold: benchCold, size: benchSize, activation: benchActivation, growth: benchGrowth, bank: benchBank };

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2).filter((word) => word !== '--write');
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.version}`;

for (const [name, numbers] of wanted(words)) {
  const lines = [];
  const say = (text) => (console.log(text), lines.push(text));
  console.log(`## ${name}\n`);
  say(`On ${machine}; processes that waited for a processor before: ${loadavg()[0].toFixed(1)}.\n`);
  await BENCHES[name](root, { say, progress: (text) => process.stderr.write(`  ${text}\n`) }, numbers.length > 0 ? numbers : undefined);
  console.log('');
  if (process.argv.includes('--write')) writeBetweenMarks(path.join(root, 'docs/performance.md'), `bench ${name}`, lines.join('\n'));
}

/** The benches that were named, each with the numbers after its name. */
function wanted(words) {
  const named = [];
  for (const word of words) {
    if (/^\d+$/.test(word)) named.at(-1)?.[1].push(Number(word));
    else if (word in BENCHES) named.push([word, []]);
    else throw new Error(`There is no bench ${word}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  }
  return named.length > 0 ? named : Object.keys(BENCHES).map((name) => [name, []]);
}

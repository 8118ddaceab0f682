// node scripts/bench.mjs [--write] [NAME [number…]…]: builds the product, measures it beside its peers and prints Markdown tables.
// The names: review [texts], keys [edits], cold [rounds], size, activation [windows], growth, bank [size…]; without any, all of them. With --write the tables go to docs/performance.md.
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBetweenMarks } from './lib/betweenMarks.mjs';
import { makeReady } from './lib/dependencies.mjs';

/** Each is a module of its name in `scripts/bench/`. */
const BENCHES = ['review', 'keys', 'cold', 'size', 'activation', 'growth', 'bank'];

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2).filter((word) => word !== '--write');
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.version}`;

const benches = wanted(words);
await makeReady();
for (const [name, numbers] of benches) {
  const { bench } = await import(`./bench/${name}.mjs`);
  const lines = [];
  const say = (text) => (console.log(text), lines.push(text));
  console.log(`## ${name}\n`);
  say(`On ${machine}; processes that waited for a processor before: ${loadavg()[0].toFixed(1)}.\n`);
  await bench(root, { say, progress: (text) => process.stderr.write(`  ${text}\n`) }, numbers.length > 0 ? numbers : undefined);
  console.log('');
  if (process.argv.includes('--write')) writeBetweenMarks(path.join(root, 'docs/performance.md'), `bench ${name}`, lines.join('\n'));
}

/** The benches that were named, each with the numbers after its name. */
function wanted(words) {
  const named = [];
  for (const word of words) {
    if (/^\d+$/.test(word)) named.at(-1)?.[1].push(Number(word));
    else if (BENCHES.includes(word)) named.push([word, []]);
    else throw new Error(`There is no bench ${word}. There are: ${BENCHES.join(', ')}.`);
  }
  return named.length > 0 ? named : BENCHES.map((name) => [name, []]);
}

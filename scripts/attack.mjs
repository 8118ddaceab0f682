// node scripts/attack.mjs [--soak] [--write] [NAME…]: builds the product, attacks it and prints what was tried, how often, and what broke.
// Without a name all of it, in under fifteen minutes; with --soak as long as it takes. With --write the tables go to docs/reliability.md.
import { arch, cpus, platform, totalmem } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { table } from './bench/table.mjs';
import { writeBetweenMarks } from './lib/betweenMarks.mjs';
import { makeReady } from './lib/dependencies.mjs';

/**
 * Each part is a module of its name in `scripts/attack/`. Its `attack(root, { soak, progress })` answers what was tried, as rows
 * `{ what, times, broke }` (`broke`: a line for each thing that broke, with what reproduces it), and may add a `note` (Markdown).
 */
const PARTS = ['fuzz', 'properties', 'faults', 'writes', 'security', 'privacy', 'supply', 'load'];

const root = fileURLToPath(new URL('..', import.meta.url));
const [soak, write] = ['--soak', '--write'].map((flag) => process.argv.includes(flag));
const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
for (const word of named) if (!PARTS.includes(word)) throw new Error(`There is no part ${word}. There are: ${PARTS.join(', ')}.`);
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.version}`;

await makeReady();
const broken = [];
for (const name of named.length > 0 ? named : PARTS) {
  const { attack } = await import(`./attack/${name}.mjs`);
  const started = performance.now();
  const { rows, note } = await attack(root, { soak, progress: (text) => process.stderr.write(`  ${text}\n`) });
  const seconds = Math.round((performance.now() - started) / 1000);
  broken.push(...rows.flatMap(({ what, broke }) => broke.map((line) => `${name}: ${what}: ${line}`)));
  const shown = rows.map(({ what, times, broke }) => [what, times.toLocaleString('en'), broke.length === 0 ? 'held' : `**${broke.length} broke**`]);
  const text = [`${soak ? 'The soak' : 'The short run'}, ${seconds} s on ${machine}:`, table(['what was attacked', 'times', ''], shown), ...(note ? [note] : [])].join('\n\n');
  console.log(`## ${name}\n\n${text}\n`);
  if (write) writeBetweenMarks(path.join(root, 'docs/reliability.md'), `attack ${name}`, text);
}
for (const line of broken) console.log(`broke: ${line}`);
console.log(broken.length === 0 ? 'All of it held.' : `${broken.length} broke.`);
process.exitCode = broken.length === 0 ? 0 : 1;

// node scripts/torture.mjs [part of a name…]: reads, reviews, imports, refactors and shows hostile texts of 50,000 and of 200,000 characters, and
// prints the milliseconds of each and how much longer four times the text took. Fails where that is gross.
import { fileURLToPath } from 'node:url';
import { bundled } from './lib/bundled.mjs';

const SMALL = 50_000;
const LARGE = 199_000;
/** Linear is four; from here on, and only where a person would notice, a text could hang the editor. */
const GROSS = 8;
const NOTICED = 2000;

const root = fileURLToPath(new URL('..', import.meta.url));
const { SHAPES, timesOf } = await bundled(root, 'test/torture', "export * from './shapes.ts'; export * from './stages.ts';");
const wanted = process.argv.slice(2);
const total = (times) => Object.values(times).reduce((sum, time) => sum + time, 0);

console.log(`${'ms for 50,000 and 200,000 characters'.padEnd(40)}   growth   parse  review  import  refactor  editor`);
for (const [name, shape] of Object.entries(SHAPES)) {
  if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
  process.stdout.write(`${name.padEnd(40)}`);
  const [small, large] = [SMALL, LARGE].map((size) => timesOf(shape(size)));
  const growth = total(large) / total(small);
  const gross = growth > GROSS && total(large) > NOTICED;
  if (gross) process.exitCode = 1;
  const stages = Object.values(large).map((time) => time.toFixed(0).padStart(7)).join(' ');
  console.log(`${total(small).toFixed(0).padStart(6)} ${total(large).toFixed(0).padStart(6)} ${growth.toFixed(1).padStart(6)} ${stages}${gross ? '   GROSS' : ''}`);
}

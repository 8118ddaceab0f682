// node scripts/bench.mjs [cold [rounds] | bank [size…]]: measures the built product (`npm run build` first) and prints Markdown tables; docs/performance.md has the last ones.
import { arch, cpus, platform, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { benchBank } from './bench/bank.mjs';
import { benchCold } from './bench/cold.mjs';

const BENCHES = { cold: benchCold, bank: benchBank };

const root = fileURLToPath(new URL('..', import.meta.url));
const [name, ...sizes] = process.argv.slice(2);
console.log(`${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, Node ${process.version}\n`);
for (const [title, bench] of Object.entries(BENCHES)) {
  if (name !== undefined && name !== title) continue;
  console.log(`## ${title}\n`);
  await bench(root, ...(sizes.length > 0 ? [sizes.map(Number)] : []));
}

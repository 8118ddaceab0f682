import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

/** Milliseconds after which a run is said to hang; one that may only have been short of a processor is tried again by itself. */
const HANGS = 8000;
const LOOK = 500;
/** So many runs are given to a worker at a time. */
const BATCH = 250;

/**
 * Bundles a module that exports `TARGETS`, and tries each as often as it says (ten times that in the soak) in workers that are ended
 * when a run hangs. Answers a row for each target: what broke, with the seed that makes the text again and the smallest text found.
 */
export async function hunt(root, entry, { soak, progress, seed = 0 }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'starwright-hunt-'));
  const bundle = path.join(folder, 'targets.cjs');
  await bundleTo(root, entry, bundle);
  const saved = savedTexts(root);
  const targets = (await import(`file://${bundle}`)).default.TARGETS;
  const rows = Object.entries(targets).map(([name, { what, times }]) => ({ name, what, times: times * (soak ? 10 : 1), broke: new Map() }));
  const jobs = rows.flatMap((row) => Array.from({ length: Math.ceil(row.times / BATCH) }, (_, index) => ({ row, from: seed + index * BATCH, to: seed + Math.min(row.times, (index + 1) * BATCH) })));
  const order = shuffled(jobs);
  const crews = Math.min(2, availableParallelism());
  let done = 0;
  const next = () => {
    if (done++ % 100 === 0) progress(`${done} of ${jobs.length} batches`);
    return order.pop();
  };
  await Promise.all(Array.from({ length: crews }, () => new Crew(bundle, saved, folder).work(next)));
  if (rows.every(({ broke }) => broke.size === 0)) rmSync(folder, { recursive: true });
  return rows.map(({ what, times, broke }) => ({ what, times, broke: [...broke.values()].map(({ times: often, line }) => (often > 1 ? `${line} (and ${often - 1} more)` : line)) }));
}

/** Bundles TypeScript of this clone, with the server in it, for a worker. */
export async function bundleTo(root, entry, outfile) {
  await build({ absWorkingDir: root, entryPoints: [entry], bundle: true, outfile, format: 'cjs', platform: 'browser', conditions: ['worker'], target: 'node20', logLevel: 'error', alias: { yaml: './node_modules/yaml/browser/index.js' } });
}

const OWN = ['examples', 'test/corpus', 'test/bank/stories'];

/** The saved texts, by the folder they lie in, and the project's own stories as `own`. */
export function savedTexts(root) {
  const corpus = path.join(root, 'test/fuzz-corpus');
  const folders = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const textsIn = (folder, ending = '') => readdirSync(folder).filter((name) => name.endsWith(ending)).sort().map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const own = OWN.flatMap((folder) => textsIn(path.join(root, folder), '.star.md'));
  return { own, ...Object.fromEntries(folders.map(({ name }) => [name, textsIn(path.join(corpus, name))])) };
}

/** One worker after the other, and what it is doing. */
class Crew {
  #bundle;
  #saved;
  #folder;
  #now = new BigInt64Array(new SharedArrayBuffer(16));

  constructor(bundle, saved, folder) {
    [this.#bundle, this.#saved, this.#folder] = [bundle, saved, folder];
  }

  async work(next) {
    for (let job = next(); job !== undefined; ) {
      const rest = await this.#run(job);
      job = rest ?? next();
    }
    await this.#worker?.terminate();
  }

  #worker;

  /** Does a job; answers what is left of it when the worker had to be ended. */
  #run(job) {
    const worker = (this.#worker ??= new Worker(new URL('hunter.cjs', import.meta.url), { workerData: { bundle: this.#bundle, saved: this.#saved, now: this.#now }, resourceLimits: { maxOldGenerationSizeMb: 1500 } }));
    return new Promise((resolve) => {
      const end = (why) => {
        clearInterval(watch);
        worker.removeAllListeners();
        this.#worker = undefined;
        void worker.terminate().then(() => resolve(this.#broken(job, why)));
      };
      const watch = setInterval(() => {
        const began = Number(Atomics.load(this.#now, 0));
        if (began > 0 && Date.now() - began > HANGS) end('hangs');
      }, LOOK);
      worker.on('error', (error) => end(`ended the worker: ${error.message}`));
      worker.on('message', ({ broke }) => {
        clearInterval(watch);
        worker.removeAllListeners();
        broke.forEach((one) => this.#note(job, one));
        resolve(undefined);
      });
      worker.postMessage({ target: job.row.name, from: job.from, to: job.to });
    });
  }

  /** A run that hung, or took the worker with it: again by itself, and what comes behind it. */
  #broken(job, why) {
    const seed = Number(Atomics.load(this.#now, 1));
    Atomics.store(this.#now, 0, 0n);
    if (why === 'hangs' && !job.again) return { ...job, from: seed, again: true };
    this.#note(job, { seed, message: why, input: undefined });
    return seed + 1 < job.to ? { ...job, from: seed + 1, again: false } : undefined;
  }

  #note({ row }, { seed, message, input }) {
    const kind = message.replace(/\d+/g, '#').slice(0, 60);
    const known = row.broke.get(kind);
    if (known) return void known.times++;
    const file = path.join(this.#folder, `${row.name}-${seed}.txt`);
    if (input !== undefined) writeFileSync(file, input);
    row.broke.set(kind, { times: 1, line: `seed ${seed}: ${message}${input === undefined ? '' : ` with ${JSON.stringify(input).slice(0, 300)} (${file})`}` });
  }
}

/** In an order that is the same each time, so that what is cheap and what is dear are done side by side. */
function shuffled(jobs) {
  return jobs.map((job, index) => [Math.imul(index + 1, 0x9e3779b1) >>> 0, job]).sort(([a], [b]) => a - b).map(([, job]) => job);
}

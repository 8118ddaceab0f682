// node scripts/fuzz-corpus.mjs [seconds for each]: grows test/fuzz-corpus. A made text is kept when it reaches a branch of the engine that no
// text before it reached (V8's own precise coverage says so), after it was made as small as it can be and still reach it.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Session } from 'node:inspector';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleTo, savedTexts } from './lib/hunt.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const seconds = Number(process.argv[2] ?? 20);
/** Texts before these reach what any text does; nothing is kept of them. */
const WARM = 30;
/** Bytes: a saved text is small. */
const LARGEST = 1500;

const folder = mkdtempSync(path.join(tmpdir(), 'starwright-corpus-'));
const bundle = path.join(folder, 'targets.cjs');
await bundleTo(root, 'test/fuzz/index.ts', bundle);
const { TARGETS, rolls } = createRequire(import.meta.url)(bundle);
const saved = savedTexts(root);

const session = new Session();
session.connect();
const post = (method, params) => {
  let answer;
  session.post(method, params, (error, result) => {
    if (error) throw error;
    answer = result;
  });
  return answer;
};
post('Profiler.enable');
post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

for (const [name, { make, check }] of Object.entries(TARGETS)) {
  const seen = new Set();
  const reach = async (text) => {
    try {
      await check(text);
    } catch {
      return [];
    }
    return reached();
  };
  for (const text of saved[name] ?? []) for (const place of await reach(text)) seen.add(place);
  const kept = [...(saved[name] ?? [])];
  const until = Date.now() + seconds * 1000;
  for (let seed = 0; Date.now() < until; seed++) {
    const text = make(rolls(seed), kept);
    const fresh = (await reach(text)).filter((place) => !seen.has(place));
    if (fresh.length === 0) continue;
    if (seed >= WARM) {
      const small = await smaller(text, fresh, reach);
      if (Buffer.byteLength(small) <= LARGEST) keep(name, small, kept);
    }
    for (const place of fresh) seen.add(place);
  }
  console.log(`${name}: ${kept.length} texts, ${seen.size} branches`);
}
rmSync(folder, { recursive: true });

/** The branches of the bundle that were taken since this was asked last. */
function reached() {
  const script = post('Profiler.takePreciseCoverage').result.find(({ url }) => url.endsWith('targets.cjs'));
  return (script?.functions ?? []).flatMap(({ ranges }) => ranges.filter(({ count }) => count > 0).map(({ startOffset, endOffset }) => startOffset * 2 ** 25 + endOffset));
}

/** A text without the lines that are not needed to reach what is new. */
async function smaller(text, fresh, reach) {
  let best = text;
  for (let size = Math.ceil(best.length / 2); size > 8; size = Math.ceil(size / 2)) {
    for (let at = 0; at < best.length; ) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      const places = new Set(await reach(shorter));
      if (fresh.every((place) => places.has(place))) best = shorter;
      else at += size;
    }
  }
  return best;
}

function keep(name, text, kept) {
  kept.push(text);
  const file = path.join(root, 'test/fuzz-corpus', name, `${createHash('sha256').update(text).digest('hex').slice(0, 10)}.txt`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { cellsIn, plainTitle } from '../../../scripts/lib/doors.mjs';
import { artifacts } from '../../../scripts/lib/paths.mjs';
import { outcome } from '../../../scripts/lib/tally.mjs';

const here = import.meta.dirname;

/** The extension that an editor is asked to develop while it runs the tests: an empty one, for ours comes as a package. */
export const developed = path.join(here, 'extension');

/** Bundles the tests and gives the path of what an extension host loads, and of the file for their results. */
export async function prepareHostTests(suite) {
  const folder = path.join(artifacts, suite);
  fs.rmSync(folder, { recursive: true, force: true });
  const tests = path.join(folder, 'tests.cjs');
  await build({ entryPoints: [path.join(here, 'index.ts')], outfile: tests, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'], sourcemap: 'inline' });
  return { folder, tests, results: path.join(folder, 'results.jsonl') };
}

/** Prints and counts what an extension host wrote; a host that never came to the end is a failure. */
export function readResults(suite, file) {
  const lines = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line)) : [];
  const tests = lines.filter(({ name }) => name);
  for (const { name, error } of tests) console.log(error ? `✗ ${plainTitle(name)}\n${error}` : `✓ ${plainTitle(name)}`);
  const failed = tests.filter(({ error }) => error).map(({ name }) => `${suite}: ${plainTitle(name)}`);
  const tried = tests.flatMap(({ name, error }) => cellsIn(name).map((cell) => ({ cell, status: error ? 'failed' : 'passed' })));
  if (!lines.some(({ done }) => done)) failed.push(`${suite}: the extension host ended before the tests did`);
  return outcome({ passed: tests.filter(({ error }) => !error).length, failed, tried });
}

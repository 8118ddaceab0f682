import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { bundleTo, savedTexts } from '../../scripts/lib/hunt.mjs';

const root = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'starwright-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));
const bundle = path.join(folder, 'targets.cjs');
await bundleTo(root, 'test/fuzz/index.ts', bundle);
const { TARGETS, rolls } = createRequire(import.meta.url)(bundle);
const saved = savedTexts(root);
/** So many new texts are made of those that were saved; `npm run attack fuzz` makes a hundred thousand. */
const NEW = 20;

describe('no text breaks anything, none of the saved ones and none of some new ones', () => {
  test.each(Object.entries(TARGETS))('%s', async (name, { make, check }) => {
    for (const text of saved[name] ?? []) await check(text);
    for (let seed = 0; seed < NEW; seed++) await check(make(rolls(seed), saved[name] ?? []));
  });
});

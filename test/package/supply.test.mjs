import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { named, reaching, shippedCode } from '../../scripts/lib/network.mjs';
import { manifest, root } from '../../scripts/lib/paths.mjs';
import { billOfMaterials, shipped } from '../../scripts/lib/sbom.mjs';
import { disagreeing, inexact, packagesOf, unexplained, uses } from '../../scripts/lib/supply.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const lock = JSON.parse(read('package-lock.json'));

describe('what is installed', () => {
  test('is told by the lock file to the byte, from the registry alone', () => {
    expect(inexact(lock)).toEqual([]);
    expect(disagreeing(manifest(), lock)).toEqual([]);
  });

  test.each([
    [{ version: '1.0.0' }, 'a has the hash undefined'],
    [{ version: '1.0.0', integrity: 'sha1-x' }, 'a has the hash sha1-x'],
    [{ version: '1.0.0', resolved: 'git+ssh://git@example.com/a.git' }, 'a comes from git+ssh://git@example.com/a.git'],
    [{ link: true }, 'a is a link'],
  ])('%j would be noticed', (entry, problem) => {
    expect(inexact({ lockfileVersion: 3, packages: { '': {}, 'node_modules/a': entry } })).toEqual([problem]);
  });

  test('has a reason in docs/architecture.md where we asked for it', () => {
    expect(unexplained(manifest(), read('docs/architecture.md'))).toEqual([]);
    expect(unexplained({ devDependencies: { ...manifest().devDependencies, 'left-pad': '1' } }, read('docs/architecture.md'))).toEqual(['left-pad']);
  });
});

test('the bill of materials names every package with its hash and licence, says which ship, and is the same each time', async () => {
  const bill = await billOfMaterials();
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: manifest().name, version: manifest().version } } });
  expect(bill.components.length).toBe(new Set(packagesOf(lock).map(([place, { version }]) => `${place.replace(/.*node_modules\//, '')}@${version}`)).size);
  expect(bill.components.filter(({ hashes }) => !hashes?.some(({ alg }) => alg === 'SHA-512'))).toEqual([]);
  const required = bill.components.filter(({ scope }) => scope === 'required').map(({ name, version }) => `${name} ${version}`);
  expect(required.sort()).toEqual(shipped().map(({ name, version }) => `${name} ${version}`).sort());
  expect(JSON.stringify(bill)).toBe(JSON.stringify(await billOfMaterials()));
  expect(JSON.stringify(bill)).not.toContain(root);
});

test('the workflows and the action use others by what cannot change its meaning', () => {
  const { count, loose } = uses(root);
  expect(count).toBeGreaterThan(10);
  expect(loose).toEqual([]);
});

describe('the bundles', () => {
  test('hold nothing that reaches a network', () => {
    expect(shippedCode(root).length).toBeGreaterThan(20);
    expect(reaching(root)).toEqual([]);
  });

  test.each(["fetch('x')", 'globalThis.fetch(x)', 'new WebSocket(x)', 'navigator.sendBeacon(x)', 'a = require("net")', 'w("node:https")', 'import("http")', 'process.getBuiltinModule(x)'])('%s would be noticed', (code) => {
    expect(named('a.js', code)).toHaveLength(1);
  });

  test.each(["'fetch'", "words.has('dns')", '["http", "tls"]'])('%s is text', (code) => {
    expect(named('a.js', code)).toEqual([]);
  });
});

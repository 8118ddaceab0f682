import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { wrongInNpm } from '../../scripts/lib/release.mjs';
import { must, run } from '../../scripts/lib/run.mjs';

const { own, alone, packed } = inject('npm');
const installed = path.join(own, 'node_modules/starwright');
const npx = (args) => run('npx', [...alone, 'starwright', ...args], { cwd: own, quiet: true, shell: process.platform === 'win32' });

describe('installed in an empty folder, without a network', () => {
  test('npx starwright check reviews a story', async () => {
    fs.writeFileSync(path.join(own, 'a.star.md'), '# A queue\n\n## Action\nWe utilized synergies.\n');
    const { code, stdout } = await npx(['check', '--format', 'json', 'a.star.md']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).files[0].findings.map(({ rule }) => rule)).toContain('buzzword');
  });

  test('every command has its help', async () => {
    const commands = [...(await npx(['--help'])).stdout.matchAll(/^ {2}(\w+)/gm)].map(([, command]) => command);
    expect(commands.length).toBeGreaterThan(6);
    for (const command of new Set(commands)) expect(await npx([command, '--help'])).toMatchObject({ code: 0 });
  });

  test('brings nothing else along', () => {
    expect(fs.readdirSync(path.join(own, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['starwright']);
  });
});

describe('the npm package', () => {
  test('holds what it needs, and no tests, sources, maps or extension', () => {
    expect(wrongInNpm(packed.files.map((file) => file.path))).toEqual([]);
  });

  test('names no place on the machine that made it', () => {
    const places = [root, os.homedir(), os.tmpdir()].filter((place) => place.length > 4).map((place) => place + path.sep);
    const naming = packed.files.filter(({ path: file }) => places.some((place) => fs.readFileSync(path.join(installed, file), 'utf8').includes(place)));
    expect(naming).toEqual([]);
  });

  test('stays small', () => {
    expect(packed.size).toBeLessThan(3_000_000);
  });

  test('is public, with provenance, and says what it is in words', () => {
    const manifest = JSON.parse(fs.readFileSync(path.join(installed, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ license: 'MIT', publishConfig: { access: 'public', provenance: true }, bin: { starwright: 'dist/cli.js' } });
    expect(manifest.description).toMatch(/^[A-Z].*\.$/);
    expect(manifest.private).toBeUndefined();
    expect(manifest.dependencies).toBeUndefined();
  });
});

test('the executable can be run by its name', async () => {
  const bin = path.join(own, 'node_modules/.bin/starwright');
  if (process.platform !== 'win32') expect((await must(bin, ['--version'], { cwd: own, quiet: true })).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

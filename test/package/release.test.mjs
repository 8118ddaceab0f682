import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { manifest, root } from '../../scripts/lib/paths.mjs';
import { notesOf, problemsOf, vsixFiles, wrongInVsix } from '../../scripts/lib/release.mjs';

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

test('the .vsix holds the extension with its notices, and no tests, sources, maps, library or command line', async () => {
  expect(wrongInVsix(await vsixFiles())).toEqual([]);
});

describe('versions', () => {
  const CHANGELOG = '# Changelog\n\n## Unreleased\n\n## 1.2.0\n\n- New.\n\n## 1.1.0\n\n- Old.\n';
  const at = (version, more = {}) => ({ manifest: { version, repository: 'x' }, lock: { version, packages: { '': { version } } }, changelog: CHANGELOG, ...more });

  test('of this clone agree', () => {
    expect(problemsOf({ manifest: manifest(), lock: JSON.parse(read('package-lock.json')), changelog: read('CHANGELOG.md') })).toEqual([]);
  });

  test('agree in manifest, lock file, changelog and tag', () => {
    expect(problemsOf(at('1.2.0', { tag: 'v1.2.0' }))).toEqual([]);
  });

  test.each([
    [at('1.3.0'), ['The newest heading of CHANGELOG.md is 1.2.0, and package.json says 1.3.0.']],
    [at('1.2.0', { tag: 'v1.3.0' }), ['The tag is v1.3.0, and package.json says 1.2.0.']],
    [at('1.2.0', { tag: 'v1.2.0', changelog: CHANGELOG.replace('Unreleased\n', 'Unreleased\n\n- Later.\n') }), ['CHANGELOG.md still has lines under Unreleased: they belong under 1.2.0.']],
    [at('1.2.0', { lock: { version: '1.1.0', packages: { '': { version: '1.1.0' } } } }), ['package-lock.json says 1.1.0 and package.json 1.2.0: run npm install.']],
  ])('that differ are named %#', (told, problems) => {
    expect(problemsOf(told)).toEqual(problems);
  });

  test('the notes of a release are what the changelog says of it', () => {
    expect(notesOf(CHANGELOG, '1.2.0')).toBe('- New.');
    expect(notesOf(CHANGELOG, '2.0.0')).toBeUndefined();
  });
});

describe('what a marketplace shows', () => {
  const { icon, galleryBanner, keywords, categories, license } = manifest();

  test('an icon: a square PNG of 128 pixels at least', () => {
    const png = fs.readFileSync(path.join(root, icon));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20));
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
  });

  test('a banner, categories, a licence, and at most thirty keywords', () => {
    expect(galleryBanner).toMatchObject({ color: expect.stringMatching(/^#[0-9a-f]{6}$/), theme: 'dark' });
    expect(categories.length).toBeGreaterThan(0);
    expect(keywords.length).toBeLessThanOrEqual(30);
    expect(license).toBe('MIT');
  });

  test.each(['README.md', 'CHANGELOG.md'])('%s shows no SVG, which they refuse', (file) => {
    expect(read(file)).not.toMatch(/!\[[^\]]*\]\([^)]*\.svg\)/);
  });
});

describe('the workflows', () => {
  const folder = path.join(root, '.github/workflows');

  test.each(fs.readdirSync(folder))('%s may do no more than it says', (file) => {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    expect(text).toMatch(/^permissions:/m);
    expect(text).not.toMatch(/write-all|pull_request_target/);
  });
});

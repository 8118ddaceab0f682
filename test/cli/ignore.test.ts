import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { IgnoreFiles } from '../../server/src/config/ignored.js';
import { IgnorePatterns } from '../../server/src/config/ignorePatterns.js';
import { folderWith, starwright, storyWithout } from './run.js';

const GOOD = storyWithout();

describe('what .starwrightignore leaves out', () => {
  const FILES = { '.starwrightignore': '# not mine\narchive/\n*-draft.star.md\n', 'a.star.md': GOOD, 'b-draft.star.md': GOOD, 'archive/old.star.md': GOOD, 'deep/.starwrightignore': '!c-draft.star.md\n', 'deep/c-draft.star.md': GOOD, 'deep/d-draft.star.md': GOOD };
  const check = async (...args: readonly string[]) => {
    const { stdout, stderr, code } = await starwright(['check', '--format', 'json', ...args], { cwd: folderWith(FILES), input: GOOD });
    return { paths: JSON.parse(stdout).files.map(({ path }: { path: string }) => path), stderr, code };
  };

  test('is not found by a search, and a folder nearer to a story has the last word', async () => {
    expect(await check()).toEqual({ paths: ['a.star.md', 'deep/c-draft.star.md'], stderr: '', code: 0 });
    expect((await check('**/*.star.md')).paths).toEqual(['a.star.md', 'deep/c-draft.star.md']);
  });

  test('is left out and said when it is named, as a hook names files', async () => {
    const said = (path: string) => `starwright: ${path}: is left out by an ignore file (.starwrightignore).\n`;
    expect(await check('a.star.md', 'b-draft.star.md')).toEqual({ paths: ['a.star.md'], stderr: said('b-draft.star.md'), code: 0 });
    expect(await check('archive')).toEqual({ paths: [], stderr: said('archive'), code: 0 });
    expect(await check('-', '--stdin-filename', 'archive/x.star.md')).toEqual({ paths: [], stderr: said('archive/x.star.md'), code: 0 });
  });

  test('is no part of the bank either, but can be rehearsed', async () => {
    const cwd = folderWith(FILES);
    const coverage = JSON.parse((await starwright(['coverage', '--format', 'json'], { cwd })).stdout);
    expect(coverage.stories.map(({ path }: { path: string }) => path)).toEqual(['a.star.md', 'deep/c-draft.star.md']);
    expect((await starwright(['rehearse', 'archive/old.star.md'], { cwd })).code).toBe(0);
  });

  test('an ignore file that cannot be read is named', async () => {
    const cwd = folderWith({ '.starwrightignore/x': '', 'a.star.md': GOOD });
    expect(await starwright(['check', '--format', 'compact'], { cwd })).toMatchObject({ stdout: '', stderr: 'starwright: .starwrightignore:1:1: it is a folder, not a file.\n', code: 2 });
  });
});

describe('the syntax is that of .gitignore', () => {
  const PIECES = ['a', 'b', 'ab', '*', '**', '?', '*.md', 'a*', '*b*', '[ab]', '[!a]', '[a-b]x', '\\*', '\\#c', 'a\\', '[a', ' ', 'a**b'];
  const NAMES = ['a', 'b', 'ab', 'ba', 'x', 'a.md', 'ab.md', 'ax', '*', '#c', 'a b'];
  let seed = 7;
  const below = (n: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
  const pick = (from: readonly string[]): string => from[below(from.length)]!;
  const path = (from: readonly string[]): string => Array.from({ length: 1 + below(3) }, () => pick(from)).join('/');
  const pattern = (): string => `${pick(['', '', '', '!'])}${pick(['', '', '/'])}${path(PIECES)}${pick(['', '', '/', '  ', '\r'])}`;

  test('git agrees, whatever is written', () => {
    const paths = [...new Set(Array.from({ length: 60 }, () => path(NAMES)))];
    // A file cannot lie in a file.
    const files = paths.filter((each) => !paths.some((other) => other.startsWith(`${each}/`)));
    const cwd = folderWith({});
    for (const file of files) {
      mkdirSync(dirname(join(cwd, file)), { recursive: true });
      writeFileSync(join(cwd, file), '');
    }
    execFileSync('git', ['init', '-q'], { cwd });
    for (let round = 0; round < 60; round++) {
      const text = Array.from({ length: 1 + below(5) }, pattern).join('\n');
      for (const name of ['.gitignore', '.starwrightignore']) writeFileSync(join(cwd, name), text);
      const ours = new IgnoreFiles();
      expect({ text, ignored: files.filter((file) => ours.ignores(join(cwd, file))) }).toEqual({ text, ignored: ignoredByGit(cwd, files) });
    }
  }, 60_000);

  function ignoredByGit(cwd: string, files: readonly string[]): string[] {
    const shown = execFileSync('git', ['-c', 'core.excludesFile=', 'ls-files', '-z', '--others', '--exclude-standard', '--', ...files.map((file) => `:(literal)${file}`)], { cwd, encoding: 'utf8' });
    const kept = new Set(shown.split('\0'));
    return files.filter((file) => !kept.has(file));
  }

  test('and no pattern takes long', () => {
    const hostile = new IgnorePatterns(`${'*a'.repeat(400)}\n${'**/a/'.repeat(400)}b\n`);
    const began = performance.now();
    expect(hostile.verdict('a'.repeat(255), false)).toBeUndefined();
    expect(hostile.verdict('a/'.repeat(1000) + 'c', false)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

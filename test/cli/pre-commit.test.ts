import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, storyWithout } from './run.js';

const root = join(import.meta.dirname, '../..');
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly language: string;
}
const hooks: Hook[] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'));

/** What pre-commit does with a hook: its entry with its arguments and the staged files that it is for; a changed file fails it too. */
function runHook(id: string, cwd: string, args: readonly string[] = []) {
  const { entry, files } = hooks.find((hook) => hook.id === id)!;
  const git = (...words: readonly string[]): string => execFileSync('git', words, { cwd, encoding: 'utf8' });
  git('init', '-q');
  git('add', '.');
  const staged = git('diff', '--cached', '--name-only', '-z').split('\0').filter((file) => new RegExp(files).test(file));
  const bin = folderWith({ starwright: `#!/bin/sh\nexec ${process.execPath} ${join(root, 'dist/cli.js')} "$@"\n` });
  chmodSync(join(bin, 'starwright'), 0o755);
  const [command, ...words] = entry.split(' ');
  const { status, stdout, stderr } = spawnSync(command!, [...words, ...args, ...staged], { cwd, encoding: 'utf8', env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}` } });
  return { code: status, stdout, stderr, changed: git('diff', '--name-only').split('\n').filter(Boolean) };
}

const UNUSED = '<!-- star-disable-line no-learning -->';

test.skipIf(process.platform === 'win32')('the hook reviews the stories of a commit and no other file @pre-commit:diagnostics', () => {
  const cwd = folderWith({ 'a b.star.md': storyWithout('tradeoff'), 'good.star.md': storyWithout(), 'notes.md': '# Notes\n', 'old.star.md': storyWithout('result'), '.starwrightignore': 'old*\n' });
  const { code, stdout, changed } = runHook('starwright', cwd, ['--max-warnings=0']);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^a b\.star\.md/m);
  expect(stdout).toMatch(/^2 stories: 1 warning/m);
  expect(changed).toEqual([]);
});

test.skipIf(process.platform === 'win32')('the fixing hook leaves a changed file, so that the commit stops @pre-commit:fix', () => {
  const cwd = folderWith({ 'a.star.md': storyWithout().replace('I was on call, and', `I was on call, ${UNUSED} and`) });
  expect(runHook('starwright-fix', cwd)).toMatchObject({ code: 0, changed: ['a.star.md'] });
  expect(readFileSync(join(cwd, 'a.star.md'), 'utf8')).toBe(storyWithout());
  writeFileSync(join(cwd, 'a.star.md'), storyWithout());
  expect(runHook('starwright-fix', cwd)).toMatchObject({ code: 0, changed: [] });
});

test('what installs the hook is the package’s own command', () => {
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const { entry, language } of hooks) expect({ command: entry.split(' ')[0], language }).toEqual({ command: Object.keys(bin)[0], language: 'node' });
});

import { chmodSync, chownSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceStory } from '../../server/src/cli/replaceStory.js';
import { folderWith, starwright, storyWithout } from './run.js';

const UNUSED = '<!-- star-disable-line no-learning -->';
const GOOD = storyWithout();
const LITTERED = GOOD.replace('I was on call, and', `I was on call, ${UNUSED} and`).replace('## Result', `${UNUSED}\n## Result`);
const WEAK = storyWithout('tradeoff').replace('I was on call, and', `I was on call, ${UNUSED} and`);

const fix = (cwd: string, ...args: readonly string[]) => starwright(['check', '--fix', '--format', 'compact', ...args], { cwd });

describe('--fix', () => {
  test('writes what needs nobody to be asked, says so, and reports the rest; again, it changes nothing @command-line:fix', async () => {
    const cwd = folderWith({ 'good.star.md': GOOD, 'littered.star.md': LITTERED, 'weak.star.md': WEAK });
    const before = statSync(join(cwd, 'good.star.md'));
    const { stdout, stderr, code } = await fix(cwd);
    expect(readFileSync(join(cwd, 'littered.star.md'), 'utf8')).toBe(GOOD);
    expect(readFileSync(join(cwd, 'weak.star.md'), 'utf8')).toBe(storyWithout('tradeoff'));
    expect(statSync(join(cwd, 'good.star.md'))).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
    expect(stdout).toMatch(/^(weak\.star\.md:\d+:\d+: .*\n)+$/);
    expect(stdout).toMatch(/\(no-tradeoff\)/);
    expect({ stderr, code }).toEqual({ stderr: 'starwright: littered.star.md: 2 fixes were made.\nstarwright: weak.star.md: 1 fix was made.\n', code: 0 });
    expect(readdirSync(cwd).sort()).toEqual(['good.star.md', 'littered.star.md', 'weak.star.md']);
    expect(await fix(cwd)).toEqual({ stdout, stderr: '', code });
  });

  test('keeps line endings, a byte order mark, permissions, and a link a link', async () => {
    const cwd = folderWith({ 'real.star.md': `\uFEFF${LITTERED}`.replaceAll('\n', '\r\n') });
    const file = join(cwd, 'real.star.md');
    chmodSync(file, 0o640);
    symlinkSync('real.star.md', join(cwd, 'link.star.md'));
    await fix(cwd, 'link.star.md');
    expect(readFileSync(file, 'utf8')).toBe(`\uFEFF${GOOD}`.replaceAll('\n', '\r\n'));
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(cwd, 'link.star.md')).isSymbolicLink()).toBe(true);
  });

  test('a file that cannot be written to is left, said, and reviewed as it is; the others are fixed', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no such permissions');
    const cwd = folderWith({ 'a.star.md': LITTERED, 'b.star.md': WEAK });
    chmodSync(join(cwd, 'a.star.md'), 0o444);
    // Root may write everything, so root runs this as nobody.
    const uid = process.getuid?.() === 0 ? 65_534 : undefined;
    if (uid !== undefined) for (const file of ['.', 'b.star.md']) chownSync(join(cwd, file), uid, uid);
    const runs = await starwright(['--version'], { cwd, uid }).catch(() => undefined);
    skip(runs?.code !== 0, 'this is root, and nobody else may run the command here');
    const { stdout, stderr, code } = await starwright(['check', '--fix', '--format', 'compact'], { cwd, uid });
    expect({ stderr, code }).toEqual({ stderr: 'starwright: a.star.md: it may not be read or written. Check its permissions.\nstarwright: b.star.md: 1 fix was made.\n', code: 2 });
    expect(stdout).toMatch(/^a\.star\.md:.*\(unused-suppression\)/m);
  });
});

describe('a file', () => {
  test('that was changed since it was read is left as it is', () => {
    const cwd = folderWith({ 'a.star.md': 'one' });
    const file = join(cwd, 'a.star.md');
    writeFileSync(file, 'another');
    expect(replaceStory(file, 'one', 'two')).toMatch(/changed by something else meanwhile/);
    expect(readFileSync(file, 'utf8')).toBe('another');
    expect(readdirSync(cwd)).toEqual(['a.star.md']);
  });

  test('that is gone is not made again', () => {
    const cwd = folderWith({});
    expect(replaceStory(join(cwd, 'a.star.md'), 'one', 'two')).toMatch(/no such file/);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('a reader that goes away', () => {
  test.each(['pretty', 'json', 'compact', 'github', 'sarif'])('does not change what %s exits with', async (format) => {
    const cwd = folderWith(Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`${i}.star.md`, storyWithout('tradeoff')])));
    const { code, stderr } = await starwright(['check', '--format', format, '--rule', 'no-tradeoff=error'], { cwd, closed: true });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });
});

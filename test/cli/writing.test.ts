import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, linkSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith, starwright, storyWithout } from './run.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const UNUSED = '<!-- star-disable-line no-learning -->';
const LITTERED = storyWithout().replace('I was on call, and', `I was on call, ${UNUSED} and`);
const NO_ROOM = 'there is no room left on its disk. Make room and try again.';

/** An environment in which the disk fails, as `scripts/attack/lib/disk.mjs` says. */
const disk = (how: string) => ({ ATTACK_DISK: how, NODE_OPTIONS: `--import=${pathToFileURL(join(ROOT, 'scripts/attack/lib/disk.mjs')).href}` });

/** What writes, and the file it is about. */
const WRITERS: readonly (readonly [string, readonly string[], string])[] = [
  ['a new story', ['new', 'new.star.md', '--shape', 'mistake'], 'new.star.md'],
  ['a story made of a text', ['new', 'new.star.md', '--from', 'story.star.md'], 'new.star.md'],
  ['cue cards', ['export', 'story.star.md', '--to', 'cards.html'], 'cards.html'],
  ['a fix', ['check', '--fix', 'story.star.md'], 'story.star.md'],
];

describe.each(WRITERS)('%s', (_, args, file) => {
  test('is written whole or not at all where the disk is full, and that is said', async () => {
    const cwd = folderWith({ 'story.star.md': LITTERED });
    const { code, stderr } = await starwright(args, { cwd, env: disk('full:100') });
    expect(stderr).toBe(`starwright: ${file}${file === 'story.star.md' ? '' : ' could not be written'}: ${NO_ROOM}\n`);
    expect(code).toBe(2);
    expect(readdirSync(cwd)).toEqual(['story.star.md']);
    expect(readFileSync(join(cwd, 'story.star.md'), 'utf8')).toBe(LITTERED);
  });

  test('is written whole before "Ctrl+C" has its effect, and leaves nothing beside it', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no such signals');
    const cwd = folderWith({ 'story.star.md': LITTERED });
    const { code } = await starwright(args, { cwd, env: disk('signal:SIGINT:1') });
    expect(code).toBeNull();
    expect(readdirSync(cwd).sort()).toEqual([...new Set([file, 'story.star.md'])].sort());
  });

  test('takes away what was left by one that was killed, and nothing else', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const others = { [`.starwright.${process.pid}.part`]: 'of one that is writing', '.starwright.part': 'mine' };
    const cwd = folderWith({ 'story.star.md': LITTERED, [`.starwright.${dead}.part`]: 'half a st', ...others });
    await starwright(args, { cwd });
    expect(readdirSync(cwd).sort()).toEqual([...new Set([...Object.keys(others), file, 'story.star.md'])].sort());
  });
});

test('a story with another name elsewhere is not parted from it by a fix', async ({ skip }) => {
  skip(process.platform === 'win32', 'its links need rights');
  const cwd = folderWith({ 'story.star.md': LITTERED });
  linkSync(join(cwd, 'story.star.md'), join(cwd, 'other.md'));
  const { code, stderr } = await starwright(['check', '--fix', 'story.star.md'], { cwd });
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'starwright: story.star.md: it has another name elsewhere (a hard link), which would keep the old text. Mend it in an editor.\n' });
  expect(readFileSync(join(cwd, 'other.md'), 'utf8')).toBe(LITTERED);
});

test.runIf(existsSync('/dev/full')).each([['check', '.'], ['coverage', '.'], ['match', 'Tell me about a failure.', '.'], ['rehearse', 'story.star.md']])('%s that has no room for its report says so in one line, and fails', (...args) => {
  const cwd = folderWith({ 'story.star.md': LITTERED });
  const device = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], { cwd, stdio: ['ignore', device, 'pipe'], encoding: 'utf8' });
  closeSync(device);
  expect({ status, stderr }).toEqual({ status: 2, stderr: `starwright: the report could not be written: ${NO_ROOM}\n` });
});

test('a story that is deleted while stories are read is named, and the others are reviewed', async () => {
  const cwd = folderWith({ 'a.star.md': LITTERED, 'b.star.md': LITTERED });
  writeFileSync(join(cwd, 'b.star.md'), storyWithout('tradeoff'));
  const { code, stdout, stderr } = await starwright(['check', '--format', 'compact'], { cwd, env: disk('gone:a.star.md') });
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'starwright: a.star.md: there is no such file or folder. Check the path.\n' });
  expect(stdout).toMatch(/^b\.star\.md:.*no-tradeoff/m);
});

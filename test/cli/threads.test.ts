import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CLI, folderWith, type Outcome, starwright, storyWithout } from './run.js';

const PRELOAD = fileURLToPath(new URL('threads.cjs', import.meta.url));
/** Too long to be a story, which is soon told, and so much to read that further threads are worth it. */
const TOO_LONG = 'word '.repeat(80_000);
const UNUSED = '<!-- star-disable-line no-learning -->';

/** Many stories, among them some that cannot be read, and folders with settings of their own, one of them broken. */
function manyStories(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  const kinds = [storyWithout(), storyWithout('task'), storyWithout('learning').replace('# ', `${UNUSED}\n\n# `), `${storyWithout()}\n## Framing: the pager\n\n### Action\n\nI capped the retries.\n`];
  for (let nth = 0; nth < 60; nth++) files[`${nth % 3 === 0 ? 'a' : 'b'}/${String(nth).padStart(2, '0')}.star.md`] = kinds[nth % kinds.length]!;
  for (let nth = 0; nth < 8; nth++) files[`c/${nth}.star.md`] = TOO_LONG;
  files['a/30x.star.md'] = new Uint8Array([0xff, 0xfe, 65, 0]);
  files['b/31x.star.md'] = 'binary\0';
  files['a/.starwright.yaml'] = 'profile: star-l\n';
  files['b/.starwright.yaml'] = 'profile: star-l\nrule: {}\n';
  files['b/.starwrightignore'] = '*7.star.md\n';
  return files;
}

/** A run on a machine with so many processors, and how many further threads it started. */
async function runOn(processors: number, cwd: string, args: readonly string[], ending = ''): Promise<Outcome & { readonly threads: number }> {
  const log = join(cwd, 'threads.log');
  const had = lines(log);
  const env = { PROCESSORS: String(processors), THREADS: log, ENDING: ending, NODE_OPTIONS: `--require=${JSON.stringify(PRELOAD)}` };
  return { ...(await starwright(['check', ...args], { cwd, env })), threads: lines(log) - had };
}

function lines(file: string): number {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0;
}

describe('a folder with much to read', () => {
  test.each(['pretty', 'json', 'sarif', 'github'])('is reported the same with further threads as without: %s', async (format) => {
    const cwd = folderWith(manyStories());
    const args = ['--format', format, '--max-warnings', '3', '--rule', 'no-tradeoff=error', 'c', 'b', 'missing.star.md', 'a'];
    const alone = await runOn(1, cwd, args);
    expect(alone).toMatchObject({ code: 2, threads: 0, stderr: expect.stringContaining('a/30x.star.md: it is UTF-16 text') });
    expect(alone.stderr).toContain('missing.star.md: ');
    const together = await runOn(3, cwd, args);
    expect(together).toEqual({ ...alone, threads: 2 });
  }, 60_000);

  test('is mended by one thread, and says the same', async () => {
    const [one, other] = [folderWith(manyStories()), folderWith(manyStories())];
    const [alone, together] = [await runOn(1, one, ['--fix', '.']), await runOn(3, other, ['--fix', '.'])];
    expect(alone.stderr.match(/1 fix was made/g)).toHaveLength(15);
    expect(alone.stderr).not.toContain('Warning');
    expect(together).toEqual(alone);
    expect(readFileSync(join(other, 'b/02.star.md'), 'utf8')).not.toContain(UNUSED);
  }, 60_000);

  test.each(['start', 'throw', 'exit'])('loses nothing when its threads end early (%s)', async (ending) => {
    const cwd = folderWith(manyStories());
    const alone = await runOn(1, cwd, ['.']);
    expect(await runOn(3, cwd, ['.'], ending)).toEqual({ ...alone, threads: 2 });
  }, 60_000);

  test('is left at once at "Ctrl+C", also by further threads', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no such signals');
    const child = spawn(process.execPath, ['--require', PRELOAD, CLI, 'check', '.'], { cwd: folderWith(manyStories()), env: { ...process.env, PROCESSORS: '3', THREADS: '/dev/null' } });
    child.stdout.once('data', () => child.kill('SIGINT'));
    expect(await once(child, 'close')).toEqual([null, 'SIGINT']);
  });
});

test('a few stories need no further thread', async () => {
  const cwd = folderWith({ 'one.star.md': storyWithout(), 'two.star.md': TOO_LONG });
  expect(await runOn(8, cwd, ['.'])).toMatchObject({ code: 0, threads: 0 });
});

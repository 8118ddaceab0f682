import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { jargon } from '../jargon.js';

const ROOT = join(import.meta.dirname, '../..');

/** What stands behind characters of every size. */
export const SENTENCE = 'On the rota, 🚦 漢字 é, I fixed the problem.';

const FILES: Readonly<Record<string, string>> = {
  'stories/rota.star.md': `# Payment timeouts\n\n## Situation\n\nI worked on the payment service.\n\n## Action\n\n${SENTENCE} It was 🚦 late, and I fixed the retry storm.\n`,
  'README.md': '# Stories\n\nWe handled stuff and leveraged synergies.\n',
  '.starwright.yaml': 'rules: { no-learning: off }\n',
  '.starwright/rubric/phrases/in-house-jargon.yaml': jargon(),
};

/** What an editor saw: the same for each, so that the tests read alike. */
export interface Seen {
  readonly diagnostics: readonly { readonly code: string; readonly text: string }[];
  readonly hover: string;
  /** The sentence once the fix was applied, and the codes that are left. */
  readonly fixed: string;
  readonly after: readonly string[];
  /** What a key pressed behind an emoji led to. */
  readonly typed: readonly { readonly code: string; readonly text: string }[];
  readonly completions: readonly string[];
  readonly lenses?: readonly string[];
  readonly readme: number;
  readonly version: string;
}

/**
 * Runs an editor in a folder of stories, `starwright` on its path as an installation puts it there, and reads what its script
 * wrote down. `alive` says which servers are still running.
 */
export async function inEditor(command: string, args: readonly string[]): Promise<{ seen: Seen; alive: () => Promise<number[]> }> {
  const folder = await mkdtemp(join(tmpdir(), 'starwright-editors-'));
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/starwright'), `#!/bin/sh\necho $$ >> "${folder}/pids"\nexec "${process.execPath}" "${ROOT}/dist/cli.js" "$@"\n`);
  await chmod(join(folder, 'bin/starwright'), 0o755);
  const result = join(folder, 'seen.json');
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, STARWRIGHT_SEEN: result, LC_ALL: 'C.UTF-8' };
  const said = await ended(command, args, folder, env);
  const pids = (await readFile(join(folder, 'pids'), 'utf8').catch(() => '')).trim().split('\n').map(Number);
  const seen = await readFile(result, 'utf8').catch(() => Promise.reject(new Error(`${command} wrote nothing down. ${said}`)));
  await rm(folder, { recursive: true });
  return { seen: JSON.parse(seen) as Seen, alive: () => Promise.resolve(pids.filter(isAlive)) };
}

function ended(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 50_000 });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject).on('close', () => resolve(said));
  });
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach } from 'vitest';

/** The command as it ships. */
export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Setting {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Run as this user. */
  readonly uid?: number | undefined;
  /** Nobody reads its output. */
  readonly closed?: boolean;
}

/** Runs the command as a person would: a process of its own, nothing shared. */
export function starwright(args: readonly string[], { cwd, input = '', env = {}, uid, closed = false }: Setting = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [CLI, ...args], { cwd, uid, env: { ...process.env, FORCE_COLOR: '', ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    if (closed) child.stdout.destroy();
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.on('error', () => {}).end(input);
    child.on('error', reject).on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own with these files in it, gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'starwright-')));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A whole story with nothing missing but what a test takes out. */
export const STORY = {
  front: '---\nstar: 1\ntitle: Payment timeouts\nshape: production-incident\n---\n\n',
  title: '# Payment timeouts\n\n',
  situation: '## Situation\n\nDuring a sale, our checkout service began to time out, and one in ten customers could not pay.\n\n',
  task: '## Task\n\nI was on call, and I owned the investigation and the lasting fix.\n\n',
  cause: '## Action\n\nI traced slow requests and confirmed that the root cause was a retry storm: every timeout was retried three times, which exhausted the thread pool. ',
  tradeoff: 'I chose to shed retries rather than scale out, because the partner could not take more load; the cost was a few failed payments. ',
  fix: 'I capped the retries, added backoff with jitter, and put a circuit breaker around the partner. I verified it in a load test with the traffic of that sale before I rolled it out to one server at a time. ',
  prevention: 'To keep it from coming back, I added an alert on retry volume and a runbook, together with the platform team.',
  result: '\n\n## Result\n\nOver the next month, the timeout rate went from 4% to 0.5%, measured on our dashboard, and customers could pay through two more sales.\n\n',
  learning: '## Learning\n\nI learned that retries multiply load, and since then I review the retry policy of every new dependency.\n',
} as const;

export type Part = keyof typeof STORY;

/** The text of {@link STORY} without the parts named. */
export function storyWithout(...parts: readonly Part[]): string {
  return (Object.keys(STORY) as Part[]).filter((part) => !parts.includes(part)).map((part) => STORY[part]).join('');
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { root } from './paths.mjs';
import { run } from './run.mjs';

const LEASH = fileURLToPath(new URL('leash.mjs', import.meta.url));
const held = new Set();

/**
 * Starts a command that ends, with all it started, when `stop` is called or this process is gone, however it went.
 * `folder` is removed then. What the command prints goes to the terminal if it is `shown`, else to the file `log`.
 */
export function onLeash(command, args, { env, folder, log, shown = false }) {
  const out = shown ? 'inherit' : 'pipe';
  const options = { cwd: root, env, detached: true, stdio: ['pipe', out, out] };
  const child = spawn(process.execPath, [LEASH, JSON.stringify({ command, args, folder })], options);
  const exit = once(child, 'exit').then(([code]) => code);
  let said = '';
  for (const stream of shown ? [] : [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
      if (log) fs.appendFileSync(log, text);
    });
  }
  const stop = async () => {
    held.delete(stop);
    child.stdin.end();
    await exit;
  };
  held.add(stop);
  return { stop, exit, until: (pattern) => until(pattern, child, () => said, exit) };
}

/** Runs a command to its end and gives its exit code; nothing that it started outlives it or this process. */
export async function runOnLeash(command, args, options) {
  // there are no process groups on Windows
  if (process.platform === 'win32') return (await run(command, args, options)).code;
  return onLeash(command, args, { ...options, shown: !options.log }).exit;
}

/** Ends everything that is on a leash. */
export async function releaseAll() {
  await Promise.all([...held].map((stop) => stop()));
}

/** What `pattern` matches in the output, as soon as it is there; fails when the command ends before. */
function until(pattern, child, said, exit) {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = pattern.exec(said());
      if (match) resolve(match);
    };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', look);
    exit.then((code) => reject(new Error(`The command ended with exit code ${code}:\n${said().trim()}`)));
    look();
  });
}

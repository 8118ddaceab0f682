import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

const LEASH = fileURLToPath(new URL('leash.mjs', import.meta.url));
const held = new Set();

/**
 * Starts a command that ends, with all it started, when `stop` is called or this process is gone, however it went.
 * `folder` is removed then. What the command prints is appended to the file `log`.
 */
export function onLeash(command, args, { env, folder, log }) {
  const child = spawn(process.execPath, [LEASH, JSON.stringify({ command, args, folder })], { env, detached: true, stdio: 'pipe' });
  const exit = once(child, 'exit').then(([code]) => code);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
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

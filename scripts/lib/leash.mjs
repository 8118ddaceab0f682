// Holds one long-running command on a leash: when whoever holds the other end lets go, even by dying without a word,
// the command ends with everything it started, and its temporary folder goes.
// Started by `onLeash` in leashed.mjs; it is a process of its own so that nothing can take it down with its owner.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';

const GRACE = 3000;
const { command, args, folder } = JSON.parse(process.argv[2]);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: true });
const ended = once(child, 'exit').then(([code]) => code ?? 1, () => 127);
const released = new Promise((resolve) => process.stdin.on('close', resolve).on('error', resolve).resume());

const code = await Promise.race([ended, released.then(() => 0)]);
signalGroup('SIGTERM');
await Promise.race([ended, after(GRACE)]);
signalGroup('SIGKILL');
await ended;
if (folder) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
process.exit(code);

function signalGroup(signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // nothing of it is left
  }
}

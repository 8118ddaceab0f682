import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { REMARK_SETTINGS } from './editorServers.mjs';

const PROCESSOR = ['--require', path.join(import.meta.dirname, 'processor.cjs')];

/** Runs Node to its end: milliseconds, milliseconds of processor time, and the most bytes of memory it held. */
export async function measured(args, cwd) {
  const before = performance.now();
  const child = spawn(process.execPath, [...PROCESSOR, ...args], { cwd, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stdio[3].on('data', (data) => (said += data));
  await once(child, 'close');
  const [processor, memory] = said.split(' ').map(Number);
  return { wall: performance.now() - before, processor: processor / 1000, memory };
}

/** Gives a temporary folder in which the peers can be imported and remark is set up, and removes it. */
export async function inFolder(installed, use) {
  const folder = await mkdtemp(path.join(tmpdir(), 'starwright-bench-'));
  try {
    await installed.lend(folder);
    await writeFile(path.join(folder, REMARK_SETTINGS.name), REMARK_SETTINGS.text);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

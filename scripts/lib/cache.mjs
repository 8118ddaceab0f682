import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { cacheFolder } from './paths.mjs';

const HOUR = 3_600_000;

const asked = new Map();

/**
 * The folder `name` in the cache. Where it is missing, `fill(folder)` makes it: under another name first, which is
 * also the lock, so that a killed or a second run never leaves or meets a half-made one. Who asks twice waits for the first.
 */
export function cached(name, fill) {
  if (!asked.has(name)) asked.set(name, find(name, fill));
  return asked.get(name);
}

async function find(name, fill) {
  const target = path.join(cacheFolder(), name);
  const partial = `${target}.making-${os.hostname()}-${process.pid}`;
  fs.mkdirSync(cacheFolder(), { recursive: true });
  while (!fs.existsSync(target) && othersAtWork(target)) await after(1000);
  if (fs.existsSync(target)) return target;
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(partial);
  try {
    await fill(partial);
    publish(partial, target);
  } finally {
    fs.rmSync(partial, { recursive: true, force: true });
  }
  return target;
}

function publish(partial, target) {
  try {
    fs.renameSync(partial, target);
  } catch (error) {
    if (!fs.existsSync(target)) throw error;   // another run was faster: its folder is as good as ours
  }
}

/** Whether another process is filling `target`; what a dead one left behind is removed. */
function othersAtWork(target) {
  const prefix = `${path.basename(target)}.making-`;
  const places = fs.readdirSync(cacheFolder()).filter((name) => name.startsWith(prefix));
  for (const name of places) {
    const place = path.join(cacheFolder(), name);
    if (isAlive(name.slice(prefix.length), place)) return true;
    fs.rmSync(place, { recursive: true, force: true });
  }
  return false;
}

function isAlive(owner, place) {
  const [, host, pid] = /^(.*)-(\d+)$/.exec(owner) ?? [];
  if (host !== os.hostname()) return Date.now() - (fs.statSync(place, { throwIfNoEntry: false })?.mtimeMs ?? 0) < HOUR;
  try {
    return Number(pid) !== process.pid && process.kill(Number(pid), 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

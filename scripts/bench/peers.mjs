// What Starwright is measured beside, in exact versions (peers.json), in a folder of its own in the cache.
import { createHash } from 'node:crypto';
import { copyFile, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cached } from '../lib/cache.mjs';
import { npm } from '../lib/run.mjs';

const WANTED = path.join(import.meta.dirname, 'peers.json');
const REMARK_SERVER = path.join(import.meta.dirname, 'remarkServer.mjs');

/** The installed peers: `load` imports one, `file` is the path of one of their files, `lend` lets a folder import them. */
export async function peers() {
  const hash = createHash('sha256').update(await readFile(WANTED)).update(await readFile(REMARK_SERVER)).digest('hex').slice(0, 8);
  const modules = path.join(await cached(`bench-${hash}`, install), 'node_modules');
  const { load } = await import(pathToFileURL(path.join(modules, '../load.mjs')).href);
  return {
    load,
    file: (name) => path.join(modules, name),
    lend: (folder) => symlink(modules, path.join(folder, 'node_modules'), 'junction'),
  };
}

async function install(folder) {
  await copyFile(WANTED, path.join(folder, 'package.json'));
  await copyFile(REMARK_SERVER, path.join(folder, 'remarkServer.mjs'));
  await writeFile(path.join(folder, 'load.mjs'), 'export const load = (name) => import(name);\n');
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error'], { cwd: folder });
}

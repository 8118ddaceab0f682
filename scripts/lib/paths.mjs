import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this clone. */
export const root = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Where screenshots, logs and test reports go; git-ignored. */
export const artifacts = path.join(root, 'artifacts');

/** The path of something that an installed dependency ships, e.g. `tool('typescript/bin/tsc')`. */
export const tool = (file) => path.join(root, 'node_modules', file);

/** The parsed package.json of this clone. */
export const manifest = () => JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Where `npm run package` leaves the extension. */
export const vsix = () => path.join(root, `starwright-${manifest().version}.vsix`);

/** Where downloads that outlive a clone are kept. */
export function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return path.join(XDG_CACHE_HOME, 'starwright');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches', 'starwright');
  if (process.platform === 'win32' && LOCALAPPDATA) return path.join(LOCALAPPDATA, 'starwright', 'cache');
  return path.join(os.homedir(), '.cache', 'starwright');
}

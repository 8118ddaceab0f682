import { realpathSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { Refusal } from '../service/answers/index.js';

/** A folder whose stories may be read. */
export interface Folder {
  /** As it was named. */
  readonly named: string;
  /** Without symbolic links. */
  readonly path: string;
}

/** A folder that exists; undefined for anything else. */
export function folderAt(path: string): Folder | undefined {
  try {
    return statSync(path).isDirectory() ? { named: resolve(path), path: realpathSync(path) } : undefined;
  } catch {
    return undefined;
  }
}

const OUTSIDE = 'It lies outside the folders that this server may read. list_stories says which stories there are.';
const NO_FILE = 'There is no such file in the folders that this server may read. list_stories says which stories there are.';

/** Where a path leads that somebody else wrote. @throws Refusal for what is no Markdown file inside one of the folders, links followed */
export function fileInside(folders: readonly Folder[], path: string): string {
  if (path.includes('\0')) throw new Refusal(NO_FILE);
  const candidates = candidatesFor(folders, path);
  // What lies outside is refused before the disk is asked, so that nothing of it is learned.
  const inside = candidates.filter((candidate) => folders.some(({ named, path: real }) => isWithin(named, candidate) || isWithin(real, candidate)));
  if (inside.length === 0) throw new Refusal(OUTSIDE);
  if (!/\.md$/i.test(path)) throw new Refusal('Only Markdown files are read: name one that ends in .star.md.');
  const real = inside.map(realFile).find((found) => found !== undefined);
  if (real === undefined) throw new Refusal(NO_FILE);
  if (!folders.some((folder) => isWithin(folder.path, real)) || !/\.md$/i.test(real)) throw new Refusal(OUTSIDE);
  return real;
}

/** How a file is called seen from its folder, the folder's name before it where there are several. */
export function pathFrom(folders: readonly Folder[], file: string): string {
  const folder = folders.find(({ path }) => isWithin(path, file));
  if (!folder) return basename(file);
  const near = relative(folder.path, file).split(sep).join('/');
  return folders.length > 1 ? `${basename(folder.path)}/${near}` : near;
}

function candidatesFor(folders: readonly Folder[], path: string): string[] {
  if (isAbsolute(path)) return [resolve(path)];
  const below = folders.map((folder) => join(folder.path, path));
  const named = folders.filter((folder) => path.startsWith(`${basename(folder.path)}/`)).map((folder) => join(folder.path, path.slice(basename(folder.path).length + 1)));
  return folders.length > 1 ? [...named, ...below] : below;
}

function isWithin(folder: string, path: string): boolean {
  const near = relative(folder, path);
  return near !== '' && near !== '..' && !near.startsWith(`..${sep}`) && !isAbsolute(near);
}

function realFile(path: string): string | undefined {
  try {
    return statSync(path).isFile() ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}

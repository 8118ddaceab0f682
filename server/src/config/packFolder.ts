import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { NO_YAML, TOO_MUCH, type PackFolder } from './layPacks.js';
import { plainReason } from './plainReason.js';

/** Where a folder keeps its own rubric. */
export const PACK_FOLDER = join('.starwright', 'rubric');

const MOST_FILES = 2000;
const MOST_BYTES = 1 << 20;
/** Of all files together: far more than the built-in rubric has. */
const MOST_ALTOGETHER = 4 << 20;
const DEEPEST = 4;

/** The nearest `.starwright/rubric` in a folder or above it. */
export function nearestPackFolder(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const pack = join(at, PACK_FOLDER);
    if (isFolder(pack)) return pack;
    if (dirname(at) === at) return undefined;
  }
}

/** The YAML files of a rubric folder, or one sentence about why there are none. Symbolic links are not followed. */
export function readPackFolder(folder: string): PackFolder {
  try {
    const files = yamlFiles(folder, 0).slice(0, MOST_FILES);
    if (files.length === 0) return { problem: NO_YAML };
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    if (bytes > MOST_ALTOGETHER) return { problem: TOO_MUCH };
    return { files: files.map((file) => ({ path: relative(folder, file).split(sep).join('/'), text: readText(file) })) };
  } catch (error) {
    return { problem: plainReason(error) };
  }
}

function yamlFiles(folder: string, depth: number): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry: Dirent) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < DEEPEST) return yamlFiles(path, depth + 1);
    return entry.isFile() && /\.ya?ml$/.test(entry.name) ? [path] : [];
  });
}

function readText(file: string): string {
  if (statSync(file).size > MOST_BYTES) throw new Error(`${file} is larger than one megabyte`);
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

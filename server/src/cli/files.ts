import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { IgnoreFiles } from '../config/ignored.js';
import { SKIPPED_FOLDERS } from '../config/names.js';
import { plainReason } from '../config/plainReason.js';
import { isGlob, matcher, unmovingPart } from './glob.js';

/** A file that was asked for, or why it cannot be had. */
export type Found = { readonly path: string } | Unfound | LeftOut;

export interface Unfound {
  readonly path: string;
  readonly problem: string;
  /** It was searched, and holds no story. */
  readonly nothing?: boolean;
}

/** A file that an ignore file leaves out, or a folder of which it leaves out everything. */
export interface LeftOut {
  readonly path: string;
  readonly leftOut: true;
}

/** A file's text, or why it cannot be reviewed. */
export type Text = { readonly text: string } | { readonly problem: string };

export const STORY_EXTENSION = '.star.md';

/** The path that stands for standard input. */
export const STANDARD_INPUT = '-';

/** Finds the stories that files, folders and globs name, in order and once each. No search looks into a folder that is left out. */
export function findStories(paths: readonly string[], ignored: IgnoreFiles): Found[] {
  const byPlace = new Map<string, Found>();
  for (const found of paths.flatMap((path) => findIn(path, ignored))) {
    const place = resolve(found.path);
    if (!byPlace.has(place)) byPlace.set(place, found);
  }
  return [...byPlace.values()];
}

function findIn(path: string, ignored: IgnoreFiles): Found[] {
  if (path === STANDARD_INPUT) return [{ path }];
  const kind = kindOf(path);
  const shown = withSlashes(path);
  if (kind === 'file') return [ignored.ignores(path) ? leftOut(shown) : { path: shown }];
  if (kind === 'folder') {
    return orNothing(shown, walk(path, (file) => file.toLowerCase().endsWith(STORY_EXTENSION), ignored), 'has no *.star.md files. Name a folder that has.');
  }
  if (!isGlob(shown)) return [{ path: shown, problem: kind.problem }];
  return orNothing(shown, walk(unmovingPart(shown), matcher(shown), ignored), 'matches no file. Check the pattern.');
}

/** What a search found; what it left out is worth a word only where it found nothing else. */
function orNothing(path: string, found: Found[], problem: string): Found[] {
  const wanted = found.filter((each) => !('leftOut' in each));
  if (wanted.length > 0) return wanted;
  return found.length > 0 ? [leftOut(path)] : [{ path, problem, nothing: true }];
}

function leftOut(path: string): LeftOut {
  return { path, leftOut: true };
}

function kindOf(path: string): 'file' | 'folder' | { readonly problem: string } {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return { problem: plainReason(error) };
  }
}

function walk(folder: string, wanted: (path: string) => boolean, ignored: IgnoreFiles, root = folder): Found[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return isMissing(error) ? [] : [{ path: withSlashes(folder), problem: plainReason(error) }];
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = withSlashes(join(folder, entry.name));
    // A link to a folder is not followed: it could lead in a circle.
    if (entry.isDirectory()) {
      if (SKIPPED_FOLDERS.has(entry.name)) return [];
      return ignored.ignoresFolder(path) ? [leftOut(path)] : walk(path, wanted, ignored, root);
    }
    if (!wanted(path) || !(entry.isFile() || (entry.isSymbolicLink() && leadsInside(root, path)))) return [];
    return [ignored.ignores(path) ? leftOut(path) : { path }];
  });
}

/** Whether a link leads to a file in the folder that is searched. Whoever sends a folder could link to anything on this machine. */
function leadsInside(root: string, link: string): boolean {
  try {
    const near = relative(realpathSync(root), realpathSync(link));
    return statSync(link).isFile() && !isAbsolute(near) && near.split(sep)[0] !== '..';
  } catch {
    return false;
  }
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function withSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}

/** Reads a story's text; a byte order mark is taken off, as editors do. */
export function readStory(path: string): Text {
  try {
    return decode(readFileSync(path));
  } catch (error) {
    return { problem: plainReason(error) };
  }
}

/** Reads standard input to its end. */
export async function readStandardInput(): Promise<Text> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  } catch (error) {
    return { problem: plainReason(error) };
  }
  return decode(Buffer.concat(chunks));
}

/** Turns bytes into text, or says why they are no text. */
export function decode(bytes: Uint8Array): Text {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { problem: 'it is UTF-16 text. Save it as UTF-8 and check it again.' };
  }
  if (bytes.includes(0)) return { problem: 'it is a binary file, not text. Leave it out, or save the story as UTF-8 text.' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: `it is not valid UTF-8 (line ${firstInvalidLine(bytes)}). Save it as UTF-8 and check it again.` };
  }
}

function firstInvalidLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (;;) {
    // A line feed is never part of a longer character, so each line stands for itself.
    const end = bytes.indexOf(10, start);
    const piece = bytes.subarray(start, end < 0 ? bytes.length : end);
    try {
      decoder.decode(piece);
    } catch {
      return line;
    }
    if (end < 0) return line;
    start = end + 1;
    line++;
  }
}

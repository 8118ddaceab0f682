import type { Dirent, Stats } from 'node:fs';
import { open, opendir, readdir, stat, type FileHandle } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SKIPPED_FOLDERS } from '../config/names.js';
import { plainReason } from '../config/plainReason.js';
import { MOST_CHARACTERS } from '../story/bounds.js';
import type { DiskNames, Entry, FileSource, FoundStories, Log, Unread } from './host.js';
import { Ignores } from './ignores.js';
import { encodedName } from './uris.js';

const MOST_FOLDERS = 20_000;
const MOST_STORIES = 20_000;
/** A text of more bytes is too large however it is encoded, and need not be read to its end to know that. */
const MOST_BYTES = 3 * MOST_CHARACTERS + 1024;

/** The stories on the local disk, and what lies beside them. Symbolic links are not followed, so that no walk goes in circles. */
export function nodeFiles(log: Log): FileSource {
  let ignored = new Ignores(read, log);
  return {
    stories: (folderUri) => findStories(folderUri, ignored, log),
    read,
    list,
    ignores: (uri, workspace) => ignored.ignores(uri, workspace),
    forgetIgnored: () => {
      ignored = new Ignores(read, log);
    },
  };
}

/** How the local disk calls what has an address. */
export const diskNames: DiskNames = {
  uriOf: (path, workspace) => {
    const root = workspace?.startsWith('file:') ? fileURLToPath(workspace) : undefined;
    return root !== undefined || isAbsolute(path) ? pathToFileURL(root === undefined ? path : resolve(root, path)).toString() : undefined;
  },
  pathOf: (uri) => {
    try {
      return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
    } catch {
      return undefined;
    }
  },
};

async function list(folderUri: string): Promise<Entry[] | undefined> {
  try {
    const entries = await readdir(fileURLToPath(folderUri), { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  } catch (error) {
    if (isGone(error)) return undefined;
    throw new Error(plainReason(error), { cause: error });
  }
}

function kindOf(entry: Dirent): Entry['kind'] {
  return entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
}

async function read(uri: string): Promise<string | undefined> {
  let file: FileHandle | undefined;
  try {
    const path = fileURLToPath(uri);
    // A device that a link leads to has no end, and a pipe may never have a beginning.
    const { size } = await ofFile(path);
    file = await open(path);
    const bytes = size > MOST_BYTES ? (await file.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0)).buffer : await file.readFile();
    // An editor's text has no byte order mark, so positions must not count one.
    return bytes.toString('utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (isGone(error)) return undefined;
    throw new Error(plainReason(error), { cause: error });
  } finally {
    await file?.close();
  }
}

/** @throws Error for what is neither a file nor a folder */
async function ofFile(path: string): Promise<Stats> {
  const stats = await stat(path);
  if (!stats.isFile() && !stats.isDirectory()) throw new Error('it is no file');
  return stats;
}

/** Walks a folder breadth first, so that what a bound leaves out is what lies deepest. */
async function findStories(folderUri: string, ignored: Ignores, log: Log): Promise<FoundStories> {
  const stories: string[] = [];
  const unread: Unread[] = [];
  const folders = [folderUri.replace(/\/+$/, '')];
  for (let i = 0; i < folders.length; i++) {
    if (i >= MOST_FOLDERS || stories.length >= MOST_STORIES) {
      log.warn(`Only the first ${stories.length} stories of this folder are reviewed unopened: it is too large to search.`);
      break;
    }
    try {
      await readFolder(folders[i]!, ignored, folders, stories);
    } catch (error) {
      if (!isGone(error) || i === 0) unread.push({ id: folders[i]!, problem: plainReason(error) });
    }
  }
  return { stories, unread };
}

/** Adds a folder's subfolders and stories. */
async function readFolder(folderUri: string, ignored: Ignores, folders: string[], stories: string[]): Promise<void> {
  if (await ignored.ignoresFolder(folderUri, undefined)) return;
  for await (const entry of await opendir(fileURLToPath(`${folderUri}/`))) {
    // Children are spelled after their folder, as the client spells it.
    const uri = `${folderUri}/${encodedName(entry.name)}`;
    if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name)) folders.push(uri);
    else if (entry.isFile() && /\.star\.md$/i.test(entry.name) && !(await ignored.ignores(uri, undefined))) stories.push(uri);
  }
}

function isGone(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  // A drive has no folder above it.
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_FILE_URL_PATH';
}

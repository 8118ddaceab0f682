import { opendir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileSource, Log } from './host.js';

const SKIPPED = new Set(['node_modules', '.git', '.hg', '.svn', 'dist']);
const MOST_FOLDERS = 20_000;
const MOST_STORIES = 20_000;

/** The stories on the local disk. Symbolic links are not followed, so that no walk goes in circles. */
export function nodeFiles(log: Log): FileSource {
  return {
    stories: (folderUri) => findStories(folderUri, log),
    // An editor's text has no byte order mark, so positions must not count one.
    read: async (uri) => (await readFile(fileURLToPath(uri), 'utf8')).replace(/^\uFEFF/, ''),
  };
}

/** Walks a folder breadth first, so that what a bound leaves out is what lies deepest. */
async function findStories(folderUri: string, log: Log): Promise<string[]> {
  if (!folderUri.startsWith('file:')) return [];
  const stories: string[] = [];
  const folders = [folderUri.replace(/\/+$/, '')];
  for (let i = 0; i < folders.length; i++) {
    if (i >= MOST_FOLDERS || stories.length >= MOST_STORIES) {
      log.warn(`Only the first ${stories.length} stories of this folder are reviewed unopened: it is too large to search.`);
      break;
    }
    await readFolder(folders[i]!, folders, stories);
  }
  return stories;
}

/** Adds a folder's subfolders and stories; one that cannot be read has none. */
async function readFolder(folderUri: string, folders: string[], stories: string[]): Promise<void> {
  try {
    for await (const entry of await opendir(fileURLToPath(`${folderUri}/`))) {
      // Children are spelled after their folder, as the client spells it.
      const uri = `${folderUri}/${encodeURIComponent(entry.name)}`;
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) folders.push(uri);
      else if (entry.isFile() && /\.star\.md$/i.test(entry.name)) stories.push(uri);
    }
  } catch {
    return;
  }
}

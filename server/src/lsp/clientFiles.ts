import type { Connection } from 'vscode-languageserver';
import type { Entry, FileSource, Log } from './host.js';
import { Ignores } from './ignores.js';
import { FIND_STORIES_REQUEST, LIST_FOLDER_REQUEST, READ_STORY_REQUEST, type FindStoriesParams, type ListFolderParams, type ReadStoryParams } from './protocol.js';

/** Stories, and what lies beside them, in folders that only the client can read: a repository that is not cloned, another computer. */
export function clientFiles(connection: Connection, log: Log): FileSource {
  const read: FileSource['read'] = async (uri) => {
    const params: ReadStoryParams = { uri };
    return (await plainly(connection.sendRequest<string | null>(READ_STORY_REQUEST, params)))?.replace(/^\uFEFF/, '');
  };
  let ignored = new Ignores(read, log);
  return {
    stories: async (folder) => {
      const params: FindStoriesParams = { folder };
      const found = await plainly(connection.sendRequest<string[]>(FIND_STORIES_REQUEST, params));
      const leftOut = await Promise.all(found.map((uri) => ignored.ignores(uri, folder)));
      return { stories: found.filter((_, i) => !leftOut[i]), unread: [] };
    },
    read,
    list: async (folder) => {
      const params: ListFolderParams = { folder };
      return (await plainly(connection.sendRequest<Entry[] | null>(LIST_FOLDER_REQUEST, params))) ?? undefined;
    },
    ignores: (uri, workspace) => ignored.ignores(uri, workspace),
    forgetIgnored: () => {
      ignored = new Ignores(read, log);
    },
  };
}

/** The client's answer, or its own words why there is none. */
async function plainly<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const words = error instanceof Error ? error.message.replace(/^Request \S+ failed with message: /, '') : String(error);
    throw new Error(words, { cause: error });
  }
}

/** Reads each folder with what can: `local` what is on the disk, `client` everything else. */
export function wherever(local: FileSource | undefined, client: FileSource | undefined): FileSource {
  const reading = (uri: string): FileSource => (uri.startsWith('file:') ? local : undefined) ?? client ?? NOWHERE;
  return {
    stories: (folder) => reading(folder).stories(folder),
    read: (uri) => reading(uri).read(uri),
    list: (folder) => reading(folder).list(folder),
    ignores: (uri, workspace) => reading(uri).ignores?.(uri, workspace) ?? false,
    forgetIgnored: () => {
      local?.forgetIgnored?.();
      client?.forgetIgnored?.();
    },
  };
}

const NOWHERE: FileSource = {
  stories: (id) => Promise.resolve({ stories: [], unread: [{ id, problem: 'It is not on the local disk. Stories in it are read one at a time, as you open them.' }] }),
  read: () => Promise.resolve(undefined),
  list: () => Promise.resolve(undefined),
};

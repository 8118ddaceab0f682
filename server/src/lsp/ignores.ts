import { IgnorePatterns } from '../config/ignorePatterns.js';
import { IgnoreTree, type Naming } from '../config/ignoreTree.js';
import { IGNORE_FILE } from '../config/names.js';
import { reason, type FileSource, type Log } from './host.js';
import { foldersAbove } from './places.js';
import { uriKey } from './uris.js';

const KEYS: Naming = {
  above: (key) => (key.includes('/') ? key.slice(0, key.lastIndexOf('/')) : undefined),
  within: (folder, key) => key.slice(folder.length + 1),
};

/** Which stories the ignore files leave out, where each look may take a while: those up to the root of the disk, elsewhere up to the open folder, each read once. */
export class Ignores {
  readonly #read: FileSource['read'];
  readonly #log: Log;
  /** By folder, where each look may go over a network. */
  readonly #known = new Map<string, Promise<IgnorePatterns | undefined>>();

  constructor(read: FileSource['read'], log: Log) {
    this.#read = read;
    this.#log = log;
  }

  /** Whether a story is left out, by itself or with a folder it lies in. Never rejects. */
  async ignores(uri: string, workspace: string | undefined): Promise<boolean> {
    return (await this.#tree(foldersAbove(uri, workspace)))?.ignores(uriKey(uri)) ?? false;
  }

  /** Whether everything in a folder is left out. Never rejects. */
  async ignoresFolder(uri: string, workspace: string | undefined): Promise<boolean> {
    return (await this.#tree(foldersAbove(uri, workspace)))?.ignoresFolder(uriKey(uri)) ?? false;
  }

  /** What the ignore files in these folders say; undefined where there are none. */
  async #tree(folders: readonly string[]): Promise<IgnoreTree | undefined> {
    const patterns = await Promise.all(folders.map((folder) => this.#in(folder)));
    if (patterns.every((each) => each === undefined)) return undefined;
    const byKey = new Map(folders.map((folder, i) => [uriKey(folder), patterns[i]]));
    return new IgnoreTree((folder) => byKey.get(folder), KEYS);
  }

  #in(folder: string): Promise<IgnorePatterns | undefined> {
    const known = this.#known.get(folder) ?? this.#readIn(folder);
    this.#known.set(folder, known);
    return known;
  }

  async #readIn(folder: string): Promise<IgnorePatterns | undefined> {
    try {
      const text = await this.#read(`${folder}/${IGNORE_FILE}`);
      return text === undefined ? undefined : new IgnorePatterns(text);
    } catch (error) {
      this.#log.warn(`An ignore file could not be read. ${reason(error)}`);
      return undefined;
    }
  }
}

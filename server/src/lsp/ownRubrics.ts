import { layPacks, NO_YAML, TOO_MUCH, type FoundRubric, type PackFolder } from '../config/layPacks.js';
import type { DiskNames, FileSource, NamedRubrics } from './host.js';
import { foldersAbove, isIn, namedFolder } from './places.js';
import { RUBRIC_FOLDER } from './protocol.js';
import { encodedName, uriKey } from './uris.js';

const MOST_FILES = 2000;
/** In characters. */
const LONGEST_FILE = 600_000;
/** Of all files together. */
const MOST_ALTOGETHER = 4 << 20;
const DEEPEST = 4;

/** The rubrics of a person's own, on the disk or wherever the client can read: each is read once until it is told to forget. */
export class OwnRubrics {
  readonly #files: FileSource;
  readonly #disk: DiskNames | undefined;
  #beside = new Map<string, Promise<string | undefined>>();
  #byPacks = new Map<string, Promise<FoundRubric>>();

  constructor(files: FileSource, disk: DiskNames | undefined) {
    this.#files = files;
    this.#disk = disk;
  }

  /** Reads every file anew the next time. */
  forget(): void {
    this.#beside = new Map();
    this.#byPacks = new Map();
  }

  /** The rubric for a document: the packs `named` laid over the one nearest to it; without trust none that lies in the workspace. */
  async find(uri: string, { folders, workspace, encoding }: NamedRubrics, trusted: boolean): Promise<FoundRubric> {
    const named = folders.map((folder) => namedFolder(folder, workspace, this.#disk)).filter((folder) => folder !== undefined);
    const nearest = trusted ? await this.#nearest(foldersAbove(uri, workspace)) : undefined;
    const allowed = trusted || workspace === undefined ? named : named.filter((folder) => !isIn(folder, workspace));
    const packs = [...new Map([...(nearest === undefined ? [] : [nearest]), ...allowed].map((folder) => [uriKey(folder), folder])).values()];
    return remembered(this.#byPacks, packs.join('\n'), async () => layPacks(await Promise.all(packs.map(async (folder) => [folder, await this.#read(folder)] as const)), fileIn, encoding));
  }

  #nearest([folder, ...above]: readonly string[]): Promise<string | undefined> {
    if (folder === undefined) return Promise.resolve(undefined);
    return remembered(this.#beside, folder, async () => {
      const pack = `${folder}/${RUBRIC_FOLDER}`;
      // What cannot be looked into is as good as none.
      const there = await this.#files.list(pack).then((entries) => entries !== undefined, () => false);
      return there ? pack : this.#nearest(above);
    });
  }

  async #read(folder: string): Promise<PackFolder> {
    try {
      const paths = (await this.#yamlFiles(folder, '', 0)).slice(0, MOST_FILES);
      if (paths.length === 0) return { problem: NO_YAML };
      const files = await Promise.all(paths.map(async (path) => ({ path, text: (await this.#files.read(fileIn(folder, path))) ?? '' })));
      const long = files.find(({ text }) => text.length >= LONGEST_FILE);
      if (files.reduce((sum, { text }) => sum + text.length, 0) > MOST_ALTOGETHER) return { problem: TOO_MUCH };
      return long === undefined ? { files } : { problem: `${long.path} is too large for a file of a rubric.` };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }

  async #yamlFiles(folder: string, path: string, depth: number): Promise<string[]> {
    const entries = await this.#files.list(path === '' ? folder : fileIn(folder, path));
    if (entries === undefined) throw new Error('there is no such file or folder. Check the path.');
    const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
    const files = sorted.map(({ name, kind }) => {
      const at = path === '' ? name : `${path}/${name}`;
      if (kind === 'folder' && depth < DEEPEST) return this.#yamlFiles(folder, at, depth + 1);
      return kind === 'file' && /\.ya?ml$/.test(name) ? [at] : [];
    });
    return (await Promise.all(files)).flat();
  }
}

function fileIn(folder: string, path: string): string {
  return `${folder}/${path.split('/').map(encodedName).join('/')}`;
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

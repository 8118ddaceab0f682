import { folderConfig, unreadFolderConfig, type FolderConfig } from '../config/folderConfig.js';
import { FOLDER_FILE } from '../config/names.js';
import type { Rubric } from '../rubric/index.js';
import type { DiskNames, FileSource } from './host.js';
import { foldersAbove } from './places.js';

/** A folder file's text, or why it cannot be read. */
type Found = { readonly file: string; readonly text: string } | { readonly file: string; readonly problem: string };

/** The nearest folder file of each document: the same that the command line goes by, and wherever only the client can read. */
export class NearestConfigs {
  readonly #files: FileSource;
  readonly #disk: DiskNames | undefined;
  /** By folder, where each look may go over a network. */
  #known = new Map<string, Promise<Found | undefined>>();

  constructor(files: FileSource, disk: DiskNames | undefined) {
    this.#files = files;
    this.#disk = disk;
  }

  /** Looks everywhere anew the next time. */
  forget(): void {
    this.#known = new Map();
  }

  /** What the nearest folder file asks for; undefined when there is none up to the root of the disk, or up to the open folder elsewhere. */
  async for(uri: string, workspace: string | undefined, rubric: Rubric): Promise<FolderConfig | undefined> {
    const found = await this.#nearest(foldersAbove(uri, workspace));
    if (found === undefined) return undefined;
    const file = this.#disk?.pathOf(found.file) ?? found.file;
    return 'text' in found ? folderConfig(file, found.text, rubric) : unreadFolderConfig(file, found.problem);
  }

  #nearest([folder, ...above]: readonly string[]): Promise<Found | undefined> {
    if (folder === undefined) return Promise.resolve(undefined);
    const known = this.#known.get(folder);
    if (known !== undefined) return known;
    const found = this.#read(`${folder}/${FOLDER_FILE}`).then((file) => file ?? this.#nearest(above));
    if (!folder.startsWith('file:')) this.#known.set(folder, found);
    return found;
  }

  async #read(file: string): Promise<Found | undefined> {
    try {
      const text = await this.#files.read(file);
      return text === undefined ? undefined : { file, text };
    } catch (error) {
      return { file, problem: error instanceof Error ? error.message : String(error) };
    }
  }
}

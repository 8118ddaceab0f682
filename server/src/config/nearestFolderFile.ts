import { dirname, join, resolve } from 'node:path';
import type { Rubric } from '../rubric/index.js';
import { folderConfig, unreadFolderConfig, type FolderConfig } from './folderConfig.js';
import { FOLDER_FILE } from './names.js';
import { plainReason } from './plainReason.js';
import { readSmallFile } from './smallFile.js';

/** Finds the nearest folder file of each story, reading every file once. */
export class FolderConfigs {
  readonly #rubric: Rubric;
  readonly #byFolder = new Map<string, FolderConfig | undefined>();

  constructor(rubric: Rubric) {
    this.#rubric = rubric;
  }

  /** The folder file that holds for a story: the nearest one upward, alone. */
  nearest(storyPath: string): FolderConfig | undefined {
    return this.#inFolder(dirname(resolve(storyPath)));
  }

  #inFolder(folder: string): FolderConfig | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const parent = dirname(folder);
    const config = this.#read(join(folder, FOLDER_FILE)) ?? (parent === folder ? undefined : this.#inFolder(parent));
    this.#byFolder.set(folder, config);
    return config;
  }

  #read(file: string): FolderConfig | undefined {
    try {
      return folderConfig(file, readSmallFile(file).replace(/^\uFEFF/, ''), this.#rubric);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      return unreadFolderConfig(file, plainReason(error));
    }
  }
}

import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Preferences } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import { LineIndex } from '../story/index.js';
import { parseFolderFile } from './folderFile.js';
import { FOLDER_FILE } from './names.js';
import { plainReason } from './plainReason.js';
import { ORIGIN, type FileProblem } from './problems.js';

/** A folder file on disk: what it asks for, and what is wrong in it. */
export interface FolderConfig {
  /** Its whole path. */
  readonly file: string;
  readonly preferences: Preferences;
  readonly problems: readonly FileProblem[];
}

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
      const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
      const { preferences, problems } = parseFolderFile(text, this.#rubric);
      const lines = new LineIndex(text);
      return { file, preferences, problems: problems.map(({ start, end, message }) => ({ file, start: lines.positionAt(start), end: lines.positionAt(end), message })) };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      return { file, preferences: {}, problems: [{ file, start: ORIGIN, end: ORIGIN, message: plainReason(error) }] };
    }
  }
}

import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Rubric } from '../rubric/index.js';
import { type FolderConfig, parseFolderConfig } from './folderFile.js';
import { plainReason } from './plainReason.js';

const CONFIG_FILE = '.starwright.yaml';

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
    const config = this.#read(join(folder, CONFIG_FILE)) ?? (parent === folder ? undefined : this.#inFolder(parent));
    this.#byFolder.set(folder, config);
    return config;
  }

  #read(file: string): FolderConfig | undefined {
    const path = shown(file);
    try {
      return { path, ...parseFolderConfig(readFileSync(file, 'utf8'), path, this.#rubric) };
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      return { path, preferences: {}, problems: [`${path}: ${plainReason(error)}`] };
    }
  }
}

function shown(path: string): string {
  const near = relative(process.cwd(), path);
  const short = near === '' || near.startsWith('..') ? path : near;
  return sep === '\\' ? short.replaceAll('\\', '/') : short;
}

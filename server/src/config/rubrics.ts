import { dirname, join, resolve } from 'node:path';
import { layPacks, type FoundRubric } from './layPacks.js';
import { nearestPackFolder, readPackFolder } from './packFolder.js';

export type { FoundRubric };

/** Finds and reads the rubric of each story's folder, every pack once. */
export class Rubrics {
  readonly #named: readonly string[];
  readonly #byFolder = new Map<string, Promise<FoundRubric>>();
  readonly #byPacks = new Map<string, Promise<FoundRubric>>();

  /** @param named folders of further packs, laid over the one that is found beside the stories */
  constructor(named: readonly string[] = []) {
    this.#named = named.map((folder) => resolve(folder));
  }

  /** The rubric for a file. */
  for(path: string): Promise<FoundRubric> {
    return this.inFolder(dirname(resolve(path)));
  }

  /** The rubric for the stories of a folder. */
  inFolder(folder: string): Promise<FoundRubric> {
    return remembered(this.#byFolder, folder, () => {
      const nearest = nearestPackFolder(folder);
      const folders = [...new Set([...(nearest ? [nearest] : []), ...this.#named])];
      return remembered(this.#byPacks, folders.join('\n'), () => readRubric(folders));
    });
  }
}

/** The built-in rubric with the packs of some folders laid over it, one after the other; a pack with problems is left out. */
export function readRubric(folders: readonly string[]): Promise<FoundRubric> {
  return layPacks(folders.map((folder) => [folder, readPackFolder(folder)]), join);
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

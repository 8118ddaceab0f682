import { dirname, join, resolve } from 'node:path';
import { builtinRubric } from '../rubric/builtin.js';
import { compileRubric, type Rubric, type RubricData } from '../rubric/index.js';
import { LineIndex, type PositionEncoding } from '../story/index.js';
import { nearestPackFolder, readPackFolder } from './packFolder.js';
import { ORIGIN, type FileProblem } from './problems.js';

/** The rubric that holds in a place. */
export interface FoundRubric {
  /** The built-in rubric with the packs laid over it, without those that have problems. */
  readonly rubric: Rubric;
  readonly folders: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** Finds and reads the rubric of each story's folder, every pack once. */
export class Rubrics {
  readonly #named: readonly string[];
  readonly #encoding: PositionEncoding;
  readonly #byFolder = new Map<string, Promise<FoundRubric>>();
  readonly #byPacks = new Map<string, Promise<FoundRubric>>();

  /**
   * @param named folders of further packs, laid over the one that is found beside the stories
   * @param encoding what the places of problems are counted in
   */
  constructor(named: readonly string[] = [], encoding: PositionEncoding = 'utf-16') {
    this.#encoding = encoding;
    this.#named = named.map((folder) => resolve(folder));
  }

  /** The rubric for a file. With `beside` false, no pack beside the story is read. */
  for(path: string, beside = true): Promise<FoundRubric> {
    return this.inFolder(dirname(resolve(path)), beside);
  }

  /** The rubric for the stories of a folder. */
  inFolder(folder: string, beside = true): Promise<FoundRubric> {
    return remembered(this.#byFolder, `${beside}:${folder}`, () => {
      const nearest = beside ? nearestPackFolder(folder) : undefined;
      const folders = [...new Set([...(nearest ? [nearest] : []), ...this.#named])];
      return remembered(this.#byPacks, folders.join('\n'), () => readRubric(folders, this.#encoding));
    });
  }
}

/** The built-in rubric with packs laid over it, one after the other; a pack with problems is left out. */
export async function readRubric(folders: readonly string[], encoding: PositionEncoding = 'utf-16'): Promise<FoundRubric> {
  const builtin = builtinRubric();
  if (folders.length === 0) return { rubric: builtin, folders, problems: [] };
  // Most people have no pack of their own, and should not wait for what reads one.
  const { readPack } = await import('../pack/index.js');
  const problems: FileProblem[] = [];
  let data: RubricData = builtin.data;
  for (const folder of folders) {
    const read = readPackFolder(folder);
    if ('problem' in read) {
      problems.push({ file: folder, start: ORIGIN, end: ORIGIN, message: read.problem });
      continue;
    }
    const pack = readPack(read.files, data);
    if (pack.problems.length === 0) data = pack.data;
    for (const { path, start, end, message } of pack.problems) {
      const lines = new LineIndex(read.files.find((file) => file.path === path)?.text ?? '', encoding);
      problems.push({ file: join(folder, path), start: lines.positionAt(start), end: lines.positionAt(end), message });
    }
  }
  return { rubric: data === builtin.data ? builtin : compileRubric(data), folders, problems };
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

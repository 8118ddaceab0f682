import type { PackFile } from '../pack/index.js';
import { builtinRubric } from '../rubric/builtin.js';
import { compileRubric, type Rubric, type RubricData } from '../rubric/index.js';
import { LineIndex, type PositionEncoding } from '../story/index.js';
import { ORIGIN, type FileProblem } from './fileProblem.js';

/** The rubric that holds in a place. */
export interface FoundRubric {
  /** The built-in rubric with the packs laid over it, without those that have problems. */
  readonly rubric: Rubric;
  /** Where they were read from: paths, or addresses. */
  readonly folders: readonly string[];
  readonly problems: readonly FileProblem[];
}

/** The YAML files of a rubric folder, or one sentence about why there are none. */
export type PackFolder = { readonly files: readonly PackFile[] } | { readonly problem: string };

/** What a rubric folder is told that would keep an editor busy for minutes. */
export const TOO_MUCH = 'its files are too large together for a rubric: at most four megabytes are read.';

/** What a rubric folder without YAML files is told. */
export const NO_YAML = 'there are no YAML files in this folder. A rubric has folders such as beats/, phrases/ and shapes/.';

/**
 * The built-in rubric with packs laid over it, one after the other; a pack with problems is left out. `join` names a file of a folder;
 * places of problems are counted in `encoding`.
 */
export async function layPacks(
  packs: readonly (readonly [folder: string, read: PackFolder])[],
  join: (folder: string, path: string) => string,
  encoding: PositionEncoding = 'utf-16',
): Promise<FoundRubric> {
  const builtin = builtinRubric();
  if (packs.length === 0) return { rubric: builtin, folders: [], problems: [] };
  // Most people have no pack of their own, and should not wait for what reads one.
  const { readPack } = await import('../pack/index.js');
  const problems: FileProblem[] = [];
  const base = builtin.whole();
  let data: RubricData = base;
  for (const [folder, read] of packs) {
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
  return { rubric: data === base ? builtin : compileRubric(data), folders: packs.map(([folder]) => folder), problems };
}

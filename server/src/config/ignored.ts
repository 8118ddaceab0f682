import { dirname, join, relative, resolve, sep } from 'node:path';
import { ORIGIN, type FileProblem } from './fileProblem.js';
import { IgnorePatterns } from './ignorePatterns.js';
import { IgnoreTree, type Naming } from './ignoreTree.js';
import { IGNORE_FILE } from './names.js';
import { plainReason } from './plainReason.js';
import { readSmallFile } from './smallFile.js';

const PATHS: Naming = {
  above: (path) => (dirname(path) === path ? undefined : dirname(path)),
  within: (folder, path) => relative(folder, path).split(sep).join('/'),
};

/** Which stories the ignore files on the disk leave out: those beside a story and in every folder above it. Every file is read once. */
export class IgnoreFiles {
  readonly problems: FileProblem[] = [];
  readonly #files = new Map<string, IgnorePatterns | undefined>();
  readonly #tree = new IgnoreTree((folder) => this.#read(folder), PATHS);

  /** Whether a story is left out, by itself or with a folder it lies in. */
  ignores(path: string): boolean {
    return this.#tree.ignores(resolve(path));
  }

  /** Whether everything in a folder is left out. */
  ignoresFolder(path: string): boolean {
    return this.#tree.ignoresFolder(resolve(path));
  }

  #read(folder: string): IgnorePatterns | undefined {
    if (this.#files.has(folder)) return this.#files.get(folder);
    const patterns = this.#readFile(join(folder, IGNORE_FILE));
    this.#files.set(folder, patterns);
    return patterns;
  }

  #readFile(file: string): IgnorePatterns | undefined {
    try {
      return new IgnorePatterns(readSmallFile(file));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') this.problems.push({ file, start: ORIGIN, end: ORIGIN, message: plainReason(error) });
      return undefined;
    }
  }
}

import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { IgnorePatterns } from './ignorePatterns.js';
import { IGNORE_FILE } from './names.js';
import { plainReason } from './plainReason.js';
import { ORIGIN, type FileProblem } from './fileProblem.js';

/**
 * Which stories the ignore files leave out: those beside a story and in every folder above it, the nearest first. As in
 * git, what lies in a folder that is left out cannot be taken back. Every file is read once.
 */
export class IgnoreFiles {
  readonly problems: FileProblem[] = [];
  readonly #files = new Map<string, IgnorePatterns | undefined>();
  readonly #folders = new Map<string, boolean>();

  /** Whether a story is left out, by itself or with a folder it lies in. */
  ignores(path: string): boolean {
    const place = resolve(path);
    return this.ignoresFolder(dirname(place)) || this.#verdict(place, false);
  }

  /** Whether everything in a folder is left out. */
  ignoresFolder(path: string): boolean {
    const folder = resolve(path);
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const parent = dirname(folder);
    const ignored = parent !== folder && (this.ignoresFolder(parent) || this.#verdict(folder, true));
    this.#folders.set(folder, ignored);
    return ignored;
  }

  #verdict(place: string, isFolder: boolean): boolean {
    for (let folder = dirname(place); ; folder = dirname(folder)) {
      const verdict = this.#read(folder)?.verdict(relative(folder, place).split(sep).join('/'), isFolder);
      if (verdict !== undefined) return verdict;
      if (dirname(folder) === folder) return false;
    }
  }

  #read(folder: string): IgnorePatterns | undefined {
    if (this.#files.has(folder)) return this.#files.get(folder);
    const patterns = this.#readFile(join(folder, IGNORE_FILE));
    this.#files.set(folder, patterns);
    return patterns;
  }

  #readFile(file: string): IgnorePatterns | undefined {
    try {
      return new IgnorePatterns(readFileSync(file, 'utf8'));
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') this.problems.push({ file, start: ORIGIN, end: ORIGIN, message: plainReason(error) });
      return undefined;
    }
  }
}

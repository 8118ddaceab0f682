import type { IgnorePatterns } from './ignorePatterns.js';

/** How files and folders are named where the ignore files lie. */
export interface Naming {
  /** The folder that a place lies in; undefined for the uppermost. */
  above(place: string): string | undefined;
  /** The way from a folder to a place in it, with slashes. */
  within(folder: string, place: string): string;
}

/**
 * What ignore files say of a place: the file beside it and those in every folder above it, the nearest first. As in git, what
 * lies in a folder that is left out cannot be taken back.
 */
export class IgnoreTree {
  readonly #read: (folder: string) => IgnorePatterns | undefined;
  readonly #naming: Naming;
  readonly #folders = new Map<string, boolean>();

  /** @param read what the ignore file in a folder says; undefined where there is none */
  constructor(read: (folder: string) => IgnorePatterns | undefined, naming: Naming) {
    this.#read = read;
    this.#naming = naming;
  }

  /** Whether a file is left out, by itself or with a folder it lies in. */
  ignores(place: string): boolean {
    const folder = this.#naming.above(place);
    return (folder !== undefined && this.ignoresFolder(folder)) || this.#verdict(place, false);
  }

  /** Whether everything in a folder is left out. */
  ignoresFolder(folder: string): boolean {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const parent = this.#naming.above(folder);
    const ignored = parent !== undefined && (this.ignoresFolder(parent) || this.#verdict(folder, true));
    this.#folders.set(folder, ignored);
    return ignored;
  }

  #verdict(place: string, isFolder: boolean): boolean {
    const { above, within } = this.#naming;
    for (let folder = above(place); folder !== undefined; folder = above(folder)) {
      const verdict = this.#read(folder)?.verdict(within(folder, place), isFolder);
      if (verdict !== undefined) return verdict;
    }
    return false;
  }
}

import type { Diagnostic } from 'vscode-languageserver';
import { diagnostics, reviewedStory, type DiagnosticOptions } from '../service/index.js';
import { parseStory } from '../story/index.js';
import type { Configuration } from './configuration.js';
import { reason, type FileSource, type Log } from './host.js';
import { isStoryUri, uriKey } from './uris.js';

/** The generation of a report whose file has changed since. */
const STALE = -1;

/** What a story file has, and the id under which the client keeps it. */
export interface FileReport {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

interface Kept extends FileReport {
  readonly generation: number;
}

/** The stories on disk in the open folders, each read and reviewed again only after it changed. */
export class StoryFiles {
  readonly #source: FileSource;
  readonly #configuration: Configuration;
  readonly #log: Log;
  readonly #options: DiagnosticOptions;
  readonly #reports = new Map<string, Kept>();
  readonly #run = Date.now().toString(36);
  #reviews = 0;
  #folders: readonly string[] = [];
  #listed: readonly string[] | undefined;
  #watched = false;

  constructor(source: FileSource, configuration: Configuration, options: DiagnosticOptions, log: Log) {
    this.#source = source;
    this.#configuration = configuration;
    this.#options = options;
    this.#log = log;
  }

  /** Looks in these folders from now on. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map((uri) => uri.replace(/\/+$/, ''));
    this.#listed = undefined;
  }

  /** What was read stays true until {@link changed} says otherwise. */
  setWatched(): void {
    this.#watched = true;
  }

  /** A file was written; with `moved`, it was created or deleted. */
  changed(uri: string, moved: boolean): void {
    const kept = this.#reports.get(uriKey(uri));
    if (kept !== undefined) this.#reports.set(uriKey(uri), { ...kept, generation: STALE });
    if (moved) this.#listed = undefined;
  }

  /** The addresses of all stories in the folders. */
  async list(): Promise<readonly string[]> {
    if (this.#listed !== undefined && this.#watched) return this.#listed;
    const found = await Promise.all(this.#folders.map((folder) => this.#inFolder(folder)));
    // Folders can lie in one another.
    const byKey = new Map(found.flat().map((uri) => [uriKey(uri), uri]));
    this.#listed = [...byKey.values()];
    return this.#listed;
  }

  /** The diagnostics of one story; undefined when it is in none of the folders or cannot be read. */
  async report(uri: string): Promise<FileReport | undefined> {
    const folder = this.#folderOf(uri);
    if (folder === undefined || !isStoryUri(uri)) return undefined;
    const { rubric, preferences, shown, generation } = await this.#configuration.current(uri, folder);
    const key = uriKey(uri);
    const kept = this.#reports.get(key);
    if (kept !== undefined && kept.generation === generation && this.#watched) return kept;
    try {
      const text = await this.#source.read(uri);
      const reviewed = reviewedStory({ uri, version: null }, parseStory(text), rubric, { defaults: preferences });
      const items = shown.findings ? diagnostics(reviewed, this.#options) : [];
      const same = kept !== undefined && JSON.stringify(kept.items) === JSON.stringify(items);
      const resultId = same ? kept.resultId : `${this.#run}.file.${this.#reviews++}`;
      this.#reports.set(key, { resultId, items, generation });
      return { resultId, items };
    } catch (error) {
      this.#reports.delete(key);
      this.#log.warn(`A story file could not be reviewed. ${reason(error)}`);
      return undefined;
    }
  }

  /** The innermost open folder a file lies in. */
  #folderOf(uri: string): string | undefined {
    const key = uriKey(uri);
    const holding = this.#folders.filter((folder) => key.startsWith(`${uriKey(folder)}/`));
    return holding.sort((a, b) => b.length - a.length)[0];
  }

  async #inFolder(folder: string): Promise<readonly string[]> {
    try {
      return await this.#source.stories(folder);
    } catch (error) {
      this.#log.warn(`A folder could not be searched for stories. ${reason(error)}`);
      return [];
    }
  }
}

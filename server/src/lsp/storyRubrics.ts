import { MessageType, ShowMessageNotification, type Connection } from 'vscode-languageserver';
import type { FoundRubric } from '../config/layPacks.js';
import { builtinRubric } from '../rubric/builtin.js';
import type { Rubric } from '../rubric/index.js';
import type { PositionEncoding } from '../story/index.js';
import { reason, type DiskNames, type FileSource, type Log, type NamedRubrics } from './host.js';
import { OwnRubrics } from './ownRubrics.js';
import { PackDiagnostics } from './packDiagnostics.js';

/** The rubric of each story's folder; one that breaks keeps the last that worked, and is spoken of once. */
export class StoryRubrics {
  readonly #connection: Connection;
  readonly #disk: DiskNames | undefined;
  readonly #log: Log;
  readonly #builtin = builtinRubric();
  readonly #diagnostics: PackDiagnostics;
  /** By the folders it was read from: the last that had no problems. */
  readonly #good = new Map<string, Rubric>();
  /** Rubrics whose problems have been spoken of and are still there. */
  readonly #broken = new Set<string>();
  readonly #folders = new Set<string>();
  #onFolder: (uri: string) => void = () => {};
  #own: OwnRubrics | undefined;
  #trusted = true;
  #encoding: PositionEncoding = 'utf-16';

  constructor(connection: Connection, disk: DiskNames | undefined, log: Log) {
    this.#connection = connection;
    this.#disk = disk;
    this.#log = log;
    this.#diagnostics = new PackDiagnostics(connection);
  }

  /** Reads rubrics there from now on. */
  readFrom(files: FileSource): void {
    this.#own = new OwnRubrics(files, this.#disk);
  }

  /** Without trust no rubric of a workspace is read; the built-in one holds. */
  trust(trusted: boolean): void {
    this.#trusted = trusted;
  }

  /** Counts the places of problems in this from now on. */
  countIn(encoding: PositionEncoding): void {
    this.#encoding = encoding;
  }

  /** Calls `told` with the address of each folder that a rubric is read from, those known already included. */
  onFolder(told: (uri: string) => void): void {
    this.#onFolder = told;
    this.#folders.forEach(told);
  }

  /** Files of a rubric may have changed: the next story reads them anew. */
  changed(): void {
    this.#own?.forget();
  }

  /** True for a file in a folder that a rubric was read from. */
  holds(uri: string): boolean {
    return [...this.#folders].some((folder) => uri.startsWith(`${folder}/`));
  }

  /** The rubric that holds for a document, and the folders it was read from, as a person calls them. Never rejects. */
  async for(uri: string, named: Omit<NamedRubrics, 'encoding'>): Promise<{ readonly rubric: Rubric; readonly folders: readonly string[] }> {
    try {
      const found = await this.#own?.find(uri, { ...named, encoding: this.#encoding }, this.#trusted);
      if (found) return { rubric: this.#keep(found), folders: found.folders.map((folder) => this.#nameOf(folder)) };
    } catch (error) {
      this.#log.error(`A rubric could not be read. ${reason(error)}`);
    }
    return { rubric: this.#builtin, folders: [] };
  }

  /** A path where there is one, else the address. */
  #nameOf(uri: string): string {
    return this.#disk?.pathOf(uri) ?? uri;
  }

  #meet(folder: string): void {
    if (this.#folders.has(folder)) return;
    this.#folders.add(folder);
    this.#onFolder(folder);
  }

  #keep({ rubric, folders, problems }: FoundRubric): Rubric {
    const key = folders.join('\n');
    folders.forEach((folder) => this.#meet(folder));
    this.#diagnostics.show(key, problems);
    if (problems.length === 0) {
      this.#broken.delete(key);
      this.#good.set(key, rubric);
      return rubric;
    }
    const last = this.#good.get(key);
    if (!this.#broken.has(key)) {
      this.#broken.add(key);
      const [first] = problems;
      const held = last ? 'The last version that worked is used.' : 'It is left out until it is mended.';
      const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
      const message = `Your rubric has ${count}. ${held} ${this.#nameOf(first!.file)}:${first!.start.line + 1}: ${first!.message}`;
      // A client may make links of what a pack says, and follow them to its commands.
      void this.#connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: message.replace(/\]\(/g, '] (') });
    }
    return last ?? rubric;
  }
}

import type { Diagnostic } from 'vscode-languageserver';
import { bankStory, Compact, type BankStory } from '../bank/index.js';
import { BROKE_OFF, ownWords } from '../config/reason.js';
import { diagnostics, reviewedInSteps, withoutFindings, type DiagnosticOptions } from '../service/index.js';
import { parseStory, textKey, type PositionEncoding, type Steps, type Story } from '../story/index.js';
import type { Configuration, Held } from './configuration.js';
import { reason, type FileSource, type FoundStories, type Log, type Unread } from './host.js';
import { sayBroken } from './sayOnce.js';
import { Turns, type Courtesy } from './turns.js';
import { isStoryUri, uriKey } from './uris.js';

/** What a story file has, and the id under which the client keeps it. */
export interface FileReport {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

/** What is known of a story file. */
interface Kept {
  readonly generation: number;
  /** The file was written since. */
  readonly stale: boolean;
  /** The key of its text; undefined when it could not be read. */
  readonly text: string | undefined;
  readonly resultId: string;
  /** Its diagnostics as JSON: a tenth of the memory. */
  readonly items: string;
  readonly story: BankStory | undefined;
  /** Why there is no story, in plain words. */
  readonly problem: string | undefined;
}

/** True for a file that holds a story: an empty one is no story yet, and nothing is wrong with it. */
export function isForBank({ notAStory }: Story): boolean {
  return notAStory === undefined;
}

interface Reading {
  readonly generation: number;
  readonly done: Promise<Kept | undefined>;
}

const PROBLEMS = { binary: 'It is not text.', 'too-large': 'It is too large for a story.' };

/** Why a file that was read is no story for the bank, in plain words; undefined for one that is. */
export function problemOf({ notAStory }: Story): string | undefined {
  return notAStory === 'binary' || notAStory === 'too-large' ? PROBLEMS[notAStory] : undefined;
}

/** The story files of the open folders, each read and reviewed again only after it changed: for their diagnostics and for the bank. */
export class StoryFiles {
  readonly #source: FileSource;
  readonly #configuration: Configuration;
  readonly #log: Log;
  readonly #options: DiagnosticOptions;
  readonly #encoding: PositionEncoding;
  readonly #turns: Turns;
  readonly #kept = new Map<string, Kept>();
  readonly #reading = new Map<string, Reading>();
  readonly #compact = new Compact();
  readonly #run = Date.now().toString(36);
  #reviews = 0;
  #folders: readonly string[] = [];
  #listed: Promise<readonly string[]> | undefined;
  #unsearched: readonly Unread[] = [];
  #watched = false;

  constructor(source: FileSource, configuration: Configuration, options: DiagnosticOptions, courtesy: Courtesy, log: Log, encoding: PositionEncoding) {
    this.#source = source;
    this.#configuration = configuration;
    this.#options = options;
    this.#turns = new Turns(courtesy);
    this.#log = log;
    this.#encoding = encoding;
  }

  /** Looks in these folders from now on. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders.map((uri) => uri.replace(/\/+$/, ''));
    this.#listed = undefined;
  }

  /** The open folders. */
  get folders(): readonly string[] {
    return this.#folders;
  }

  /** What was read stays true until {@link changed} says otherwise. */
  setWatched(): void {
    this.#watched = true;
  }

  /** Whether {@link changed} says so when a file is written. */
  get watched(): boolean {
    return this.#watched;
  }

  /** A file was written; with `moved`, it was created or deleted. */
  changed(uri: string, moved: boolean): void {
    const key = uriKey(uri);
    const kept = this.#kept.get(key);
    if (kept !== undefined) this.#kept.set(key, { ...kept, stale: true });
    this.#reading.delete(key);
    if (moved) this.moved();
  }

  /** Files or folders were created, deleted or renamed. */
  moved(): void {
    this.#listed = undefined;
  }

  /** An ignore file was written, created or deleted. */
  ignoredChanged(): void {
    this.#source.forgetIgnored?.();
    this.#listed = undefined;
  }

  /** The addresses of all stories in the folders, in the order of their paths. */
  async list(): Promise<readonly string[]> {
    if (!this.#watched) this.ignoredChanged();
    this.#listed ??= this.#search();
    return this.#listed;
  }

  /** The diagnostics of one story; undefined when it is in none of the folders or cannot be read. */
  async report(uri: string): Promise<FileReport | undefined> {
    const kept = await this.read(uri);
    return kept === undefined || kept.text === undefined ? undefined : { resultId: kept.resultId, items: JSON.parse(kept.items) as Diagnostic[] };
  }

  /** The text of a story as it is in its file now; undefined when it is in none of the folders or there is no such file. Rejects when it cannot be read. */
  async text(uri: string): Promise<string | undefined> {
    return (await this.holds(uri)) ? this.#source.read(uri) : undefined;
  }

  /** True when what is known of a story is what would be read now. */
  isCurrent(uri: string): boolean {
    return this.#known(uriKey(uri), this.#configuration.generation) !== undefined;
  }

  /** What a bank keeps of a story as it was last read; undefined when it has not been read. */
  story(uri: string): BankStory | undefined {
    return this.#kept.get(uriKey(uri))?.story;
  }

  /** What could not be read: folders, and files of these. */
  unread(uris: readonly string[]): Unread[] {
    const files = uris.flatMap((id) => {
      const problem = this.#kept.get(uriKey(id))?.problem;
      return problem === undefined ? [] : [{ id, problem }];
    });
    return [...this.#unsearched, ...files];
  }

  /** True for a story that lies in one of the folders and that no ignore file leaves out. */
  async holds(uri: string): Promise<boolean> {
    return this.covers(uri) && (await this.#source.ignores?.(uri, this.#folderOf(uri))) !== true;
  }

  /** True for a story that lies in one of the folders, left out or not. */
  covers(uri: string): boolean {
    return isStoryUri(uri) && this.#folderOf(uri) !== undefined;
  }

  /** Reads and reviews a story unless that is known already. Never rejects. */
  async read(uri: string): Promise<Kept | undefined> {
    const folder = this.#folderOf(uri);
    if (folder === undefined || !(await this.holds(uri))) return undefined;
    const { generation, ...held } = await this.#configuration.current(uri, folder);
    const key = uriKey(uri);
    const known = this.#known(key, generation) ?? this.#reading.get(key);
    if (known !== undefined && 'text' in known) return known;
    if (known?.generation === generation) return known.done;
    const reading: Reading = { generation, done: this.#readAnew(uri, key, held, generation).then((kept) => this.#keep(key, reading, kept)) };
    this.#reading.set(key, reading);
    return reading.done;
  }

  /** What is known of a file and would be the same if it were read now. */
  #known(key: string, generation: number): Kept | undefined {
    const kept = this.#kept.get(key);
    return kept !== undefined && this.#watched && !kept.stale && kept.generation === generation ? kept : undefined;
  }

  #keep(key: string, reading: Reading, kept: Kept | undefined): Kept | undefined {
    // Written while it was read, it is read again.
    if (this.#reading.get(key) !== reading) return kept;
    this.#reading.delete(key);
    if (kept === undefined) this.#kept.delete(key);
    else this.#kept.set(key, kept);
    return kept;
  }

  async #readAnew(uri: string, key: string, held: Held, generation: number): Promise<Kept | undefined> {
    try {
      const text = await this.#source.read(uri);
      if (text === undefined) return undefined;
      await this.#turns.next();
      const before = this.#kept.get(key);
      const same = before?.generation === generation && before.text === textKey(text);
      if (same) return { ...before, stale: false };
      return (await this.#turns.done(this.#reviewed(uri, text, held, generation, before))).result;
    } catch (error) {
      this.#log.warn(`A story file could not be reviewed. ${reason(error)}`);
      return { generation, stale: false, text: undefined, resultId: '', items: '[]', story: undefined, problem: ownWords(error) ?? BROKE_OFF };
    }
  }

  *#reviewed(uri: string, text: string, { rubric, preferences, shown }: Held, generation: number, before: Kept | undefined): Steps<Kept> {
    const parsed = parseStory(text);
    yield;
    const read = yield* reviewedInSteps({ uri, version: null }, parsed, rubric, { defaults: preferences }, this.#encoding);
    sayBroken(this.#log, read.review.broken);
    const reviewed = shown.findings ? read : withoutFindings(read);
    const items = JSON.stringify(diagnostics(reviewed, this.#options));
    const resultId = before?.items === items && before.text !== undefined ? before.resultId : `${this.#run}.file.${this.#reviews++}`;
    const problem = problemOf(read.review.story);
    const story = isForBank(read.review.story) ? this.#compact.story(bankStory(uri, reviewed.review, rubric)) : undefined;
    return { generation, stale: false, text: textKey(text), resultId, items, story, problem };
  }

  /** The innermost open folder a file lies in. */
  #folderOf(uri: string): string | undefined {
    const key = uriKey(uri);
    const holding = this.#folders.filter((folder) => key.startsWith(`${uriKey(folder)}/`));
    return holding.sort((a, b) => b.length - a.length)[0];
  }

  async #search(): Promise<readonly string[]> {
    const found = await Promise.all(this.#folders.map((folder) => this.#inFolder(folder)));
    this.#unsearched = found.flatMap(({ unread }) => unread);
    // Folders can lie in one another.
    const byKey = new Map(found.flatMap(({ stories }) => stories).map((uri) => [uriKey(uri), uri]));
    for (const key of this.#kept.keys()) if (!byKey.has(key)) this.#kept.delete(key);
    return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, uri]) => uri);
  }

  async #inFolder(folder: string): Promise<FoundStories> {
    try {
      return await this.#source.stories(folder);
    } catch (error) {
      this.#log.warn(`A folder could not be searched for stories. ${reason(error)}`);
      return { stories: [], unread: [{ id: folder, problem: error instanceof Error ? error.message : String(error) }] };
    }
  }
}

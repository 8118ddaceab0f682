import { bankStory, type BankStory } from '../bank/index.js';
import { BROKE_OFF } from '../config/reason.js';
import type { BankContents, ReviewedStory } from '../service/index.js';
import { sameContents } from './bankNews.js';
import type { Clock } from './clock.js';
import type { StoryDocuments } from './documents.js';
import { reason, type Log, type Unread } from './host.js';
import type { ReadingProgress } from './readingProgress.js';
import { errorOnce } from './sayOnce.js';
import { isForBank, problemOf, type StoryFiles } from './storyFiles.js';
import { uriKey } from './uris.js';

/** Files that are read at the same time; they are reviewed one at a time. */
const AT_ONCE = 8;
/** Milliseconds: between two pieces of news while stories are being read, and without a key before an edited story is news. */
const NEWS = { reading: 500, edited: 1000 };

/** What the bank needs of its surroundings. */
export interface BankSurroundings {
  readonly clock: Clock;
  readonly log: Log;
  /** Shows that stories are being read; `stop` ends the reading. */
  progress(stop: () => void): ReadingProgress;
  /** Tells the client that there is news. */
  tell(): void;
}

/**
 * The stories of the open folders: open ones as they are in the editor, the others as they are on disk. Nothing is read until
 * somebody asks; from then on it is kept up to date. The client is told once that there is news, and again after it has asked.
 */
export class Bank {
  readonly #files: StoryFiles;
  readonly #documents: StoryDocuments;
  readonly #around: BankSurroundings;
  readonly #open = new WeakMap<ReviewedStory, BankStory>();
  #asked = false;
  /** The last answer to somebody who is told of news. */
  #given: BankContents | undefined;
  /** What was given is no longer true whatever the stories say: the rubric or the profile may be another. */
  #void = false;
  /** The client knows that there is news. */
  #told = false;
  #reading: Promise<void> | undefined;
  /** There is something to read. */
  #due = true;
  #stopped = false;
  #complete = false;
  /** Milliseconds the last answer took to make. */
  #cost = 0;
  #listed: readonly string[] = [];
  #version = 0;
  #known: { readonly version: number; readonly contents: BankContents } | undefined;
  #stopWaiting: (() => void) | undefined;

  constructor(files: StoryFiles, documents: StoryDocuments, around: BankSurroundings) {
    this.#files = files;
    this.#documents = documents;
    this.#around = around;
  }

  /** All stories. A reading that was stopped goes on; stopped again, this is what was read. */
  async all(): Promise<BankContents> {
    this.#asked = true;
    if (this.#mayBeOld()) await this.#read();
    return this.#contents();
  }

  /** What is known after so many milliseconds at most, to be asked for again when there is news. A reading that was stopped goes on, unless this asks for the news of that. */
  async soon(milliseconds: number): Promise<BankContents> {
    this.#asked = true;
    const wanted = this.#told ? this.#reading !== undefined : this.#mayBeOld();
    this.#told = false;
    if (wanted) await this.#within(milliseconds, this.#read());
    this.#given = await this.#contents();
    this.#void = false;
    return this.#given;
  }

  /** An answer took so many milliseconds to make: the dearer they are, the more rarely there is news while stories are being read. */
  took(milliseconds: number): void {
    this.#cost = milliseconds;
  }

  /** Files or folders have changed. */
  changed(): void {
    this.#due = true;
    this.#version++;
    if (this.#asked && !this.#stopped) this.#inBackground(this.#read());
  }

  /** What stories are judged by may have changed. */
  refreshed(): void {
    this.#void = true;
    this.changed();
  }

  /** A story was opened, or edited in the editor. */
  edited(uri: string): void {
    if (!this.#asked || !this.#files.covers(uri)) return;
    this.#version++;
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.#lookForNews(NEWS.edited);
  }

  #mayBeOld(): boolean {
    return this.#reading !== undefined || this.#due || !this.#files.watched;
  }

  #read(): Promise<void> {
    this.#reading ??= this.#readAll().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  async #readAll(): Promise<void> {
    this.#stopped = false;
    // A few files that are read again leave the bank what it was until they are.
    if (this.#void) this.#complete = false;
    let stop = (): void => {};
    const stopped = new Promise<void>((resolve) => (stop = resolve));
    const progress = this.#around.progress(() => {
      this.#stopped = true;
      stop();
    });
    try {
      // Whoever serves a file may never answer: stopping ends it all the same.
      await Promise.race([this.#readDue(progress), stopped]);
    } finally {
      progress.end();
    }
    this.#due = this.#stopped;
    this.#complete = !this.#stopped;
    this.#version++;
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    this.#inBackground(this.#tellNews());
  }

  async #readDue(progress: ReadingProgress): Promise<void> {
    do {
      this.#due = false;
      this.#listed = await this.#files.list();
      const open = await this.#openUris();
      await this.#readThese(this.#listed.filter((uri) => !open.has(uriKey(uri)) && !this.#files.isCurrent(uri)), progress);
    } while (this.#due && !this.#stopped);
  }

  async #readThese(uris: readonly string[], progress: ReadingProgress): Promise<void> {
    let [next, done] = [0, 0];
    const worker = async (): Promise<void> => {
      while (next < uris.length && !this.#stopped) {
        await this.#files.read(uris[next++]!);
        progress.report(++done, uris.length);
        this.#version++;
        this.#lookForNews(Math.max(NEWS.reading, 5 * this.#cost));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async #contents(): Promise<BankContents> {
    const version = this.#version;
    if (this.#known?.version === version) return this.#known.contents;
    const unread: Unread[] = [];
    const open = await this.#openStories(unread);
    const closed = this.#listed.filter((uri) => !open.has(uriKey(uri)));
    const stories = [...open.values(), ...closed.map((uri) => this.#files.story(uri))].filter((story) => story !== undefined);
    const keys = new Map(stories.map((story) => [story, uriKey(story.id)]));
    stories.sort((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : 1));
    const contents = { stories, unread: [...this.#files.unread(closed), ...unread], complete: this.#complete };
    this.#known = { version, contents };
    return contents;
  }

  /** The open stories by key, spelled as their files are; undefined for one that is no story; what could not be read is then in `unread`. */
  async #openStories(unread: Unread[]): Promise<Map<string, BankStory | undefined>> {
    const files = new Map(this.#listed.map((uri) => [uriKey(uri), uri]));
    const stories = new Map<string, BankStory | undefined>();
    for (const [key, uri] of await this.#openUris()) {
      const reviewed = (await this.#documents.review(uri))?.reviewed;
      if (reviewed === undefined) continue;
      const id = files.get(key) ?? uri;
      const problem = problemOf(reviewed.review.story);
      if (problem !== undefined) unread.push({ id, problem });
      try {
        const story = this.#open.get(reviewed) ?? bankStory(id, reviewed.review, reviewed.rubric);
        this.#open.set(reviewed, story);
        stories.set(key, isForBank(reviewed.review.story) ? story : undefined);
      } catch (error) {
        errorOnce(this.#around.log, `An open story could not be put into the bank. ${reason(error)}`);
        stories.set(key, undefined);
        unread.push({ id, problem: BROKE_OFF });
      }
    }
    return stories;
  }

  /** The open stories of the folders, by key. */
  async #openUris(): Promise<Map<string, string>> {
    const uris = this.#documents.text.keys();
    const held = await Promise.all(uris.map((uri) => this.#files.holds(uri)));
    return new Map(uris.filter((_, i) => held[i]).map((uri) => [uriKey(uri), uri]));
  }

  #lookForNews(milliseconds: number): void {
    this.#stopWaiting ??= this.#around.clock.after(milliseconds, () => {
      this.#stopWaiting = undefined;
      this.#inBackground(this.#tellNews());
    });
  }

  async #tellNews(): Promise<void> {
    if (this.#told || this.#given === undefined) return;
    const contents = await this.#contents();
    if (this.#told || (!this.#void && sameContents(this.#given, contents))) return;
    this.#told = true;
    this.#around.tell();
  }

  async #within(milliseconds: number, work: Promise<void>): Promise<void> {
    let stopWaiting = (): void => {};
    const late = new Promise<void>((resolve) => (stopWaiting = this.#around.clock.after(milliseconds, resolve)));
    await Promise.race([work, late]);
    stopWaiting();
  }

  /** A failure is a line in the log; unhandled, it would end the server. */
  #inBackground(work: Promise<void>): void {
    work.catch((error: unknown) => this.#around.log.error(`The stories could not be kept up to date. ${reason(error)}`));
  }
}

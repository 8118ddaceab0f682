import { TextDocuments, type Connection, type TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Shown } from '../config/editorSettings.js';
import { ReviewMemory } from '../review/index.js';
import { reviewedStory, withoutFindings, type ReviewedStory } from '../service/index.js';
import { parseStory, StoryMemory, type PositionEncoding, type Story } from '../story/index.js';
import type { Configuration } from './configuration.js';
import { EncodedDocument } from './encodedDocument.js';
import { reason, type Log } from './host.js';
import { errorOnce, sayBroken } from './sayOnce.js';
import { isMarkdown, isOwnDocument, isStoryUri } from './uris.js';

/** A review and what tells it from every other one this server has made. */
export interface OpenReview {
  readonly reviewed: ReviewedStory;
  readonly resultId: string;
  readonly shown: Shown;
}

/** What is known of one open document at one version. */
interface Cached {
  readonly version: number;
  /** Undefined for a document that is no story. */
  readonly story: Story | undefined;
  generation?: number;
  /** Undefined when the review failed. */
  review?: OpenReview | undefined;
}

/** The open stories, each version read and reviewed once. */
export class StoryDocuments {
  readonly text: TextDocuments<TextDocument>;
  readonly #configuration: Configuration;
  readonly #log: Log;
  readonly #cache = new Map<string, Cached>();
  /** What the last version of each open story has left to the next, for as long as it is open. */
  readonly #memories = new Map<string, { readonly read: StoryMemory; readonly reviewed: ReviewMemory }>();
  // A result id must mean nothing to the server that follows this one.
  readonly #run = Date.now().toString(36);
  #reviews = 0;
  #encoding: PositionEncoding = 'utf-16';

  /** `onChange` is told of every change before it is made. */
  constructor(configuration: Configuration, log: Log, onChange: (document: TextDocument, changes: TextDocumentContentChangeEvent[]) => void) {
    this.text = new TextDocuments({
      create: (...text) => {
        const document = TextDocument.create(...text);
        return this.#encoding === 'utf-16' ? document : new EncodedDocument(document, this.#encoding);
      },
      update: (document, changes, version) => {
        onChange(document, changes);
        // A client may count its versions badly: what was read of the text before is not asked for again.
        this.#cache.delete(document.uri);
        if (!(document instanceof EncodedDocument)) return TextDocument.update(document, changes, version);
        document.update(changes, version);
        return document;
      },
    });
    this.#configuration = configuration;
    this.#log = log;
  }

  /** Counts characters in this from now on, before anything is open. */
  countIn(encoding: PositionEncoding): void {
    this.#encoding = encoding;
  }

  /** What the client counts characters in. */
  get encoding(): PositionEncoding {
    return this.#encoding;
  }

  /** Starts to follow what the editor opens, changes and closes. */
  listen(connection: Connection): void {
    this.text.listen(connection);
    // Opened again, a document may start over with a version it has had.
    this.text.onDidOpen(({ document }) => this.#cache.delete(document.uri));
    this.text.onDidClose(({ document }) => {
      this.#cache.delete(document.uri);
      this.#memories.delete(document.uri);
      this.#configuration.forget(document.uri);
    });
  }

  /** The review of an open story's newest text; undefined when it is closed or no story. */
  async review(uri: string): Promise<OpenReview | undefined> {
    if (this.#read(uri)?.story === undefined) return undefined;
    const { rubric, preferences, shown, generation } = await this.#configuration.current(uri);
    // The text may have changed while the editor was asked.
    const cached = this.#read(uri);
    const document = this.text.get(uri);
    if (cached?.story === undefined || document === undefined) return undefined;
    if (cached.generation === generation) return cached.review;
    cached.generation = generation;
    cached.review = undefined;
    try {
      const reviewed = reviewedStory(document, cached.story, rubric, { defaults: preferences }, this.#encoding, this.#memoryOf(uri).reviewed);
      sayBroken(this.#log, reviewed.review.broken);
      cached.review = { reviewed: shown.findings ? reviewed : withoutFindings(reviewed), resultId: `${this.#run}.${this.#reviews++}`, shown };
    } catch (error) {
      errorOnce(this.#log, `A story could not be reviewed. ${reason(error)}`);
    }
    return cached.review;
  }

  /** Says what broke off while something was drawn from a review, once each. */
  sayBroken({ review }: ReviewedStory): void {
    sayBroken(this.#log, review.broken);
  }

  #read(uri: string): Cached | undefined {
    const document = this.text.get(uri);
    if (document === undefined || !isOwnDocument(uri)) return undefined;
    const known = this.#cache.get(uri);
    if (known?.version === document.version) return known;
    const read: Cached = { version: document.version, story: this.#story(document) };
    this.#cache.set(uri, read);
    return read;
  }

  #memoryOf(uri: string): { readonly read: StoryMemory; readonly reviewed: ReviewMemory } {
    const known = this.#memories.get(uri) ?? { read: new StoryMemory(), reviewed: new ReviewMemory() };
    this.#memories.set(uri, known);
    return known;
  }

  #story(document: TextDocument): Story | undefined {
    const named = isStoryUri(document.uri);
    if (!named && !isMarkdown(document.uri, document.languageId)) return undefined;
    const text = document.getText();
    // Plain Markdown is by far the most there is: only front matter can make it a story.
    if (!named && !/^\uFEFF?---\s*[\r\n]/.test(text)) return undefined;
    try {
      const story = parseStory(text, this.#memoryOf(document.uri).read);
      return named || story.frontMatter?.star === true ? story : undefined;
    } catch (error) {
      errorOnce(this.#log, `A story could not be read. ${reason(error)}`);
      return undefined;
    }
  }
}

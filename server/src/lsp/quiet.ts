import type { CodeAction, Command, SnippetTextEdit, TextDocumentContentChangeEvent, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../review/types.js';
import { moved, movedRange, numberedFindings, settled, shown, steady, type NumberedFinding, type ReviewedStory, type ShownFinding } from '../service/index.js';
import { writtenAt } from '../story/index.js';
import type { Clock } from './clock.js';
import { offeredKeys, typedEdit } from './typing.js';

/** Milliseconds without a key after which a sentence counts as written. */
const PAUSE = 1000;

/** What a person sees of one open story, and where they are writing in it. */
interface Shown {
  review: ReviewedStory | undefined;
  findings: readonly ShownFinding[];
  /** The newest review, its findings kept in place, and how many keys were pressed since. */
  newest: readonly ShownFinding[];
  keys: number;
  /** Where the last key was pressed; undefined when nothing is being written. */
  cursor: number | undefined;
  /** Where the sentence begins that is being written. */
  start: number | undefined;
  /** True when the person sees something else than the newest review. */
  withholds: boolean;
  /** False once more than a key has changed the text: until its next review, nobody knows where the findings stand. */
  placed: boolean;
  /** Edits that were offered for the text as it is. */
  offered: ReadonlySet<string>;
  stopWaiting: () => void;
}

/** Findings to publish, and whether they are other than the review's. */
export interface Published {
  readonly findings: readonly NumberedFinding[];
  readonly withholds: boolean;
}

/**
 * Holds back what the sentence under the cursor makes the review say, until it is written: typing pauses, goes on in another
 * sentence, or the story is saved. Only for clients that can be told later.
 */
export class Quiet {
  readonly #clock: Clock;
  readonly #onSettled: (uri: string) => void;
  readonly #stories = new Map<string, Shown>();
  #enabled = false;

  constructor(clock: Clock, onSettled: (uri: string) => void) {
    this.#clock = clock;
    this.#onSettled = onSettled;
  }

  /** From now on findings are held back. */
  enable(): void {
    this.#enabled = true;
  }

  /** Takes note of a change, before it is made. */
  changed(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): void {
    const story = this.#stories.get(document.uri);
    if (story === undefined) return;
    const edit = typedEdit(document, changes, story.cursor);
    const offered = changes.length === 1 && offeredKeys(changes).some((key) => story.offered.has(key));
    story.offered = new Set();
    if (edit === undefined || offered) {
      stop(story);
      story.placed = false;
    } else if (story.placed) this.#typed(document.uri, story, edit);
  }

  /** Takes note of the edits that were offered: one of them is no typing, however small. */
  offered(uri: string, actions: readonly (CodeAction | Command)[]): void {
    const story = this.#stories.get(uri);
    if (story === undefined) return;
    const edits = actions.flatMap((action) => ('edit' in action ? editsOf(action.edit) : []));
    story.offered = new Set(offeredKeys(edits));
  }

  /** The findings of the newest review that are to be published now. */
  publish(reviewed: ReviewedStory): Published {
    const now = numberedFindings(reviewed.review);
    if (!this.#enabled) return { findings: now, withholds: false };
    const story = this.#stories.get(reviewed.uri) ?? fresh();
    this.#stories.set(reviewed.uri, story);
    if (story.review === reviewed && story.cursor !== undefined) return story;
    story.review = reviewed;
    story.placed = true;
    const before = story.cursor === undefined ? undefined : this.#whileWriting(story, reviewed, now, story.cursor);
    story.findings = before ?? shown(now);
    story.newest = shown(now);
    story.keys = 0;
    story.withholds = story.findings.length !== now.length || story.findings.some(({ missed }) => missed > 0);
    return story;
  }

  /** What is written is judged from now on. */
  settle(uri: string): void {
    const story = this.#stories.get(uri);
    if (story === undefined) return;
    stop(story);
    if (!story.withholds) return;
    story.withholds = false;
    this.#onSettled(uri);
  }

  /** Nothing is being written in any story any more. */
  settleAll(): void {
    for (const story of this.#stories.values()) stop(story);
  }

  /** Forgets a story that was closed, or opened anew with another text. */
  forget(uri: string): void {
    this.#stories.get(uri)?.stopWaiting();
    this.#stories.delete(uri);
  }

  #typed(uri: string, story: Shown, edit: Edit): void {
    story.findings = moved(story.findings, edit);
    story.newest = moved(story.newest, edit);
    story.keys++;
    if (story.start !== undefined && edit.start < story.start) story.start = movedRange({ start: story.start, end: story.start }, edit).start;
    story.cursor = edit.start + edit.newText.length;
    story.stopWaiting();
    story.stopWaiting = this.#clock.after(PAUSE, () => this.settle(uri));
  }

  #whileWriting(story: Shown, { review }: ReviewedStory, now: readonly NumberedFinding[], cursor: number): readonly ShownFinding[] {
    const written = writtenAt(review.story, cursor);
    const space = /\s/.test(review.story.text.charAt(cursor - 1));
    const start = story.start !== undefined && space ? story.start : written.start;
    const elsewhere = story.start !== undefined && story.start !== start;
    story.start = start;
    // Only the review of the text just before this key has the sentence that was left as it was left.
    const before = elsewhere && story.keys === 1 ? settled(story.findings, story.newest, now) : story.findings;
    return steady(before, now, { start: Math.min(start, written.start), end: written.end });
  }
}

function fresh(): Shown {
  return { review: undefined, findings: [], newest: [], keys: 0, cursor: undefined, start: undefined, withholds: false, placed: false, offered: new Set(), stopWaiting: () => {} };
}

function stop(story: Shown): void {
  story.stopWaiting();
  story.cursor = undefined;
  story.start = undefined;
}

/** The edits of texts, in either of the ways that a client takes them. */
function editsOf({ documentChanges = [], changes = {} }: WorkspaceEdit = {}): (TextEdit | SnippetTextEdit)[] {
  return [...documentChanges.flatMap((change) => ('edits' in change ? change.edits : [])), ...Object.values(changes).flat()];
}

import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { StoryDocuments } from './documents.js';
import type { OpenDiagnostics } from './openDiagnostics.js';
import type { FileReport, StoryFiles } from './storyFiles.js';
import { uriKey } from './uris.js';

/** The result id of a story that is not there any more. */
const GONE = 'gone';

/** Answers `workspace/diagnostic`: the stories of the open folders, whether open or not. */
export class WorkspaceDiagnostics {
  readonly #files: StoryFiles;
  readonly #documents: StoryDocuments;
  readonly #open: OpenDiagnostics;
  /** True when the client tells of changed files, so that a request may wait for one. */
  #mayWait = false;
  readonly #waiting = new Set<() => void>();
  #changes = 0;

  constructor(files: StoryFiles, documents: StoryDocuments, open: OpenDiagnostics) {
    this.#files = files;
    this.#documents = documents;
    this.#open = open;
  }

  /** From now on a request with nothing new to answer waits until something changes. */
  allowWaiting(): void {
    this.#mayWait = true;
  }

  /** Something changed: waiting requests look again. */
  changed(): void {
    this.#changes++;
    for (const wake of this.#waiting) wake();
  }

  /** The diagnostics of a closed story as it is on disk; undefined when it is in no open folder. */
  async closedFile(uri: string): Promise<FileReport | undefined> {
    return this.#files.report(uri);
  }

  /**
   * The stories whose diagnostics differ from what the client has, and the ids of the others. A
   * cancelled request is answered empty: clients that poll count errors and give up.
   */
  async report(previous: readonly PreviousResultId[], token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    // Who knows nothing yet gets what lies there now, whatever a watcher of files has still to tell.
    if (previous.length === 0) this.#files.moved();
    for (;;) {
      const changes = this.#changes;
      const items = await this.#items(previous, token);
      if (token.isCancellationRequested) return { items: [] };
      const news = items.some((item) => item.kind === DocumentDiagnosticReportKind.Full);
      if (news || !this.#mayWait || previous.length === 0) return { items };
      if (changes === this.#changes) await this.#nextChange(token);
    }
  }

  async #items(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    const known = new Map(previous.map(({ uri, value }) => [uriKey(uri), { uri, value }]));
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const open = new Set<string>();
    for (const uri of this.#documents.text.keys()) {
      open.add(uriKey(uri));
      const report = await this.#open.report(uri);
      if (report === undefined) continue;
      items.push(entry(uri, report.version, report.resultId, known.get(uriKey(uri))?.value, () => report.items()));
    }
    for (const uri of await this.#files.list()) {
      if (token.isCancellationRequested) return [];
      if (open.has(uriKey(uri))) continue;
      const report = await this.#files.report(uri);
      if (report === undefined) continue;
      items.push(entry(uri, null, report.resultId, known.get(uriKey(uri))?.value, () => report.items));
    }
    const present = new Set(items.map(({ uri }) => uriKey(uri)));
    for (const [key, { uri, value }] of known) {
      if (!present.has(key)) items.push(entry(uri, null, GONE, value, () => []));
    }
    return items;
  }

  /** Resolves when something changes or the client no longer waits. */
  async #nextChange(token: CancellationToken): Promise<void> {
    await new Promise<void>((resolve) => {
      const done = (): void => {
        this.#waiting.delete(done);
        resolve();
      };
      this.#waiting.add(done);
      token.onCancellationRequested(done);
    });
  }
}

function entry(
  uri: string,
  version: number | null,
  resultId: string,
  previous: string | undefined,
  items: () => Diagnostic[],
): WorkspaceDocumentDiagnosticReport {
  if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, uri, version, resultId, items: items() };
}

import type { Connection } from 'vscode-languageserver';
import type { StoryDocuments } from './documents.js';
import { reason } from './host.js';
import type { OpenDiagnostics } from './openDiagnostics.js';
import { arrived } from './turns.js';

/** Sends diagnostics to a client that cannot ask for them. */
export class PushDiagnostics {
  readonly #connection: Connection;
  readonly #documents: StoryDocuments;
  readonly #open: OpenDiagnostics;
  readonly #waiting = new Set<string>();
  /** Documents the client shows something for. */
  readonly #published = new Set<string>();

  constructor(connection: Connection, documents: StoryDocuments, open: OpenDiagnostics) {
    this.#connection = connection;
    this.#documents = documents;
    this.#open = open;
  }

  /** Publishes for every open document from now on, and takes back what it said when one closes. */
  listen(): void {
    this.#documents.text.onDidChangeContent(({ document }) => this.#schedule(document.uri));
    this.#documents.text.onDidClose(({ document }) => this.#inBackground(this.#clear(document.uri)));
  }

  /** Publishes anew for every open document, or for one. */
  refresh(uris: Iterable<string> = this.#documents.text.keys()): void {
    for (const uri of uris) this.#schedule(uri);
  }

  /** Waits for the messages that have already arrived, so that a burst of changes is one review. */
  #schedule(uri: string): void {
    if (this.#waiting.has(uri)) return;
    this.#waiting.add(uri);
    this.#inBackground(
      arrived().then(() => {
        this.#waiting.delete(uri);
        return this.#publish(uri);
      }),
    );
  }

  async #publish(uri: string): Promise<void> {
    const report = await this.#open.report(uri);
    const document = this.#documents.text.get(uri);
    if (document === undefined) return;
    if (report === undefined) return this.#clear(uri);
    if (report.version !== document.version) return;
    this.#published.add(uri);
    await this.#connection.sendDiagnostics({ uri, version: document.version, diagnostics: report.items() });
  }

  async #clear(uri: string): Promise<void> {
    if (this.#published.delete(uri)) await this.#connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** A failure to send is a line in the log; unhandled, it would end the server. */
  #inBackground(sending: Promise<void>): void {
    sending.catch((error: unknown) => {
      this.#connection.console.error(`Diagnostics could not be sent. ${reason(error)}`);
    });
  }
}

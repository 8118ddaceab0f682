import * as vscode from 'vscode';
import { BANK_CHANGED, REVIEWS_CHANGED, TRUST_NOTIFICATION } from '../../server/src/lsp/protocol.js';
import type { QuietClient } from './languageClient.js';
import type { StartServer } from './serverPort.js';
import { storySchemes } from './stories.js';
import { readStoriesFor } from './storyReader.js';

const RESTARTS = 3;
const WITHIN_MS = 3 * 60 * 1000;

/** The language server's life: started when first needed, restarted when it stops, at most a few times. */
export class StoryServer implements vscode.Disposable {
  readonly #startServer: StartServer;
  readonly #bankChanged = new vscode.EventEmitter<void>();
  #client: QuietClient | undefined;
  #starting: Promise<QuietClient> | undefined;
  #output: vscode.LogOutputChannel | undefined;
  #stops: number[] = [];
  /** The file systems whose stories the running client looks after. */
  #schemes: readonly string[] = [];
  readonly #folders = vscode.workspace.onDidChangeWorkspaceFolders(() => this.#meetSchemes());
  #wasUp = false;
  readonly #reviewsChanged = new vscode.EventEmitter<void>();

  /** Every story may be judged otherwise now: by another rubric, folder file or setting. */
  readonly onReviewsChanged = this.#reviewsChanged.event;

  /** A story of the bank has changed, more of it has been read, or a fresh server reads it anew. */
  readonly onBankChanged = this.#bankChanged.event;

  constructor(start: StartServer) {
    this.#startServer = start;
  }

  /** The running client; starts it the first time. Undefined when it cannot start, which has then been said. */
  async running(): Promise<QuietClient | undefined> {
    this.#starting ??= this.#start();
    try {
      return await this.#starting;
    } catch (error) {
      this.#starting = undefined;
      this.output.error(error instanceof Error ? error : String(error));
      this.#sayItCannotRun(vscode.l10n.t('Starwright could not start its language server.'));
      return undefined;
    }
  }

  /** The server's answer; undefined when there is none, which has then been said. */
  async ask<Answer>(method: string, params: object): Promise<Answer | undefined> {
    const client = await this.running();
    try {
      return await client?.sendRequest<Answer>(method, params);
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error));
      this.#sayItCannotRun(vscode.l10n.t('The Starwright language server did not answer.'));
      return undefined;
    }
  }

  /** The server's answer to what nobody asked for: undefined, and not a word about it, when there is none. Starts no server. */
  async peek<Answer>(method: string, params: object): Promise<Answer | undefined> {
    try {
      return await (await this.#starting)?.sendRequest<Answer>(method, params);
    } catch {
      return undefined;
    }
  }

  /** The workspace has come to be trusted: its own rubric may be read. */
  async trusted(): Promise<void> {
    await this.#client?.sendNotification(TRUST_NOTIFICATION);
  }

  /** Stops the server, if there is one, and starts a fresh one. */
  async restart(): Promise<void> {
    this.#stops = [];
    await this.#stop();
    await this.running();
  }

  get output(): vscode.LogOutputChannel {
    this.#output ??= vscode.window.createOutputChannel('Starwright', { log: true });
    return this.#output;
  }

  async dispose(): Promise<void> {
    this.#folders.dispose();
    await this.#stop();
    this.#bankChanged.dispose();
    this.#reviewsChanged.dispose();
    this.#output?.dispose();
  }

  async #start(): Promise<QuietClient> {
    // The language client is most of the extension: whoever has Markdown open, and no story, does not wait for it.
    const { QuietClient } = await import('./languageClient.js');
    this.#schemes = storySchemes();
    this.#client = new QuietClient(this.#startServer, this.#schemes, this.output, { running: () => this.#bankChanged.fire(), closed: () => this.#closed() });
    this.#client.onNotification(BANK_CHANGED, () => this.#bankChanged.fire());
    readStoriesFor(this.#client);
    this.#client.onNotification(REVIEWS_CHANGED, () => this.#reviewsChanged.fire());
    this.#wasUp = false;
    await this.#client.start();
    this.#wasUp = true;
    return this.#client;
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#starting = undefined;
    try {
      await client?.dispose();
    } catch {
      // A server that is gone, or never came up, has nothing left to stop.
    }
  }

  /** A client cannot be told of more file systems once it runs. */
  #meetSchemes(): void {
    if (this.#client !== undefined && storySchemes().some((scheme) => !this.#schemes.includes(scheme))) void this.restart();
  }

  /** True when the server is to be started again. */
  #closed(): boolean {
    // A server that never came up is reported by whoever waits for it.
    if (!this.#wasUp) return false;
    const now = Date.now();
    this.#stops = [...this.#stops.filter((stop) => now - stop < WITHIN_MS), now];
    if (this.#stops.length <= RESTARTS) return true;
    this.#starting = undefined;
    this.#sayItCannotRun(vscode.l10n.t('The Starwright language server keeps stopping.'));
    return false;
  }

  #sayItCannotRun(what: string): void {
    const restart = vscode.l10n.t('Restart');
    const showOutput = vscode.l10n.t('Show Output');
    void vscode.window.showErrorMessage(what, restart, showOutput).then((choice) => {
      if (choice === restart) void this.restart();
      if (choice === showOutput) this.output.show();
    });
  }
}

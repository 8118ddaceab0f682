import * as vscode from 'vscode';
import { BANK_CHANGED, REVIEWS_CHANGED, TRUST_NOTIFICATION } from '../../server/src/lsp/protocol.js';
import type { QuietClient } from './languageClient.js';
import type { StartServer } from './serverPort.js';
import { storySchemes } from './stories.js';
import { readStoriesFor } from './storyReader.js';

/** A server that stopped by itself is started anew so many times in a while; at the next stop a person is asked. */
const RESTARTS = 4;
const WITHIN_MS = 3 * 60 * 1000;

/** The language server's life: started when first needed, restarted when it stops, at most a few times. */
export class StoryServer implements vscode.Disposable {
  readonly #startServer: StartServer;
  readonly #bankChanged = new vscode.EventEmitter<void>();
  /** The newest one, up or not. */
  #client: QuietClient | undefined;
  #starting: Promise<QuietClient> | undefined;
  #output: vscode.LogOutputChannel | undefined;
  #stops: number[] = [];
  /** Grows when a person, or VS Code, ends what there is: what was begun before that is void. */
  #life = 0;
  /** It stopped too often: it is not started again before a person says so. */
  #gaveUp = false;
  #over = false;
  #wasUp = false;
  /** A message stands that says what goes wrong. */
  #saying: Thenable<unknown> | undefined;
  /** The file systems whose stories the running client looks after. */
  #schemes: readonly string[] = [];
  readonly #folders = vscode.workspace.onDidChangeWorkspaceFolders(() => this.#meetSchemes());
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
    if (this.#gaveUp) this.#sayItKeepsStopping();
    if (this.#gaveUp || this.#over) return undefined;
    const life = this.#life;
    const starting = (this.#starting ??= this.#startPatiently());
    try {
      return await starting;
    } catch (error) {
      if (life !== this.#life) return this.running();
      if (this.#starting !== starting) return undefined;
      this.#starting = undefined;
      this.output.error(error instanceof Error ? error : String(error));
      if (this.#wasUp) this.#giveUp();
      else this.#sayItCannotRun(vscode.l10n.t('Starwright could not start its language server.'));
      return undefined;
    }
  }

  /** The server's answer; undefined when there is none, which has then been said. */
  async ask<Answer>(method: string, params: object): Promise<Answer | undefined> {
    for (let nth = 1; ; nth++) {
      const client = await this.running();
      try {
        return await client?.sendRequest<Answer>(method, params);
      } catch (error) {
        // A server that stopped in the middle of it has a successor.
        if (client !== this.#client && nth === 1) continue;
        this.output.error(error instanceof Error ? error : String(error));
        this.#sayItCannotRun(vscode.l10n.t('The Starwright language server did not answer.'));
        return undefined;
      }
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
    this.#gaveUp = false;
    this.#saying = undefined;
    await this.#stop();
    await this.running();
  }

  get output(): vscode.LogOutputChannel {
    this.#output ??= vscode.window.createOutputChannel('Starwright', { log: true });
    return this.#output;
  }

  async dispose(): Promise<void> {
    this.#over = true;
    this.#folders.dispose();
    await this.#stop();
    this.#bankChanged.dispose();
    this.#reviewsChanged.dispose();
    this.#output?.dispose();
  }

  /** A server that stops before it is up has been unlucky, up to a point. */
  async #startPatiently(): Promise<QuietClient> {
    const life = this.#life;
    for (;;) {
      try {
        return await this.#start();
      } catch (error) {
        if (life !== this.#life || !this.#mayStartAgain()) throw error;
      }
    }
  }

  /** A client that has once stopped is never started again: a fresh one cannot be confused by what became of its server. */
  async #start(): Promise<QuietClient> {
    // The language client is most of the extension: whoever has Markdown open, and no story, does not wait for it.
    const { QuietClient } = await import('./languageClient.js');
    let [up, gone] = [false, false];
    const closed = (): void => {
      gone = true;
      if (up) this.#stoppedByItself(client);
    };
    this.#schemes = storySchemes();
    const client = new QuietClient(this.#startServer, this.#schemes, this.output, { running: () => this.#bankChanged.fire(), closed });
    this.#client = client;
    client.onNotification(BANK_CHANGED, () => this.#bankChanged.fire());
    readStoriesFor(client);
    client.onNotification(REVIEWS_CHANGED, () => this.#reviewsChanged.fire());
    await client.start();
    if (gone) throw new Error(vscode.l10n.t('The language server stopped while it was being started.'));
    up = true;
    this.#wasUp = true;
    return client;
  }

  async #stop(): Promise<void> {
    this.#life++;
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

  #stoppedByItself(client: QuietClient): void {
    if (client !== this.#client) return;
    this.#client = undefined;
    this.#starting = undefined;
    if (this.#mayStartAgain()) void this.running();
    else this.#giveUp();
  }

  #giveUp(): void {
    this.#gaveUp = true;
    this.#sayItKeepsStopping();
  }

  /** Notes that a server has stopped; false when that has happened too often of late. */
  #mayStartAgain(): boolean {
    const now = Date.now();
    this.#stops = [...this.#stops.filter((stop) => now - stop < WITHIN_MS), now];
    return this.#stops.length <= RESTARTS;
  }

  #sayItKeepsStopping(): void {
    this.#sayItCannotRun(vscode.l10n.t('The Starwright language server keeps stopping.'));
  }

  /** One message at a time: what else goes wrong because of the same thing is in the output. */
  #sayItCannotRun(what: string): void {
    if (this.#saying !== undefined) return;
    const restart = vscode.l10n.t('Restart');
    const showOutput = vscode.l10n.t('Show Output');
    const saying = vscode.window.showErrorMessage(what, restart, showOutput);
    this.#saying = saying;
    void saying.then((choice) => {
      if (this.#saying === saying) this.#saying = undefined;
      if (choice === restart) void this.restart();
      if (choice === showOutput) this.output.show();
    });
  }
}

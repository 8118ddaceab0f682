import * as vscode from 'vscode';
import { BANK_REQUEST, type BankOverview } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';

/** Milliseconds for which changes are gathered before the bank is asked for again. */
const SETTLED = 200;
/** What the welcome of an empty view depends on. */
const CONTEXT = 'starwright.bank';

/** The person's stories as the server last told them: one answer for every view, asked for only while one is looked at. */
export class Bank implements vscode.Disposable {
  readonly #server: StoryServer;
  readonly #changed = new vscode.EventEmitter<BankOverview>();
  readonly #viewers = new Set<() => boolean>();
  readonly #listeners: vscode.Disposable[];
  #overview: BankOverview | undefined;
  #asking: Promise<BankOverview | undefined> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stale = false;

  /** There is a new overview. */
  readonly onDidChange = this.#changed.event;

  constructor(server: StoryServer) {
    this.#server = server;
    this.#listeners = [
      server.onBankChanged(() => this.refresh()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.refresh()),
    ];
  }

  /** The overview; asks for it the first time, and starts the server for that. Undefined where no folder is open, or there is no answer. */
  async overview(): Promise<BankOverview | undefined> {
    return this.#overview ?? this.#ask();
  }

  /** The overview as it is known. */
  get known(): BankOverview | undefined {
    return this.#overview;
  }

  /** Keeps the overview fresh while `looks` says that somebody looks at it. */
  watchedWhile(looks: () => boolean): vscode.Disposable {
    this.#viewers.add(looks);
    return new vscode.Disposable(() => this.#viewers.delete(looks));
  }

  /** Asks again soon, if anybody looks; else when somebody does. Many calls in a row are one. */
  refresh(): void {
    this.#stale = true;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.lookedAt();
    }, SETTLED);
  }

  /** A view has come into sight, or left it. */
  lookedAt(): void {
    if (this.#stale && this.#timer === undefined && [...this.#viewers].some((looks) => looks())) void this.#ask();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #ask(): Promise<BankOverview | undefined> {
    this.#asking ??= this.#read().finally(() => {
      this.#asking = undefined;
      // What changed while it was being told is not in it.
      if (this.#stale) this.refresh();
    });
    return this.#asking;
  }

  async #read(): Promise<BankOverview | undefined> {
    this.#stale = false;
    if ((vscode.workspace.workspaceFolders ?? []).length === 0) return undefined;
    // Nobody asked for a second look, so nothing is said when it fails.
    const overview = await (this.#overview ? this.#server.peek<BankOverview>(BANK_REQUEST, {}) : this.#server.ask<BankOverview>(BANK_REQUEST, {}));
    if (overview === undefined) return this.#overview;
    this.#overview = overview;
    await vscode.commands.executeCommand('setContext', CONTEXT, stateOf(overview));
    this.#changed.fire(overview);
    return overview;
  }
}

function stateOf({ stories, unread, complete }: BankOverview): 'empty' | 'reading' | 'full' {
  if (stories.length + unread.length > 0) return 'full';
  return complete ? 'empty' : 'reading';
}

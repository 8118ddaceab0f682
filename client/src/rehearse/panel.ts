import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/browser';
import { CUT_TO_FIT, NOTE_REHEARSAL_REQUEST, REHEARSAL_REQUEST, type NoteRehearsalParams, type RehearsalParams, type RehearsalPlan } from '../../../server/src/lsp/protocol.js';
import { element, wholeDocument } from '../bank/html.js';
import type { StoryServer } from '../client.js';
import { today } from '../today.js';
import { nonce } from '../nonce.js';
import type { FromPage, PageState, ToPage } from './page/messages.js';
import { goneBody, panelBody } from './panelHtml.js';
import { fileTitle } from '../stories.js';
import { keyOf, type RunMemory } from './runMemory.js';
import { tellingFor, type ChosenTelling } from './telling.js';
import { adviceFor } from './words.js';

/** The type of the panel, by which VS Code brings it back when a window reloads. */
export const REHEARSAL_PANEL = 'starwright.rehearse';

/** “Rehearse”: five cues and a clock beside the editor. Where a run was when its panel or window closed is remembered until it is told anew. */
export class RehearsalPanel implements vscode.WebviewPanelSerializer<PageState>, vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #server: StoryServer;
  readonly #runs: RunMemory;
  #panel: vscode.WebviewPanel | undefined;
  #ready = false;
  #asked = true;
  #noting = false;
  #told: ChosenTelling | undefined;
  #plan: RehearsalPlan | undefined;

  constructor(extension: vscode.Uri, server: StoryServer, runs: RunMemory) {
    this.#extension = extension;
    this.#server = server;
    this.#runs = runs;
  }

  /** Opens the panel for the story a command was called on, or the one in front. */
  async rehearse(clicked?: unknown): Promise<void> {
    if (this.#panel?.active && clicked === undefined) return;
    const told = await tellingFor(this.#server, clicked);
    if (told === undefined) return;
    const same = this.#panel !== undefined && this.#told !== undefined && keyOf(told) === keyOf(this.#told);
    if (same) return this.#panel?.reveal();
    const plan = await this.#ask(told);
    if (!plan) return;
    [this.#told, this.#plan] = [told, plan];
    this.#asked = true;
    this.#runs.keep();
    if (this.#panel) this.#panel.reveal();
    else this.#open();
    this.#begin();
  }

  /** Takes up the panel of a window that reloads: paused, with what was measured, and without taking the keyboard. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: PageState | undefined): Promise<void> {
    if (this.#panel || typeof state?.story !== 'string') return panel.dispose();
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(state.story)).then((opened) => opened, () => undefined);
    const told = document && { document, telling: state.telling, framing: undefined };
    const plan = told && (await this.#ask(told));
    if (told && state.snapshot) this.#runs.at(told, state.snapshot);
    if (!plan) return this.#gone(panel);
    [this.#told, this.#plan, this.#asked] = [told, plan, false];
    this.#take(panel);
  }

  /** The panel itself is VS Code's to bring back. */
  dispose(): void {
    this.#runs.keep();
  }

  #ask({ document, telling }: ChosenTelling): Promise<RehearsalPlan | null | undefined> {
    const params: RehearsalParams = { textDocument: { uri: document.uri.toString() }, telling };
    return this.#server.ask<RehearsalPlan | null>(REHEARSAL_REQUEST, params);
  }

  #open(): void {
    // A run goes on while the panel is out of sight.
    this.#take(vscode.window.createWebviewPanel(REHEARSAL_PANEL, '', vscode.ViewColumn.Beside, { enableScripts: true, retainContextWhenHidden: true }));
  }

  #take(panel: vscode.WebviewPanel): void {
    const [media, dist] = [vscode.Uri.joinPath(this.#extension, 'media', 'rehearse'), vscode.Uri.joinPath(this.#extension, 'dist')];
    panel.webview.options = { enableScripts: true, localResourceRoots: [media, dist] };
    this.#panel = panel;
    this.#ready = false;
    const listeners = [
      panel.webview.onDidReceiveMessage((message: FromPage) => this.#heard(message)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && document.uri.toString() === this.#told?.document.uri.toString()) this.#changed();
      }),
    ];
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#runs.keep();
      for (const listener of listeners) listener.dispose();
    });
    panel.webview.html = htmlOf(panel.webview, vscode.Uri.joinPath(media, 'panel.css'), vscode.Uri.joinPath(dist, 'rehearse.js'));
  }

  /** Says why a panel that came back has nothing to show. */
  #gone({ webview }: vscode.WebviewPanel): void {
    webview.options = { enableScripts: false };
    webview.html = pageOf(goneBody(), []);
  }

  #begin(): void {
    if (!this.#panel || !this.#plan || !this.#told) return;
    const { document, telling } = this.#told;
    const snapshot = this.#runs.of(this.#told);
    const { title, framing, cues, timeline } = this.#plan;
    const name = [title, framing].filter(Boolean).join(' · ') || vscode.l10n.t('Story');
    // VS Code keeps the titles of open panels: the file's name says enough.
    this.#panel.title = vscode.l10n.t('Rehearse: {0}', fileTitle(document.uri));
    this.#post({ kind: 'plan', rehearsal: { title: name, cues, timeline, advice: adviceFor(this.#plan) }, state: { story: document.uri.toString(), telling, ...(snapshot && { snapshot }) }, asked: this.#asked });
  }

  #heard(message: FromPage): unknown {
    switch (message.kind) {
      case 'ready':
        this.#ready = true;
        return this.#begin();
      case 'again':
        return this.#again();
      case 'at':
        return this.#told && this.#runs.at(this.#told, message.snapshot);
      case 'cut':
        return this.#told && this.#cut(this.#told);
      case 'note':
        return this.#told && this.#note(this.#told, message);
    }
  }

  /** The cues of the story as it is by now; those there were, when it cannot be read. */
  async #again(): Promise<void> {
    if (!this.#told) return;
    this.#runs.forget(this.#told);
    this.#asked = true;
    this.#plan = (await this.#ask(this.#told)) ?? this.#plan;
    this.#begin();
  }

  async #cut({ document, telling }: ChosenTelling): Promise<void> {
    await vscode.window.showTextDocument(document, { viewColumn: columnOf(document) });
    await vscode.commands.executeCommand(CUT_TO_FIT, document.uri.toString(), telling);
  }

  /** One edit, so that one Undo takes it back. */
  async #note(told: ChosenTelling, { seconds, note }: { seconds: number; note: string }): Promise<void> {
    const document = await vscode.workspace.openTextDocument(told.document.uri);
    const params: NoteRehearsalParams = { textDocument: { uri: document.uri.toString() }, date: today(), seconds, ...(note !== '' && { note }) };
    const edit = await this.#server.ask<WorkspaceEdit | null>(NOTE_REHEARSAL_REQUEST, params);
    const client = await this.#server.running();
    const converted = edit && (await client?.protocol2CodeConverter.asWorkspaceEdit(edit));
    // What is written now changes no cue.
    this.#noting = true;
    const done = converted ? await vscode.workspace.applyEdit(converted) : false;
    this.#noting = false;
    if (done) this.#runs.forget(told);
    this.#post({ kind: 'noted', done });
  }

  #changed(): void {
    if (!this.#noting) this.#post({ kind: 'changed' });
  }

  #post(message: ToPage): void {
    if (this.#ready) void this.#panel?.webview.postMessage(message);
  }
}

function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn ?? vscode.ViewColumn.One;
}

function htmlOf(webview: vscode.Webview, style: vscode.Uri, script: vscode.Uri): string {
  const key = nonce();
  const sheet = element('link', { rel: 'stylesheet', href: webview.asWebviewUri(style).toString() });
  return pageOf(panelBody() + element('script', { nonce: key, src: webview.asWebviewUri(script).toString() }), [sheet], `; style-src ${webview.cspSource}; script-src 'nonce-${key}'`);
}

function pageOf(body: string, head: readonly string[], allowed = ''): string {
  const policy = element('meta', { 'http-equiv': 'Content-Security-Policy', content: `default-src 'none'${allowed}` });
  return wholeDocument(vscode.env.language, '', [policy, ...head], [body]);
}

import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/browser';
import { CUT_TO_FIT, NOTE_REHEARSAL_REQUEST, REHEARSAL_REQUEST, type NoteRehearsalParams, type RehearsalParams, type RehearsalPlan } from '../../../server/src/lsp/protocol.js';
import { element, wholeDocument } from '../bank/html.js';
import type { StoryServer } from '../client.js';
import { today } from '../today.js';
import { nonce } from '../nonce.js';
import type { FromPage, ToPage } from './page/messages.js';
import type { Snapshot } from './page/timer.js';
import { panelBody } from './panelHtml.js';
import { tellingFor, type ChosenTelling } from './telling.js';
import { adviceFor } from './words.js';

/** “Rehearse”: five cues and a clock beside the editor. Where a run was when its panel closed is remembered until it is told anew. */
export class RehearsalPanel implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #server: StoryServer;
  readonly #left = new Map<string, Snapshot>();
  #panel: vscode.WebviewPanel | undefined;
  #ready = false;
  #noting = false;
  #told: ChosenTelling | undefined;
  #plan: RehearsalPlan | undefined;

  constructor(extension: vscode.Uri, server: StoryServer) {
    this.#extension = extension;
    this.#server = server;
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
    if (this.#panel) this.#panel.reveal();
    else this.#open();
    this.#begin(this.#left.get(keyOf(told)));
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  #ask({ document, telling }: ChosenTelling): Promise<RehearsalPlan | null | undefined> {
    const params: RehearsalParams = { textDocument: { uri: document.uri.toString() }, telling };
    return this.#server.ask<RehearsalPlan | null>(REHEARSAL_REQUEST, params);
  }

  #open(): void {
    const media = vscode.Uri.joinPath(this.#extension, 'media', 'rehearse');
    const dist = vscode.Uri.joinPath(this.#extension, 'dist');
    // A run goes on while the panel is out of sight.
    const panel = vscode.window.createWebviewPanel('starwright.rehearse', '', vscode.ViewColumn.Beside, { enableScripts: true, retainContextWhenHidden: true, localResourceRoots: [media, dist] });
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
      for (const listener of listeners) listener.dispose();
    });
    panel.webview.html = htmlOf(panel.webview, vscode.Uri.joinPath(media, 'panel.css'), vscode.Uri.joinPath(dist, 'rehearse.js'));
  }

  #begin(snapshot: Snapshot | undefined): void {
    if (!this.#panel || !this.#plan) return;
    const { title, framing, cues, timeline } = this.#plan;
    const name = [title, framing].filter(Boolean).join(' · ') || vscode.l10n.t('Story');
    this.#panel.title = vscode.l10n.t('Rehearse: {0}', name);
    this.#post({ kind: 'plan', rehearsal: { title: name, cues, timeline, advice: adviceFor(this.#plan) }, snapshot });
  }

  #heard(message: FromPage): unknown {
    switch (message.kind) {
      case 'ready':
        this.#ready = true;
        return this.#begin(this.#told && this.#left.get(keyOf(this.#told)));
      case 'again':
        return this.#again();
      case 'at':
        return this.#told && this.#left.set(keyOf(this.#told), message.snapshot);
      case 'cut':
        return this.#told && this.#cut(this.#told);
      case 'note':
        return this.#told && this.#note(this.#told, message);
    }
  }

  /** The cues of the story as it is by now; those there were, when it cannot be read. */
  async #again(): Promise<void> {
    if (!this.#told) return;
    this.#left.delete(keyOf(this.#told));
    this.#plan = (await this.#ask(this.#told)) ?? this.#plan;
    this.#begin(undefined);
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
    if (done) this.#left.delete(keyOf(told));
    this.#post({ kind: 'noted', done });
  }

  #changed(): void {
    if (!this.#noting) this.#post({ kind: 'changed' });
  }

  #post(message: ToPage): void {
    if (this.#ready) void this.#panel?.webview.postMessage(message);
  }
}

function keyOf({ document, telling }: ChosenTelling): string {
  return `${document.uri.toString()}#${telling}`;
}

function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn ?? vscode.ViewColumn.One;
}

function htmlOf(webview: vscode.Webview, style: vscode.Uri, script: vscode.Uri): string {
  const key = nonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${key}'`;
  const head = [element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }), element('link', { rel: 'stylesheet', href: webview.asWebviewUri(style).toString() })];
  return wholeDocument(vscode.env.language, '', head, [panelBody(), element('script', { nonce: key, src: webview.asWebviewUri(script).toString() })]);
}

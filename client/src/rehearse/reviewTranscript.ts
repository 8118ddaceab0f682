import * as vscode from 'vscode';
import { TRANSCRIPT_REQUEST, type NotHeld, type TranscriptParams, type TranscriptSheet } from '../../../server/src/lsp/protocol.js';
import { element, wholeDocument } from '../bank/html.js';
import type { StoryServer } from '../client.js';
import { reveal, toRange } from '../evidence/places.js';
import { nonce } from '../nonce.js';
import { notHeld, reportOf, type Place, type Report } from './reportHtml.js';
import type { Scratches } from './scratch.js';
import { TranscriptMarks } from './transcriptMarks.js';

/** A report with what it was made of, to know whether its places still hold. */
interface Shown extends Report {
  readonly transcript: vscode.TextDocument;
  readonly transcriptVersion: number;
  readonly story: vscode.Uri;
  readonly storyVersion: number | null;
}

/** “Review Transcript”: what was said of the story and what was not, on a page beside it, its places marked in the text. */
export class TranscriptReview implements vscode.Disposable {
  readonly #extension: vscode.Uri;
  readonly #server: StoryServer;
  readonly #scratches: Scratches;
  readonly #marks = new TranscriptMarks();
  readonly #listener: vscode.Disposable;
  #panel: vscode.WebviewPanel | undefined;
  #shown: Shown | undefined;

  constructor(extension: vscode.Uri, server: StoryServer, scratches: Scratches) {
    this.#extension = extension;
    this.#server = server;
    this.#scratches = scratches;
    this.#listener = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const editor = contentChanges.length > 0 && this.#scratches.of(document) && editorFor(document);
      if (editor) this.#marks.clear(editor);
    });
  }

  /** Reviews the scratch editor in front. */
  async review(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const scratch = this.#scratches.of(editor?.document);
    if (!editor || !scratch) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open a scratch editor first: “Starwright: Hold a Transcript Against the Story…”.'));
      return;
    }
    const { document } = editor;
    const story = await vscode.workspace.openTextDocument(scratch.told.document.uri).then((opened) => opened, () => undefined);
    if (story === undefined) return this.#show({ ...notHeld(vscode.l10n.t('The story can no longer be opened: it may have been moved, renamed or deleted.')), transcript: document, transcriptVersion: document.version, story: scratch.told.document.uri, storyVersion: null });
    const version = document.version;
    const params: TranscriptParams = { textDocument: { uri: story.uri.toString() }, telling: scratch.told.telling, text: document.getText(), ...(scratch.seconds !== undefined && { seconds: scratch.seconds }) };
    const sheet = await this.#server.ask<TranscriptSheet | NotHeld | null>(TRANSCRIPT_REQUEST, params);
    if (!sheet) return;
    const held = 'why' in sheet ? undefined : sheet;
    const report = 'why' in sheet ? notHeld(sheet.why) : reportOf(sheet);
    this.#marks.clear(editor);
    if (held && document.version === version) this.#marks.show(editor, held);
    this.#show({ ...report, transcript: document, transcriptVersion: version, story: story.uri, storyVersion: held?.version ?? null });
  }

  dispose(): void {
    this.#listener.dispose();
    this.#marks.dispose();
    this.#panel?.dispose();
  }

  #show(shown: Shown): void {
    this.#shown = shown;
    this.#panel ??= this.#open();
    this.#panel.webview.html = this.#html(this.#panel.webview, shown.body);
    this.#panel.reveal(undefined, true);
  }

  #open(): vscode.WebviewPanel {
    const media = vscode.Uri.joinPath(this.#extension, 'media', 'rehearse');
    const panel = vscode.window.createWebviewPanel('starwright.transcript', vscode.l10n.t('Transcript'), { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: true, enableFindWidget: true, localResourceRoots: [media] });
    panel.webview.onDidReceiveMessage(({ place }: { place?: number }) => {
      const chosen = place === undefined ? undefined : this.#shown?.places[place];
      if (chosen) void this.#go(chosen);
    });
    panel.onDidDispose(() => (this.#panel = undefined));
    return panel;
  }

  async #go(place: Place): Promise<void> {
    const shown = this.#shown!;
    const inStory = place.in === 'story';
    const document = inStory ? await vscode.workspace.openTextDocument(shown.story) : shown.transcript;
    const version = inStory ? shown.storyVersion : shown.transcriptVersion;
    if (document.isClosed || document.version !== version) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The text has changed since this report. Review the transcript again.'));
      return;
    }
    reveal(await vscode.window.showTextDocument(document, { viewColumn: editorFor(document)?.viewColumn ?? vscode.ViewColumn.One }), toRange(place.range));
  }

  #html(webview: vscode.Webview, body: string): string {
    const key = nonce();
    const [style, script] = ['report.css', 'report.js'].map((name) => webview.asWebviewUri(vscode.Uri.joinPath(this.#extension, 'media', 'rehearse', name)).toString());
    const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${key}'`;
    const head = [element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }), element('link', { rel: 'stylesheet', href: style })];
    return wholeDocument(vscode.env.language, '', head, [body, element('script', { nonce: key, src: script })]);
  }
}

function editorFor(document: vscode.TextDocument): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}

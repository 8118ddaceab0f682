import * as vscode from 'vscode';
import { CARDS_REQUEST, SETTINGS_SECTION, type Cards, type CardsParams } from '../../../server/src/lsp/protocol.js';
import { element, wholeDocument } from '../bank/html.js';
import type { StoryServer } from '../client.js';
import { fileInMessage } from '../fileInMessage.js';
import { inMessage } from '../inMessage.js';
import { fileTitle } from '../stories.js';

/** Milliseconds without a key after which the card is drawn anew. */
const SETTLED = 300;

/** “Show Cue Card”: the card of one story beside it, which follows the story as it changes. A page without scripts. */
export class CardPage implements vscode.Disposable {
  readonly #server: StoryServer;
  readonly #media: vscode.Uri;
  readonly #listeners: vscode.Disposable[];
  #panel: vscode.WebviewPanel | undefined;
  #story: string | undefined;
  #shown = '';
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;

  constructor(extension: vscode.Uri, server: StoryServer) {
    this.#server = server;
    this.#media = vscode.Uri.joinPath(extension, 'media', 'cards');
    this.#listeners = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => document.uri.toString() === this.#story && this.#drawSoon()),
      vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(SETTINGS_SECTION) && this.#drawSoon()),
      server.onReviewsChanged(() => this.#drawSoon()),
    ];
  }

  /** Shows the card of a story; says why where there is none. */
  async show(story: vscode.Uri): Promise<void> {
    const asked = ++this.#asked;
    const cards = await this.#server.ask<Cards>(CARDS_REQUEST, paramsOf(story.toString()));
    if (cards === undefined || asked !== this.#asked) return;
    const [problem] = cards.leftOut;
    if (problem) return void vscode.window.showWarningMessage(vscode.l10n.t('{0} has no cue card. {1}', fileInMessage(story), inMessage(problem.problem)));
    this.#story = story.toString();
    const panel = this.#panel ?? this.#open();
    panel.title = vscode.l10n.t('Cue Card: {0}', fileTitle(story));
    this.#draw(panel, cards);
    panel.reveal(undefined, true);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#panel?.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #open(): vscode.WebviewPanel {
    const panel = vscode.window.createWebviewPanel('starwright.card', '', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableScripts: false, enableFindWidget: true, localResourceRoots: [this.#media] });
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#story = undefined;
      this.#shown = '';
    });
    this.#panel = panel;
    return panel;
  }

  #drawSoon(): void {
    if (this.#panel === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#drawAnew(), SETTLED);
  }

  /** What cannot be read now leaves the card as it was. */
  async #drawAnew(): Promise<void> {
    const story = this.#story;
    if (story === undefined) return;
    const asked = ++this.#asked;
    const cards = await this.#server.peek<Cards>(CARDS_REQUEST, paramsOf(story));
    // An answer can overtake an earlier one, and meanwhile the page may be closed.
    if (cards !== undefined && cards.stories > 0 && this.#panel !== undefined && asked === this.#asked) this.#draw(this.#panel, cards);
  }

  #draw({ webview, title }: vscode.WebviewPanel, { text }: Cards): void {
    if (text === this.#shown) return;
    this.#shown = text;
    const policy = `default-src 'none'; style-src ${webview.cspSource}`;
    const style = webview.asWebviewUri(vscode.Uri.joinPath(this.#media, 'card.css')).toString();
    const head = [element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }), element('link', { rel: 'stylesheet', href: style })];
    // The words of the card are those of an English story.
    webview.html = wholeDocument('en', title, head, [text]);
  }
}

function paramsOf(story: string): CardsParams {
  return { uris: [story], format: 'body', redact: false };
}

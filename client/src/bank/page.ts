import * as vscode from 'vscode';
import { nonce } from '../nonce.js';
import { element, wholeDocument } from './html.js';

/** What a page is made of. */
export interface PageContent {
  readonly title: string;
  /** What stands in the body, with every word of a story escaped. */
  readonly body: string;
  /** The addresses of the stories that can be chosen in it. */
  readonly stories: readonly string[];
}

/** What was chosen in a page: a story, perhaps at one of its framings, or a kind of story to write. */
export interface Chosen {
  readonly story?: string;
  readonly framing?: string;
  readonly shape?: string;
}

/** A page beside the editors: one panel, its words drawn in the theme's colours, nothing loaded from elsewhere. */
export class Page implements vscode.Disposable {
  readonly #panel: vscode.WebviewPanel;
  readonly #media: vscode.Uri;
  #shown: PageContent | undefined;

  constructor(type: string, extension: vscode.Uri, chosen: (what: Chosen) => unknown) {
    this.#media = vscode.Uri.joinPath(extension, 'media', 'bank');
    this.#panel = vscode.window.createWebviewPanel(type, '', vscode.ViewColumn.Active, { enableScripts: true, enableFindWidget: true, localResourceRoots: [this.#media] });
    this.#panel.webview.onDidReceiveMessage((message: unknown) => {
      chosen(asChosen(message, this.#shown?.stories ?? []));
    });
  }

  get panel(): vscode.WebviewPanel {
    return this.#panel;
  }

  /** Shows what is new; the page stays as it is, scrolled where it was, when nothing is. */
  show(content: PageContent): void {
    const { title, body } = content;
    const before = this.#shown?.body;
    this.#shown = content;
    this.#panel.title = title;
    if (body !== before) this.#panel.webview.html = this.#html(title, body);
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #html(title: string, body: string): string {
    const { webview } = this.#panel;
    const key = nonce();
    const [style, script] = ['page.css', 'page.js'].map((name) => webview.asWebviewUri(vscode.Uri.joinPath(this.#media, name)).toString());
    const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${key}'`;
    const head = [element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }), element('link', { rel: 'stylesheet', href: style })];
    return wholeDocument(vscode.env.language, title, head, [body, element('script', { nonce: key, src: script })]);
  }
}

function asChosen(message: unknown, stories: readonly string[]): Chosen {
  const { story, framing, shape } = (typeof message === 'object' && message !== null ? message : {}) as Record<string, unknown>;
  return { ...(typeof story === 'string' && stories.includes(story) && { story }), ...(typeof framing === 'string' && { framing }), ...(typeof shape === 'string' && { shape }) };
}

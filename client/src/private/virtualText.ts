import * as vscode from 'vscode';
import { SETTINGS_SECTION } from '../../../server/src/lsp/protocol.js';

/** Milliseconds without a key after which what is drawn from a story is drawn anew. */
const SETTLED = 300;

/** What a virtual document is drawn from. */
interface Source {
  /** The address of the story. */
  readonly story: string;
  /** Which telling, where it shows one. */
  readonly telling?: number;
}

/**
 * Read-only documents that are drawn from a story and follow it. Each remembers its last text, so that nothing vanishes when the
 * story is closed.
 */
export class VirtualText implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #shown = new Map<string, { readonly uri: vscode.Uri; text: string }>();
  readonly #listeners: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  readonly onDidChange = this.#changed.event;

  /** @param draw the text for a source; undefined when the story cannot be read now */
  constructor(
    readonly scheme: string,
    private readonly draw: (source: Source) => Promise<string | undefined>,
  ) {
    this.#listeners = [
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#anew((story) => story === document.uri.toString())),
      vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(SETTINGS_SECTION) && this.#anew(() => true)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri.toString())),
    ];
  }

  /** The address of a virtual document; `name` is what its tab says. */
  uriOf(name: string, source: Source): vscode.Uri {
    const path = `/${name.replace(/[/\\]/g, '-')}.md`;
    return vscode.Uri.from({ scheme: this.scheme, path, query: JSON.stringify(source) });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const text = (await this.draw(sourceOf(uri))) ?? this.#shown.get(uri.toString())?.text ?? vscode.l10n.t('Open the story, and its words appear here.');
    this.#shown.set(uri.toString(), { uri, text });
    return text;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #anew(concerns: (story: string) => boolean): void {
    const concerned = [...this.#shown.values()].filter(({ uri }) => concerns(sourceOf(uri).story));
    if (concerned.length === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => concerned.forEach(({ uri }) => this.#changed.fire(uri)), SETTLED);
  }
}

function sourceOf({ query }: vscode.Uri): Source {
  return JSON.parse(query) as Source;
}

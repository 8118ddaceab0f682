import * as vscode from 'vscode';
import { REDACT_REQUEST, type RedactParams, type Redacted } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { fileInMessage } from '../fileInMessage.js';
import { STORY_EXTENSION } from '../stories.js';
import { writeWhole } from '../writeWhole.js';
import { VirtualText } from './virtualText.js';

/** A story without what may identify somebody, beside it, and as a copy. */
export class RedactedView implements vscode.Disposable {
  readonly #server: StoryServer;
  readonly #texts: VirtualText;

  constructor(server: StoryServer) {
    this.#server = server;
    this.#texts = new VirtualText('starwright-redacted', async ({ story }) => (await server.peek<Redacted | null>(REDACT_REQUEST, paramsOf(story)))?.text);
  }

  /** Shows the story in front without its names, beside it. */
  async show(): Promise<void> {
    const found = await this.#redacted();
    if (found === undefined) return;
    const uri = this.#texts.uriOf(vscode.l10n.t('{0} (redacted)', found.redacted.name), { story: found.uri.toString() });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: true });
  }

  /** Saves the story in front without its names, where the person says. */
  async saveCopy(): Promise<void> {
    const found = await this.#redacted();
    if (found === undefined) return;
    const { uri, redacted } = found;
    const home = uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..');
    const target = await vscode.window.showSaveDialog({
      title: vscode.l10n.t('Save a copy without names'),
      saveLabel: vscode.l10n.t('Save Copy'),
      ...(home && { defaultUri: vscode.Uri.joinPath(home, `${redacted.name}-redacted${STORY_EXTENSION}`) }),
      filters: { Markdown: ['md'] },
    });
    if (target === undefined) return;
    if (target.toString() === uri.toString()) return void vscode.window.showWarningMessage(vscode.l10n.t('That is the story itself, so nothing was saved. Choose another name for the copy.'));
    await this.#write(target, redacted);
  }

  dispose(): void {
    this.#texts.dispose();
  }

  async #write(target: vscode.Uri, { text, replaced }: Redacted): Promise<void> {
    try {
      await writeWhole(target, text);
    } catch {
      return void vscode.window.showErrorMessage(vscode.l10n.t('The copy could not be written to {0}.', fileInMessage(target)));
    }
    await vscode.window.showTextDocument(target, { preview: false });
    const said = replaced === 1 ? vscode.l10n.t('Saved. 1 name was replaced. Read it once before you share it.') : vscode.l10n.t('Saved. {0} names were replaced. Read it once before you share it.', replaced);
    void vscode.window.showInformationMessage(said);
  }

  async #redacted(): Promise<{ readonly uri: vscode.Uri; readonly redacted: Redacted } | undefined> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const redacted = uri && (await this.#server.ask<Redacted | null>(REDACT_REQUEST, paramsOf(uri.toString())));
    if (uri && redacted) return { uri, redacted };
    if (redacted !== undefined || uri === undefined) void vscode.window.showInformationMessage(vscode.l10n.t('Open a story first: a story’s file name ends in .star.md.'));
    return undefined;
  }
}

function paramsOf(uri: string): RedactParams {
  return { textDocument: { uri } };
}

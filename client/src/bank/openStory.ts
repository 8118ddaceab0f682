import * as vscode from 'vscode';
import { GLANCE_REQUEST, type Glance, type GlanceParams } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { fileInMessage } from '../fileInMessage.js';
import type { Bank } from './bank.js';

/** Opens a story of the bank, at one of its framings if one is named. One that is gone is said to be, and the bank looked at again. */
export async function openStory(server: StoryServer, bank: Bank, id: string, framing?: string): Promise<vscode.TextEditor | undefined> {
  const uri = vscode.Uri.parse(id);
  const document = await vscode.workspace.openTextDocument(uri).then((opened) => opened, () => undefined);
  if (document === undefined) {
    cannotOpen(bank, uri);
    return undefined;
  }
  const editor = await vscode.window.showTextDocument(document);
  if (framing !== undefined) await goToFraming(server, editor, framing);
  return editor;
}

/** Says that a story is gone, and looks at the bank again. */
export function cannotOpen(bank: Bank, uri: vscode.Uri): void {
  bank.refresh();
  const name = fileInMessage(uri);
  void vscode.window.showWarningMessage(vscode.l10n.t('{0} cannot be opened: it may have been moved, renamed or deleted. The list is being read again.', name));
}

async function goToFraming(server: StoryServer, editor: vscode.TextEditor, framing: string): Promise<void> {
  const params: GlanceParams = { textDocument: { uri: editor.document.uri.toString() } };
  const glance = await server.peek<Glance | null>(GLANCE_REQUEST, params);
  const telling = glance?.tellings.find(({ title }) => title === framing);
  if (telling === undefined) return;
  const start = new vscode.Position(telling.range.start.line, telling.range.start.character);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.AtTop);
}

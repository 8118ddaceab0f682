import * as vscode from 'vscode';
import { fileInMessage } from './fileInMessage.js';
import { fileName, STORY_EXTENSION } from './stories.js';

const MOST_OF_ONE_NAME = 100;

/** A new document as the server drafted it. */
export interface NewDocument {
  readonly title: string;
  readonly text: string;
  /** With tab stops; then the cursor stands in the first. */
  readonly snippet?: string;
  readonly extension?: string;
}

/**
 * Shows a new document, saved under its title's name in `folder`. Never overwrites a file. Where the folder
 * cannot be written to, or there is none, the document is open but unsaved, and nothing of it is lost.
 */
export async function showNew(folder: vscode.Uri | undefined, { title, text, snippet, extension = STORY_EXTENSION }: NewDocument): Promise<void> {
  const uri = folder && (await createFile(folder, title, extension, text));
  const document = uri
    ? await vscode.workspace.openTextDocument(uri)
    : await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  if (snippet !== undefined) await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Range(0, 0, document.lineCount, 0));
  if (uri && document.isDirty) await document.save();
  if (folder && !uri) sayUnsaved(folder);
}

async function createFile(folder: vscode.Uri, title: string, extension: string, text: string): Promise<vscode.Uri | undefined> {
  for (let nth = 1; nth < MOST_OF_ONE_NAME; nth++) {
    const uri = vscode.Uri.joinPath(folder, fileName(title, extension, nth));
    if (await exists(uri)) continue;
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false, contents: new TextEncoder().encode(text) });
    return (await vscode.workspace.applyEdit(edit).then((done) => done, () => false)) ? uri : undefined;
  }
  return undefined;
}

function sayUnsaved(folder: vscode.Uri): void {
  const where = fileInMessage(folder);
  void vscode.window.showWarningMessage(vscode.l10n.t('Nothing could be written in {0}. The new document is open but not saved: save it where you like.', where));
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(() => true, () => false);
}

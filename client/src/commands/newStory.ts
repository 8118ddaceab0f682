import * as vscode from 'vscode';
import { readCatalog } from '../catalog.js';
import type { StoryServer } from '../client.js';
import { isStory, storyFileName } from '../stories.js';

const STORIES_FOLDER = 'stories';

/** Asks for a kind of story and a title, and opens a new story to fill in. Never overwrites a file. */
export async function newStory(server: StoryServer): Promise<void> {
  const catalog = await readCatalog(server);
  if (!catalog) return;
  const items = catalog.shapes.map(({ title, description, snippet }) => ({ label: title, detail: description, snippet }));
  const shape = await vscode.window.showQuickPick(items, { title: 'New Story', placeHolder: 'What kind of story is it?', matchOnDetail: true });
  if (!shape) return;
  const title = await vscode.window.showInputBox({
    title: 'New Story',
    prompt: 'A title you will recognise it by. The file is named after it.',
    placeHolder: 'Payment timeout storm',
    validateInput: (value) => (value.trim() === '' ? 'A story needs a title.' : undefined),
  });
  if (title === undefined) return;
  const document = await createDocument(title.trim());
  if (!document) return;
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(withTitle(shape.snippet, title.trim())));
  if (!document.isUntitled) await document.save();
}

async function createDocument(title: string): Promise<vscode.TextDocument | undefined> {
  const folder = await folderForStories();
  if (!folder) return vscode.workspace.openTextDocument({ language: 'markdown' });
  for (let nth = 1; nth < 100; nth++) {
    const uri = vscode.Uri.joinPath(folder, storyFileName(title, nth));
    if (await exists(uri)) continue;
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { overwrite: false, ignoreIfExists: false });
    if (await vscode.workspace.applyEdit(edit)) return vscode.workspace.openTextDocument(uri);
    break;
  }
  void vscode.window.showErrorMessage(`${storyFileName(title)} could not be written in ${folder.fsPath}. Check that the folder may be written to, or choose another title.`);
  return undefined;
}

/** Beside the story that is open; else in the first workspace folder, in its `stories` if it has one. */
async function folderForStories(): Promise<vscode.Uri | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (active && !active.isUntitled && isStory(active)) return vscode.Uri.joinPath(active.uri, '..');
  const root = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!root) return undefined;
  const stories = vscode.Uri.joinPath(root, STORIES_FOLDER);
  return (await isFolder(stories)) ? stories : root;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(() => true, () => false);
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.Directory) !== 0, () => false);
}

/** Fills in the title's slots: quoted in the front matter, plain in the heading. */
function withTitle(snippet: string, title: string): string {
  const slot = '\\$\\{\\d+:\\[title\\]\\}';
  return snippet
    .replace(new RegExp(`"${slot}"`, 'g'), () => escapeSnippet(JSON.stringify(title)))
    .replace(new RegExp(slot, 'g'), () => escapeSnippet(title));
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

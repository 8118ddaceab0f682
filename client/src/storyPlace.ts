import * as vscode from 'vscode';
import { isStory } from './stories.js';

const STORIES_FOLDER = 'stories';

/** Where a new document goes. */
export type Place =
  /** The folder; undefined where no folder is open: the document is then unsaved. */
  | { readonly folder: vscode.Uri | undefined }
  /** The person was asked, and left. */
  | 'left';

/**
 * Where a new story goes: the folder that was clicked, or that of the clicked file; beside the open story;
 * else into the workspace folder, in its `stories` if it has one. Asks which workspace folder where several could be meant.
 */
export async function placeForStory(clicked?: vscode.Uri): Promise<Place> {
  if (clicked) return { folder: (await isFolder(clicked)) ? clicked : vscode.Uri.joinPath(clicked, '..') };
  const active = vscode.window.activeTextEditor?.document;
  if (active && !active.isUntitled && isStory(active)) return { folder: vscode.Uri.joinPath(active.uri, '..') };
  const roots = vscode.workspace.workspaceFolders ?? [];
  const root = (active && vscode.workspace.getWorkspaceFolder(active.uri)) ?? (roots.length > 1 ? await askForRoot() : roots[0]);
  if (!root) return roots.length > 0 ? 'left' : { folder: undefined };
  const stories = vscode.Uri.joinPath(root.uri, STORIES_FOLDER);
  return { folder: (await isFolder(stories)) ? stories : root.uri };
}

/** The folder in which a command was called from the Explorer, or undefined when it was called elsewhere. */
export function clickedIn(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : undefined;
}

function askForRoot(): Thenable<vscode.WorkspaceFolder | undefined> {
  return vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('Which folder is the story for?') });
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(({ type }) => (type & vscode.FileType.Directory) !== 0, () => false);
}

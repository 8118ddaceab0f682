import * as vscode from 'vscode';
import { fileInMessage } from '../fileInMessage.js';
import { canHoldStories, isStory, STORY_EXTENSION } from '../stories.js';

/** The story that a path in the open folders means, or without one the story in front. @throws Error that says why there is none */
export async function storyFile(path: string | undefined): Promise<vscode.Uri> {
  if (path === undefined) {
    const document = vscode.window.activeTextEditor?.document;
    if (document && isStory(document)) return document.uri;
    throw new Error(vscode.l10n.t('No story is open in front. Name one: a path that ends in .star.md.'));
  }
  for (const uri of candidates(path)) if (await isStoryFile(uri)) return uri;
  throw new Error(vscode.l10n.t('There is no such story in the open folders. Name a path that ends in .star.md.'));
}

/** How a story is called in a question to the person: its whole path in the folder. */
export function shownName(uri: vscode.Uri): string {
  return fileInMessage(uri);
}

function candidates(path: string): vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const named = folders.filter(({ name }) => path.startsWith(`${name}/`)).map(({ uri, name }) => vscode.Uri.joinPath(uri, path.slice(name.length + 1)));
  const inside = folders.map(({ uri }) => vscode.Uri.joinPath(uri, path));
  const whole = folders.filter(({ uri }) => path.startsWith(`${uri.path}/`)).map(({ uri }) => vscode.Uri.joinPath(uri, path.slice(uri.path.length + 1)));
  return [...named, ...inside, ...whole].filter((uri) => uri.path.endsWith(STORY_EXTENSION) && canHoldStories(uri) && vscode.workspace.getWorkspaceFolder(uri) !== undefined);
}

/** A link could lead out of the folder. */
async function isStoryFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.File;
  } catch {
    return false;
  }
}

import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient/browser';
import { FIND_STORIES_REQUEST, LIST_FOLDER_REQUEST, READ_STORY_REQUEST, type FindStoriesParams, type ListFolderParams, type ReadStoryParams } from '../../server/src/lsp/protocol.js';
import { STORY_EXTENSION, STORY_GLOB } from './stories.js';

const SKIPPED = ['node_modules', '.git', '.hg', '.svn', 'dist'];
const MOST_STORIES = 20_000;
/** Milliseconds that a search has to itself before the folders are walked, too. */
const HEAD_START = 500;
/** Each may be a request over the network. */
const MOST_FOLDERS = 1000;
/** In bytes: far longer than a story can be. */
const MOST_BYTES = 800_000;

/** Finds and reads stories, and what lies beside them, for the server where it cannot: in a workspace that is not on the local disk. */
export function readStoriesFor(client: BaseLanguageClient): void {
  client.onRequest(FIND_STORIES_REQUEST, async ({ folder }: FindStoriesParams) => (await storiesIn(vscode.Uri.parse(folder))).map(String));
  client.onRequest(READ_STORY_REQUEST, ({ uri }: ReadStoryParams) => textOf(vscode.Uri.parse(uri)));
  client.onRequest(LIST_FOLDER_REQUEST, ({ folder }: ListFolderParams) => listOf(vscode.Uri.parse(folder)));
}

/** What a folder holds; null when there is no such folder. */
async function listOf(folder: vscode.Uri): Promise<{ name: string; kind: string }[] | null> {
  const { Directory, File } = vscode.FileType;
  const entries = await unlessGone(vscode.workspace.fs.readDirectory(folder));
  return entries?.map(([name, type]) => ({ name, kind: type === Directory ? 'folder' : type === File ? 'file' : 'other' })) ?? null;
}

/** By a search where one answers; where nobody can search a file system, VS Code waits until somebody can, but it can be walked. */
async function storiesIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const source = new vscode.CancellationTokenSource();
  const exclude = `**/{${SKIPPED.join(',')}}/**`;
  const found = vscode.workspace.findFiles(new vscode.RelativePattern(folder, STORY_GLOB), exclude, MOST_STORIES, source.token);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, HEAD_START)));
  try {
    return await Promise.race([found, late.then(() => walked(folder, source.token))]);
  } finally {
    clearTimeout(timer);
    source.cancel();
    source.dispose();
  }
}

/** Walks a folder breadth first, never along a link. */
async function walked(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const stories: vscode.Uri[] = [];
  const folders = [folder];
  for (let i = 0; i < Math.min(folders.length, MOST_FOLDERS) && stories.length < MOST_STORIES && !token.isCancellationRequested; i++) {
    for (const [name, type] of await entriesOf(folders[i]!, i === 0)) {
      const uri = vscode.Uri.joinPath(folders[i]!, name);
      if (type === vscode.FileType.Directory && !SKIPPED.includes(name)) folders.push(uri);
      else if (type === vscode.FileType.File && name.toLowerCase().endsWith(STORY_EXTENSION)) stories.push(uri);
    }
  }
  return stories;
}

/** What a folder holds; nothing for one that cannot be read, unless it is the first and there would be nothing at all. */
async function entriesOf(folder: vscode.Uri, first: boolean): Promise<[string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch (error) {
    if (first) throw error;
    return [];
  }
}

/** A file as text; null when there is no such file. */
async function textOf(uri: vscode.Uri): Promise<string | null> {
  const found = await unlessGone(vscode.workspace.fs.stat(uri));
  if (found === null) return null;
  if (found.size > MOST_BYTES) throw new Error(vscode.l10n.t('It is too large for a story.'));
  const bytes = await unlessGone(vscode.workspace.fs.readFile(uri));
  return bytes && new TextDecoder('utf-8').decode(bytes);
}

/** What is read of a file or folder; null when there is none. */
async function unlessGone<T>(read: Thenable<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    const gone = [vscode.FileSystemError.FileNotFound().code, vscode.FileSystemError.FileNotADirectory().code];
    if (error instanceof vscode.FileSystemError && gone.includes(error.code)) return null;
    throw error;
  }
}

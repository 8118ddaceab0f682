import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { FIND_STORIES_REQUEST, READ_STORY_REQUEST, type FindStoriesParams, type ReadStoryParams } from '../../server/src/lsp/protocol.js';
import { STORY_EXTENSION, STORY_GLOB } from './stories.js';

const SKIPPED = ['node_modules', '.git', '.hg', '.svn', 'dist'];
const MOST_STORIES = 20_000;
/** Each may be a request over the network. */
const MOST_FOLDERS = 1000;
/** In bytes: far longer than a story can be. */
const MOST_BYTES = 800_000;

/** Finds and reads stories for the server where it cannot: in a workspace that is not on the local disk. */
export function readStoriesFor(client: LanguageClient): void {
  client.onRequest(FIND_STORIES_REQUEST, async ({ folder }: FindStoriesParams) => (await storiesIn(vscode.Uri.parse(folder))).map(String));
  client.onRequest(READ_STORY_REQUEST, ({ uri }: ReadStoryParams) => textOf(vscode.Uri.parse(uri)));
}

async function storiesIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const exclude = `**/{${SKIPPED.join(',')}}/**`;
  const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, STORY_GLOB), exclude, MOST_STORIES);
  // A file system that cannot be searched finds nothing, but can be walked.
  return found.length > 0 ? found : walked(folder);
}

/** Walks a folder breadth first, never along a link. */
async function walked(folder: vscode.Uri): Promise<vscode.Uri[]> {
  const stories: vscode.Uri[] = [];
  const folders = [folder];
  for (let i = 0; i < Math.min(folders.length, MOST_FOLDERS) && stories.length < MOST_STORIES; i++) {
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

/** A story as text; null when there is no such file. */
async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > MOST_BYTES) throw new Error(vscode.l10n.t('It is too large for a story.'));
    return new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === vscode.FileSystemError.FileNotFound().code) return null;
    throw error;
  }
}

import * as vscode from 'vscode';
import { FOLDER_FILE } from '../../server/src/lsp/protocol.js';

const KNOWN_SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'];

/** Where a story can live: on known file systems and on those of the open folders; never a diff, a chat or an output pane. */
export function storySchemes(): string[] {
  const open = vscode.workspace.workspaceFolders ?? [];
  return [...new Set([...KNOWN_SCHEMES, ...open.map(({ uri }) => uri.scheme)])];
}

export const STORY_EXTENSION = '.star.md';

export const STORY_GLOB = `**/*${STORY_EXTENSION}`;

/** What a story is called by its file: without folder and ending. Unlike its title, nothing of what it says. */
export const fileTitle = ({ path }: vscode.Uri): string => path.replace(/^.*\//, '').replace(/\.star\.md$/, '');

/** The folder file, wherever it lies. */
export const FOLDER_FILE_GLOB = `**/${FOLDER_FILE}`;

const LONGEST_FRONT_MATTER = 200;

/** True for a `*.star.md` file and for an unsaved Markdown document that begins with `star: 1`. */
export function isStory(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown') return false;
  if (!canHoldStories(document.uri)) return false;
  return document.uri.path.endsWith(STORY_EXTENSION) || (document.isUntitled && declaresStory(document));
}

/** Whether a story can live where this document is. */
export function canHoldStories(uri: vscode.Uri): boolean {
  return storySchemes().includes(uri.scheme);
}

/** True for a `.starwright.yaml`. */
export function isFolderFile({ languageId, uri }: vscode.TextDocument): boolean {
  return languageId === 'yaml' && uri.path.endsWith(`/${FOLDER_FILE}`) && canHoldStories(uri);
}

function declaresStory(document: vscode.TextDocument): boolean {
  if (document.lineAt(0).text.trimEnd() !== '---') return false;
  for (let line = 1; line < Math.min(document.lineCount, LONGEST_FRONT_MATTER); line++) {
    const text = document.lineAt(line).text;
    if (/^star\s*:\s*1\s*(?:#.*)?$/.test(text)) return true;
    if (/^(?:---|\.\.\.)\s*$/.test(text)) return false;
  }
  return false;
}

const LONGEST_NAME = 60;

/** What Windows takes for a device, whatever extension follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The file name for a title: kebab-case in any script, at most 60 characters of it, `story` where it has no letter or number. */
export function fileName(title: string, extension: string, nth = 1): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = [...words.join('-')].slice(0, LONGEST_NAME).join('').replace(/-$/, '') || 'story';
  return `${DEVICE.test(name) ? `${name}-story` : name}${nth > 1 ? `-${nth}` : ''}${extension}`;
}

/** Whether the file's name will not say all of its title. */
export function losesInName(title: string): boolean {
  const letters = title.match(/[\p{L}\p{N}]+/gu)?.join('-') ?? '';
  return letters === '' || [...letters].length > LONGEST_NAME;
}

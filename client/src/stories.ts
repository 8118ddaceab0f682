import * as vscode from 'vscode';

/** Where a story can live; never a diff, a chat or an output pane. */
export const STORY_SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web'] as const;

export const STORY_EXTENSION = '.star.md';

export const STORY_GLOB = `**/*${STORY_EXTENSION}`;

const LONGEST_FRONT_MATTER = 200;

/** True for a `*.star.md` file and for an unsaved Markdown document that begins with `star: 1`. */
export function isStory(document: vscode.TextDocument): boolean {
  if (document.languageId !== 'markdown') return false;
  if (!STORY_SCHEMES.some((scheme) => scheme === document.uri.scheme)) return false;
  return document.uri.path.endsWith(STORY_EXTENSION) || (document.isUntitled && declaresStory(document));
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

/** The file name for a title: kebab-case, in any script. */
export function storyFileName(title: string, nth = 1): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.join('-').slice(0, 60).replace(/-$/, '') || 'story';
  return `${name}${nth > 1 ? `-${nth}` : ''}${STORY_EXTENSION}`;
}

import { FOLDER_FILE } from '../config/names.js';

/** File systems that show another version of a text, or no text of the person's own. */
const FOREIGN_SCHEMES =
  /^(git|gitfs|gitlens|svn|hg|scm|chat|output|debug|comment|review|pr|githubpr|search-editor|walkthrough|conflictresolution|merge-conflict|timeline|http|https|data|vscode(?!-vfs$|-test-web$|-remote$|-userdata$))/;

const STORY_PATH = /\.star\.md$/i;

/** True for a document of the person's own: never a diff's other side, a chat or an output. */
export function isOwnDocument(uri: string): boolean {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1];
  return scheme !== undefined && !FOREIGN_SCHEMES.test(scheme.toLowerCase());
}

/** True when a path names the document a story: `*.star.md`. */
export function isStoryUri(uri: string): boolean {
  return STORY_PATH.test(decoded(uri.replace(/[?#].*$/, '')));
}

/** True for Markdown, whatever an editor calls its language: `markdown`, `gfm`, `Markdown (Pandoc)`. */
export function isMarkdown(uri: string, languageId: string): boolean {
  return /markdown/i.test(languageId) || /\.(md|markdown)$/i.test(decoded(uri.replace(/[?#].*$/, '')));
}

/** True for the folder file `.starwright.yaml` itself, in whatever file system of the person's own. */
export function isFolderFileUri(uri: string): boolean {
  return isOwnDocument(uri) && decoded(uri.replace(/[?#].*$/, '')).endsWith(`/${FOLDER_FILE}`);
}

const MOST_KEPT = 50_000;
const keys = new Map<string, string>();

/** One spelling for a file: clients differ in what they percent-encode and in drive letters. Kept, because each change asks for those of all stories. */
export function uriKey(uri: string): string {
  const known = keys.get(uri);
  if (known !== undefined) return known;
  if (keys.size >= MOST_KEPT) keys.clear();
  const key = decoded(uri).replace(/^file:\/\/\/[a-z]:/i, (drive) => drive.toLowerCase());
  keys.set(uri, key === uri ? uri : key);
  return key;
}

/** A file's name as part of an address, spelled as VS Code spells it. */
export function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

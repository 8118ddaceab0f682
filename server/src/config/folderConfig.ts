import type { Preferences } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import { LineIndex } from '../story/index.js';
import { ORIGIN, type FileProblem } from './fileProblem.js';
import { parseFolderFile } from './folderFile.js';

/** A folder file: what it asks for, and what is wrong in it. */
export interface FolderConfig {
  /** Its whole path, or its address. */
  readonly file: string;
  readonly preferences: Preferences;
  readonly problems: readonly FileProblem[];
}

/** What a folder file's text asks for, under a rubric. */
export function folderConfig(file: string, text: string, rubric: Rubric): FolderConfig {
  const { preferences, problems } = parseFolderFile(text, rubric);
  const lines = new LineIndex(text);
  return { file, preferences, problems: problems.map(({ start, end, message }) => ({ file, start: lines.positionAt(start), end: lines.positionAt(end), message })) };
}

/** A folder file that cannot be read asks for nothing. */
export function unreadFolderConfig(file: string, message: string): FolderConfig {
  return { file, preferences: {}, problems: [{ file, start: ORIGIN, end: ORIGIN, message }] };
}

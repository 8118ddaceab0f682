import type { Range } from '../story/index.js';
import { lineEndOf, lineStartOf } from '../story/lines.js';

/** A place in a folder file's text: what is written there, and the word so far. */
export interface FolderSite extends Range {
  readonly kind: 'key' | 'profile' | 'code' | 'level';
  /** The word as far as the place that was asked about. */
  readonly typed: string;
  /** What follows the word on its line. */
  readonly after: string;
}

const LONGEST_LINE = 2000;
const WORD = /^[\w+-]*/;

/** What a line can hold before the word that is asked about, at its beginning and under `rules:`. */
const AT_MARGIN: readonly (readonly [FolderSite['kind'], RegExp])[] = [
  ['key', /^([\w-]*)$/],
  ['profile', /^profile\s*:\s+["']?([\w+-]*)$/],
  ['code', /^rules\s*:\s*\{(?:[^{}]*,)?\s*["']?([\w-]*)$/],
  ['level', /^rules\s*:\s*\{(?:[^{}]*,)?\s*["']?[\w-]+["']?\s*:\s*["']?(\w*)$/],
];
const UNDER_RULES: typeof AT_MARGIN = [
  ['code', /^\s+["']?([\w-]*)$/],
  ['level', /^\s+["']?[\w-]+["']?\s*:\s*["']?(\w*)$/],
];

/** What stands at an offset, also in a text that is no valid YAML yet; undefined where nothing of ours can stand. */
export function folderSiteAt(text: string, offset: number): FolderSite | undefined {
  const start = lineStartOf(text, offset);
  const before = text.slice(start, offset);
  if (before.length > LONGEST_LINE || /(?:^|\s)#/.test(before)) return undefined;
  const forms = !/^\s/.test(before) ? AT_MARGIN : keyAbove(text, start) === 'rules' ? UNDER_RULES : [];
  for (const [kind, form] of forms) {
    const typed = form.exec(before)?.[1];
    if (typed === undefined) continue;
    const rest = text.slice(offset, lineEndOf(text, offset));
    const more = WORD.exec(rest)![0];
    return { kind, typed, start: offset - typed.length, end: offset + more.length, after: rest.slice(more.length) };
  }
  return undefined;
}

/** The key that an indented line belongs to; undefined where it has a value on its own line. */
function keyAbove(text: string, lineStart: number): string | undefined {
  for (let end = lineStart; end > 0; ) {
    const start = lineStartOf(text, end - 1);
    const line = text.slice(start, end).trimEnd();
    if (/^[^\s#]/.test(line)) return /^([\w-]+)\s*:\s*(?:#.*)?$/.exec(line)?.[1];
    end = start;
  }
  return undefined;
}

import { accessSync, chmodSync, chownSync, constants, readFileSync, realpathSync, renameSync, statSync, type Stats } from 'node:fs';
import { plainReason } from '../config/plainReason.js';
import { decode } from './files.js';
import { wholly } from './wholeFile.js';

const CHANGED = 'it was changed by something else meanwhile, and was left as it is. Check it again.';
const OF_MANY_NAMES = 'it has another name elsewhere (a hard link), which would keep the old text. Mend it in an editor.';
const BOM = '\uFEFF';

/**
 * Puts `text` in place of a file's text `before`, as a whole or not at all; a byte order mark, permissions and a link to
 * the file stay. Why not, when the file says something else by now or cannot be written to.
 */
export function replaceStory(path: string, before: string, text: string): string | undefined {
  try {
    const place = realpathSync(path);
    accessSync(place, constants.W_OK);
    const bytes = readFileSync(place);
    const read = decode(bytes);
    if ('problem' in read || read.text !== before) return CHANGED;
    const marked = bytes.subarray(0, 3).equals(Buffer.from(BOM));
    return replaceFile(place, bytes, marked ? BOM + text : text);
  } catch (error) {
    return plainReason(error);
  }
}

/** The new text stands beside the file until it takes the file's name, so that nobody ever reads half of it. */
function replaceFile(place: string, before: Buffer, text: string): string | undefined {
  const was = statSync(place);
  if (was.nlink > 1) return OF_MANY_NAMES;
  return wholly(place, text, (beside) => {
    takeAfter(beside, was);
    if (!readFileSync(place).equals(before)) return CHANGED;
    renameSync(beside, place);
    return undefined;
  });
}

function takeAfter(file: string, { uid, gid, mode }: Stats): void {
  const own = statSync(file);
  try {
    if (own.uid !== uid || own.gid !== gid) chownSync(file, uid, gid);
  } catch {
    // Only an administrator can give a file away; whoever may write the story then owns it.
  }
  chmodSync(file, mode);
}

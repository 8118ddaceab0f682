import { accessSync, chmodSync, constants, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { plainReason } from '../config/plainReason.js';
import { decode } from './files.js';

const CHANGED = 'it was changed by something else meanwhile, and was left as it is. Check it again.';
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
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}.part`);
  try {
    writeFileSync(beside, text, { flag: 'wx' });
    chmodSync(beside, statSync(place).mode);
    if (!readFileSync(place).equals(before)) return CHANGED;
    renameSync(beside, place);
    return undefined;
  } finally {
    rmSync(beside, { force: true });
  }
}

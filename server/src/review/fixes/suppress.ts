import { lineBefore } from '../../story/lineHead.js';
import { lineEndOf, lineStartOf } from '../../story/lines.js';
import type { Range, Story } from '../../story/types.js';
import { fixOf } from '../context.js';
import type { Fix } from '../types.js';
import { isInFence } from './label.js';

const REASON = '[why it is left out]';
const SILENCES = { silences: true };

/** Silences one finding where it stands, with a reason to fill in. */
export function suppress(story: Story, code: string, range: Range): Fix {
  const { text, eol } = story;
  const start = lineStartOf(text, range.start);
  const end = lineEndOf(text, range.start);
  const line = text.slice(start, end);
  const title = `Leave "${code}" out here, with a reason`;
  if (isInFence(story, range)) {
    const at = story.frontMatter ? lineEndOf(text, story.frontMatter.end) : 0;
    const comment = `<!-- star-disable-file ${code} -- ${REASON} -->`;
    return fixOf(title, [{ start: at, end: at, newText: at === 0 ? `${comment}${eol}${eol}` : `${eol}${eol}${comment}` }], SILENCES);
  }
  if (startsBlock(text, start, line)) {
    return fixOf(title, [{ start, end: start, newText: `<!-- star-disable-next-line ${code} -- ${REASON} -->${eol}` }], SILENCES);
  }
  const at = start + line.trimEnd().length;
  return fixOf(title, [{ start: at, end: at, newText: ` <!-- star-disable-line ${code} -- ${REASON} -->` }], SILENCES);
}

/** A comment on a line of its own is safe before a heading, or before a paragraph that follows a blank line. */
function startsBlock(text: string, start: number, line: string): boolean {
  if (/^#{1,6}\s/.test(line)) return true;
  if (!/^[^\s>*+\-\d#]/.test(line) && !/^\*\*/.test(line)) return false;
  return /^[ \t]*$/.test(lineBefore(text, start) ?? '');
}

import { isTooLarge } from '../../story/bounds.js';
import { parseStory } from '../../story/index.js';
import { lineEndingOf } from '../../story/lines.js';
import type { Story } from '../../story/types.js';
import { frontMatterOf, withHead, type Head } from '../drafts/front-matter.js';
import { suggestTitle } from '../drafts/title.js';
import { labelsToStory } from '../labels.js';
import { marksOf } from './parts.js';
import { isPostmortem, postmortemAsStory, type Shaped } from './postmortem.js';
import { tablesAsHeadings } from './table.js';

export type Imported =
  | { readonly title: string; readonly text: string }
  /** `empty`: no word in it. `binary`: no text. `too-long`: {@link isTooLarge}. */
  | { readonly problem: 'empty' | 'binary' | 'too-long' };

/**
 * A story made of a text: of a postmortem, a table, labels or running prose. Every word of the text is in it; what
 * has no place in a story stands in its Notes, and prose without labels stays one block.
 */
export function importStory(source: string, head: Head = {}): Imported {
  if (isBinary(source)) return { problem: 'binary' };
  if (isTooLarge(source)) return { problem: 'too-long' };
  if (!/[\p{L}\p{N}]/u.test(source)) return { problem: 'empty' };
  const front = frontMatterOf(source);
  const shaped = shape(source.slice(front?.end ?? 0).replace(/^\ufeff?(?:[ \t]*[\r\n])*/, ''));
  const title = head.title ?? front?.title ?? shaped.title ?? suggestTitle(proseOf(shaped.text)) ?? 'Story';
  const heading = shaped.title === undefined ? `# ${title}\n\n` : '';
  const before = front ? `${source.slice(front.start, front.end)}\n\n` : '';
  const text = withHead(`${before}${heading}${shaped.text.trimEnd()}\n`, head);
  return { title, text: text.replace(/\r\n|\r|\n/g, lineEndingOf(source)) };
}

function shape(text: string): Shaped {
  const marks = marksOf(text);
  return isPostmortem(marks) ? postmortemAsStory(text, marks) : labelsAsHeadings(parseStory(tablesAsHeadings(text)));
}

function labelsAsHeadings(story: Story): Shaped {
  return { title: story.title?.value, text: labelsToStory(story).replace(/^(?:[ \t]*[\r\n])+/, '') };
}

/** Characters that text does not hold, at its beginning or as a null anywhere. */
function isBinary(source: string): boolean {
  return source.includes('\0') || (source.slice(0, 4000).match(/[\ufffd\u0001-\u0008\u000e-\u001f]/g)?.length ?? 0) > 40;
}

/** The beginning of a text without headings, comments, fences and table rules. */
function proseOf(text: string): string {
  return text.slice(0, 8000).replace(/^[ \t]*(?:#.*|<!--[^]*?-->|(?:```|~~~).*|[-:|][-:| ]*)$/gm, '');
}

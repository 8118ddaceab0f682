import { MARKUP } from '../story/identifiers/index.js';
import type { Range } from '../story/types.js';

const MARKS = new RegExp(`${MARKUP}|\\*+|~~|${'`'}+|_+`, 'gsu');
const LINK_ENDS = /^\](?:[([].*)?$/s;
/** How far before a name a mark may begin that ends in it. */
const NEAR = 2000;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Elements that can begin or end around words. A tag of any other name shows nothing, and may be a name itself. */
const ELEMENTS = new Set(
  ('a abbr b bdi bdo big blockquote cite code data dd del details dfn div dl dt em font h1 h2 h3 h4 h5 h6 i ins kbd li mark ol p pre q ruby s samp section small span ' +
    'strike strong sub summary sup table tbody td th thead time tr tt u ul var').split(' '),
);

/** Marks of Markdown and tags that one end of a name leaves behind. */
interface Kept {
  readonly before: string;
  readonly after: string;
}

/** What of the marks inside a range must stay when its words go, so that what begins or ends outside of it still does: `**` of `Contoso **Bank**`. */
export function marksKept(text: string, { start, end }: Range): Kept {
  const open: string[] = [];
  let after = '';
  for (const { 0: mark, index } of text.slice(start, end).matchAll(MARKS)) {
    const at = start + index;
    if (isPartOfWord(text, at, mark) || isOtherTag(mark)) continue;
    const opener = open.map((other) => closes(other, mark)).lastIndexOf(true);
    if (opener >= 0) open.splice(opener, 1);
    else if (isOpener(text, start, at, mark)) open.push(withoutInside(mark));
    else after += withoutInside(mark);
  }
  return { before: open.join(''), after };
}

function isPartOfWord(text: string, at: number, mark: string): boolean {
  const inWord = LETTER.test(text[at - 1] ?? ' ') && LETTER.test(text[at + mark.length] ?? ' ');
  return /^<[!?]/.test(mark) || /^!?\[\^/.test(mark) || (inWord && mark.startsWith('_')) || /^<(?:br|hr|img|wbr)\b/i.test(mark) || mark.endsWith('/>');
}

function isOtherTag(mark: string): boolean {
  const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(mark)?.[1];
  return name !== undefined && !ELEMENTS.has(name.toLowerCase());
}

function closes(opener: string, mark: string): boolean {
  if (opener.endsWith('[')) return LINK_ENDS.test(mark);
  const tag = /^<\/([A-Za-z][A-Za-z0-9-]*)/.exec(mark)?.[1];
  return tag === undefined ? opener === mark && !mark.startsWith('<') : opener.toLowerCase() === `<${tag.toLowerCase()}>`;
}

/** Where both sides are letters, what was open before the name is closed first. */
function isOpener(text: string, start: number, at: number, mark: string): boolean {
  if (mark.startsWith('<')) return mark[1] !== '/';
  if (/^!?\[$|^\]/.test(mark)) return mark[0] !== ']';
  const [before, after] = [text[at - 1] ?? ' ', text[at + mark.length] ?? ' '];
  if (LETTER.test(before) !== LETTER.test(after)) return LETTER.test(after);
  const near = text.slice(Math.max(0, start - NEAR), start);
  const paragraph = near.slice(near.lastIndexOf('\n\n') + 1);
  return [...paragraph.matchAll(MARKS)].filter(([other]) => other === mark).length % 2 === 0;
}

/** A tag without what it carries, and the end of a link without where it leads: names can stand in both. */
function withoutInside(mark: string): string {
  const tag = /^<\/?[A-Za-z][A-Za-z0-9-]*/.exec(mark)?.[0];
  if (tag !== undefined) return `${tag}>`;
  return mark.startsWith('](') ? '](#)' : mark.startsWith('][') ? ']' : mark;
}

/** In characters: so far in, marks of quotes and lists are no structure any more. A person's own are a few deep. */
const DEEPEST = 24;
const DEEP = new RegExp(`^[ \\t>*+\\-\\d.)]{${DEEPEST + 1}}`, 'm');
const CONTAINERS = /^[ \t]*(?:(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))[ \t]*)+/gm;

/** So many marks in one paragraph are no markup any more. A page of bold words and links has a tenth of them. */
const MOST_MARKS = 1000;
const MARK = /[*_`[\]<\\]/g;
const MARK_OR_FENCE = /^[ \t>]*(?:[-*+][ \t]+)?`{3,}|[*_`[\]<\\]/gm;
const BLANK_LINE = /((?:\r\n|\n|\r(?!\n))[ \t]*(?=[\r\n]))/;

/**
 * The text as the Markdown parser is given it: of the same length, and the text itself unless it is made to be slow. The
 * time a parser takes grows with the square of the depth of quotes and lists, and of the marks in a paragraph; what there
 * is too much of is a comma to it, and so prose.
 */
export function tamed(text: string): string {
  return untangled(shallow(text));
}

function shallow(text: string): string {
  if (!DEEP.test(text)) return text;
  return text.replace(CONTAINERS, (marks) => marks.slice(0, DEEPEST) + marks.slice(DEEPEST).replace(/[^ \t]/g, ','));
}

function untangled(text: string): string {
  if (!isTangled(text)) return text;
  return text.split(BLANK_LINE).map((block) => (isTangled(block) ? block.replace(MARK_OR_FENCE, (mark) => (mark.length > 1 ? mark : ',')) : block)).join('');
}

function isTangled(text: string): boolean {
  return text.length > MOST_MARKS && (text.match(MARK)?.length ?? 0) > MOST_MARKS;
}

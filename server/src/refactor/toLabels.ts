import type { Edit } from '../review/types.js';
import { withoutEnding } from '../story/ending.js';
import { lineEndOf } from '../story/lines.js';
import { asidesOf, labelsIn } from '../story/told.js';
import type { Label, Story, Telling } from '../story/types.js';
import { headAt, isBlankLine, lineAfter, lineBefore } from '../story/lineHead.js';

/**
 * The edits that make bold labels of a telling's headings.
 * @param asides also the headings of what is kept beside the telling
 */
export function labelEdits(story: Story, telling: Telling, asides: boolean): Edit[] {
  const labels = [...labelsIn(telling).map(({ label }) => label), ...(asides ? asidesOf(story, telling).map(({ label }) => label) : [])];
  return labels.filter(({ style }) => style === 'heading').map((label) => labelEdit(story, label, labels));
}

function labelEdit(story: Story, label: Label, labels: readonly Label[]): Edit {
  const { text, eol } = story;
  const { lineStart, quote } = headAt(text, label.start);
  const lead = isBlankLine(lineBefore(text, lineStart)) ? '' : eol + quote;
  const written = `${lead === '' ? '' : lead}**${nameOf(text.slice(label.start, label.end))}:**`;
  const body = paragraphAfter(text, label, quote);
  if (body !== undefined && !labels.some(({ start }) => start === body)) return { start: label.start, end: body, newText: `${written} ` };
  const next = lineAfter(text, label.end);
  const gap = next && !isBlankLine(text.slice(next.start, next.end)) ? eol + quote.trimEnd() : '';
  return { start: label.start, end: lineEndOf(text, label.end), newText: written + gap };
}

/** Where the paragraph under a heading begins; undefined when something else stands there. */
function paragraphAfter(text: string, label: Label, quote: string): number | undefined {
  let line = lineAfter(text, label.end);
  while (line && isBlankLine(text.slice(line.start, line.end))) line = lineAfter(text, line.start);
  if (!line || headAt(text, line.end).quote.trim() !== quote.trim()) return undefined;
  const source = text.slice(line.start, line.end);
  const said = /^[ \t>]*/.exec(source)![0].length;
  return /^(?:[-*+–•]\s|\d{1,9}[.)]\s|#{1,6}\s|```|~~~|<|\||(?:[-*_][ \t]*){3,}$|\[|!\[)/.test(source.slice(said)) || /^(?: {4}|\t)/.test(source.slice(quote.length)) ? undefined : line.start + said;
}

/** A heading's words, with its number and its sign, without the marks that make it a heading. */
function nameOf(source: string): string {
  const line = source.split(/\r\n|\n|\r/, 1)[0]!.replace(/^#{1,6}[ \t]*/, '').replace(/(?<![ \t])[ \t]+#+[ \t]*$/, '');
  return withoutEnding(line.replace(/\*\*|__/g, ''), /[\s:.—–-]/).trim();
}

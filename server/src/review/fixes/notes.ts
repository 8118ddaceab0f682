import { lineEndOf, lineStartOf } from '../../story/lines.js';
import type { Sentence, Story } from '../../story/types.js';
import { fixOf, type ReviewContext } from '../context.js';
import type { Edit, Fix } from '../types.js';

/** Moves sentences to the Notes, which are kept but not told. Nothing is lost. */
export function moveToNotes(context: ReviewContext, sentences: readonly Sentence[], title: string): Fix[] {
  if (sentences.length === 0) return [];
  const removals = sentences.map((sentence) => removalOf(context.story, sentence));
  if (removals.some((removal, index) => index > 0 && removal.start < removals[index - 1]!.end)) return [];
  const lines = sentences.map((sentence) => context.story.text.slice(sentence.start, sentence.end).replace(/\s*[\r\n]+[ \t>]*/g, ' '));
  return [fixOf(title, [...removals, noteEdit(context, lines)], { preferred: true })];
}

/** The sentence with the space that joined it; the whole line when nothing else stands there. */
function removalOf(story: Story, sentence: Sentence): Edit {
  const { text } = story;
  const lineStart = lineStartOf(text, sentence.start);
  const lineEnd = lineEndOf(text, sentence.end);
  const before = text.slice(lineStart, sentence.start);
  const after = text.slice(sentence.end, lineEnd);
  if (/^[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*$/.test(before) && after.trim() === '') {
    const end = lineEnd + (text.startsWith('\r\n', lineEnd) ? 2 : lineEnd < text.length ? 1 : 0);
    return { start: lineStart, end, newText: '' };
  }
  const trailing = /^[ \t]*/.exec(after)![0].length;
  if (after.trim() !== '') return { start: sentence.start, end: sentence.end + trailing, newText: '' };
  const leading = /[ \t]*$/.exec(before)![0].length;
  return { start: sentence.start - leading, end: sentence.end, newText: '' };
}

function noteEdit(context: ReviewContext, lines: readonly string[]): Edit {
  const { story, telling } = context;
  const { eol } = story;
  const list = lines.map((line) => `- ${line}`).join(eol);
  const notes = story.asides.find((aside) => aside.kind === 'notes');
  if (notes) return { start: notes.end, end: notes.end, newText: `${eol}${notes.end > notes.label.end ? '' : eol}${list}` };
  const label = telling.sections.find((section) => section.label)?.label;
  const at = story.text.trimEnd().length;
  const heading = label && label.style !== 'heading' ? (label.style === 'bold' ? '**Notes:**' : 'Notes:') : `${'#'.repeat(label?.depth ?? 2)} Notes`;
  return { start: at, end: at, newText: `${eol}${eol}${heading}${eol}${eol}${list}` };
}

import type { Range } from '../../story/types.js';
import { fixOf, type ReviewContext } from '../context.js';
import type { Fix } from '../types.js';
import { insertAfter } from './place.js';
import { shorten } from './fill.js';

/**
 * A choice of words to put in place of a match, written with its capital if it has one. What the match said
 * was done to ("fixed the problem") cannot follow a precise verb, so its place becomes a slot.
 */
export function replaceWith(context: ReviewContext, range: Range, words: readonly string[]): Fix[] {
  const written = context.story.text.slice(range.start, range.end);
  const capital = /^\p{Lu}/u.test(written);
  const object = /\s/.test(written.trim()) ? ' [what]' : '';
  return words.map((word) => {
    const text = (capital ? word[0]!.toUpperCase() + word.slice(1) : word) + object;
    return fixOf(`Write "${text}"`, [{ ...range, newText: text }]);
  });
}

/** A template's sentence after the one that was found wanting. */
export function addAfter(context: Pick<ReviewContext, 'rubric' | 'story'>, sentence: Range, templateId: string): Fix[] {
  const template = context.rubric.template(templateId);
  if (!template) return [];
  const text = template.text.trim().replace(/\s*\n\s*/g, ' ');
  return [fixOf(`Add: ${shorten(text)}`, [insertAfter(context.story, sentence.end, text)])];
}

/** A template's sentence in place of the one that was found wanting. */
export function replaceSentence(context: ReviewContext, sentence: Range, templateId: string): Fix[] {
  const template = context.rubric.template(templateId);
  if (!template) return [];
  const text = template.text.trim().replace(/\s*\n\s*/g, ' ');
  return [fixOf(`Replace the sentence: ${shorten(text, 50)}`, [{ start: sentence.start, end: sentence.end, newText: text }])];
}

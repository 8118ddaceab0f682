import type { Role, StepKind } from '../../story/types.js';
import { withoutEnding } from '../../story/ending.js';
import { fixOf, type Place, type ReviewContext } from '../context.js';
import type { Fix } from '../types.js';
import { insertSentence } from './place.js';

/** The fix that adds a template's sentence where it belongs; none when the rubric has no such template. */
export function fillIn(context: Place & Pick<ReviewContext, 'rubric'>, templateId: string, role?: Role, step?: StepKind): Fix[] {
  const template = context.rubric.template(templateId);
  if (!template) return [];
  const text = template.text.trim().replace(/\s*\n\s*/g, ' ');
  const edit = insertSentence(context, role ?? template.section ?? 'action', step ?? template.step, text);
  return [fixOf(`Add: ${shorten(text)}`, [edit], { preferred: true })];
}

/** A text cut between words to what fits a menu. */
export function shorten(text: string, length = 60): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = text[length - 1] === ' ' ? cut.length : cut.lastIndexOf(' ');
  return `${withoutEnding(space > length / 2 ? cut.slice(0, space) : cut, /[\s,;:–—-]/)}…`;
}

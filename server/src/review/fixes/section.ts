import { lineEndOf, lineStartOf } from '../../story/lines.js';
import type { Role, Section } from '../../story/types.js';
import { fixOf, type ReviewContext } from '../context.js';
import type { Fix } from '../types.js';
import { ROLE_NAMES, writeSection } from './label.js';
import { orderEdits } from './order.js';
import { insertUnder, labelledSections } from './place.js';

/** Writes a missing section, label and template, where it belongs and in the style of the others. */
export function addSection(context: ReviewContext, role: Role, templates: readonly string[]): Fix[] {
  const body = sectionBody(context, role, templates);
  const edit = body === undefined ? undefined : writeSection(context.story, labelledSections(context), role, body);
  return edit ? [fixOf(`Add ${role === 'action' ? 'an' : 'a'} ${ROLE_NAMES[role]} section`, [edit], { preferred: true })] : [];
}

/** Fills an empty section with its template. */
export function fillSection(context: ReviewContext, section: Section, templates: readonly string[]): Fix[] {
  const body = sectionBody(context, section.role, templates);
  if (body === undefined || !section.label) return [];
  return [fixOf(`Fill in the ${ROLE_NAMES[section.role]}`, [insertUnder(context.story, section.label, section.whole.end, body)], { preferred: true })];
}

/** The text of the template that is for this section; a bare slot in a story that is not in English. */
function sectionBody(context: ReviewContext, role: Role, templates: readonly string[]): string | undefined {
  if (!context.understood) return `[${ROLE_NAMES[role]}]`;
  const template = templates.map((id) => context.rubric.template(id)).find((candidate) => candidate?.section === role);
  return template?.text.trim().replace(/\r?\n/g, context.story.eol);
}

/** Puts the sections into the order in which they are told, each moved whole. */
export function reorderSections(context: ReviewContext): Fix[] {
  const edits = orderEdits(context.story, context.telling);
  return edits.length > 0 ? [fixOf('Put the sections in order', edits, { preferred: true })] : [];
}

/** Moves the text of a repeated section to the end of the first one. */
export function mergeSections(context: ReviewContext, first: Section, second: Section): Fix[] {
  const { text, eol } = context.story;
  const block = wholeLines(context, second);
  const moved = text.slice(second.label ? bodyStartOf(second) : second.start, block.end).trim();
  if (moved === '') return [fixOf(`Remove the empty ${ROLE_NAMES[second.role]}`, [{ ...block, newText: '' }], { preferred: true })];
  // Lines that hold other sections too cannot be moved as lines.
  if (context.telling.sections.some(({ whole }) => whole !== second.whole && whole.start < block.end && block.start < whole.end - 1 && text.slice(Math.max(whole.start, block.start), Math.min(whole.end, block.end)).trim() !== '')) return [];
  const at = Math.min(lineEndOf(text, first.whole.end), block.start - (text.startsWith('\r\n', block.start - 2) ? 2 : 1));
  return [fixOf(`Merge into the first ${ROLE_NAMES[second.role]}`, [{ start: at, end: at, newText: `${eol}${eol}${moved}` }, { ...block, newText: '' }], { preferred: true })];
}

function bodyStartOf(section: Section): number {
  return section.steps[0] && section.steps[0].start < section.start ? section.steps[0].start : section.start;
}

/** A section from the beginning of its first line to the end of its last. */
function wholeLines(context: ReviewContext, section: Section): { start: number; end: number } {
  const { text } = context.story;
  return { start: lineStartOf(text, section.whole.start), end: lineEndOf(text, section.whole.end) };
}

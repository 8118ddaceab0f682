import { lineEndOf, lineStartOf } from '../../story/lines.js';
import type { Label, Range, Role, Section, Story } from '../../story/types.js';
import type { Edit } from '../types.js';

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  learning: 'Learning',
  body: 'Story',
};

const TOLD: readonly Role[] = ['situation', 'task', 'action', 'result', 'learning'];

/** Where a role stands in the order in which a story is told. */
export function placeInOrder(role: Role): number {
  return TOLD.indexOf(role);
}

/** Writes a section that is not there yet, where it belongs and labelled as its neighbours are; none without a neighbour. */
export function writeSection(story: Story, sections: readonly Section[], role: Role, body: string): Edit | undefined {
  const before = sections.filter((section) => placeInOrder(section.role) < placeInOrder(role)).at(-1);
  const after = sections.find((section) => placeInOrder(section.role) > placeInOrder(role));
  const model = (before ?? after)?.label;
  if (!model) return undefined;
  const prefix = prefixOf(story, model);
  const written = prefix + labelled(story, model, role, body);
  const blank = /^[ \t]*[-*+\d]/.test(prefix) ? story.eol : `${story.eol}${prefix.trimEnd()}${story.eol}`;
  if (!before) {
    const at = lineStartOf(story.text, after!.label!.start);
    return { start: at, end: at, newText: written + blank };
  }
  const at = lineEndOf(story.text, before.whole.end);
  return { start: at, end: at, newText: blank + written };
}

/** A label in the style of another, with its text. */
function labelled(story: Story, model: Label, role: Role, body: string): string {
  const name = ROLE_NAMES[role];
  if (model.style === 'heading') return `${'#'.repeat(model.depth)} ${name}${story.eol}${story.eol}${body}`;
  const flat = body.replace(/\s*[\r\n]+\s*/g, ' ');
  const initial = /^[a-z]$/i.test(model.text);
  const text = initial ? name[0]! : model.text === model.text.toUpperCase() ? name.toUpperCase() : name;
  return model.style === 'bold' ? `**${text}:** ${flat}` : `${text}: ${flat}`;
}

/** The list marker or quote mark before a label; a heading keeps the quote mark only. */
function prefixOf(story: Story, label: Label): string {
  const lineStart = lineStartOf(story.text, label.start);
  const prefix = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*/.exec(story.text.slice(lineStart, label.start))![0];
  return label.style === 'heading' ? prefix.replace(/[-*+\d.)]/g, ' ') : prefix;
}

/** True for text inside a code fence, where a comment would be part of the text. */
export function isInFence(story: Story, range: Range): boolean {
  return story.fences.some((fence) => range.start >= fence.start && range.start < fence.end);
}

import type { Label, Role, Section } from '../../story/types.js';
import { fixOf, type ReviewContext } from '../context.js';
import type { Edit, Fix } from '../types.js';
import { insertUnder, labelledSections } from './place.js';

const TOLD: readonly Role[] = ['situation', 'task', 'action', 'result', 'learning'];

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  situation: 'Situation',
  task: 'Task',
  action: 'Action',
  result: 'Result',
  learning: 'Learning',
  body: 'Story',
};

/** Writes a missing section, label and template, where it belongs and in the style of the others. */
export function addSection(context: ReviewContext, role: Role, templates: readonly string[]): Fix[] {
  const sections = labelledSections(context);
  const body = sectionBody(context, role, templates);
  const before = sections.filter((section) => TOLD.indexOf(section.role) < TOLD.indexOf(role)).at(-1);
  const after = sections.find((section) => TOLD.indexOf(section.role) > TOLD.indexOf(role));
  const model = before ?? after;
  if (!model?.label || body === undefined) return [];
  const written = labelled(context, model.label, role, body);
  return [fixOf(`Add a ${ROLE_NAMES[role]} section`, [before ? below(context, before, written) : above(context, after!, written)], { preferred: true })];
}

/** Fills an empty section with its template. */
export function fillSection(context: ReviewContext, section: Section, templates: readonly string[]): Fix[] {
  const body = sectionBody(context, section.role, templates);
  if (body === undefined || !section.label) return [];
  return [fixOf(`Fill in the ${ROLE_NAMES[section.role]}`, [insertUnder(context.story, section.label, section.whole.end, body)], { preferred: true })];
}

/** The text of the template that is for this section. */
function sectionBody(context: ReviewContext, role: Role, templates: readonly string[]): string | undefined {
  const template = templates.map((id) => context.rubric.template(id)).find((candidate) => candidate?.section === role);
  return template?.text.trim().replace(/\r?\n/g, context.story.eol);
}

/** A label in the style of another: heading, bold or plain, with the list marker or quote mark before it. */
function labelled(context: ReviewContext, model: Label, role: Role, body: string): string {
  const { story } = context;
  const name = ROLE_NAMES[role];
  const initial = /^[a-z]$/i.test(model.text);
  if (model.style === 'heading') return `${'#'.repeat(model.depth)} ${name}${story.eol}${story.eol}${body}`;
  const flat = body.replace(/\s*[\r\n]+\s*/g, ' ');
  const text = initial ? name[0]! : model.text === model.text.toUpperCase() ? name.toUpperCase() : name;
  return model.style === 'bold' ? `**${text}:** ${flat}` : `${text}: ${flat}`;
}

function prefixOf(context: ReviewContext, label: Label): string {
  const lineStart = lineStartOf(context.story.text, label.start);
  const prefix = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])?[ \t]*/.exec(context.story.text.slice(lineStart, label.start))![0];
  return label.style === 'heading' ? prefix.replace(/[-*+\d.)]/g, ' ') : prefix;
}

function below(context: ReviewContext, section: Section, written: string): Edit {
  const { text, eol } = context.story;
  const prefix = prefixOf(context, section.label!);
  const at = lineEndOf(text, section.whole.end);
  const blank = /^[ \t]*[-*+\d]/.test(prefix) ? eol : `${eol}${prefix.trimEnd()}${eol}`;
  return { start: at, end: at, newText: blank + prefix + written };
}

function above(context: ReviewContext, section: Section, written: string): Edit {
  const { text, eol } = context.story;
  const prefix = prefixOf(context, section.label!);
  const at = lineStartOf(text, section.label!.start);
  const blank = /^[ \t]*[-*+\d]/.test(prefix) ? eol : `${eol}${prefix.trimEnd()}${eol}`;
  return { start: at, end: at, newText: prefix + written + blank };
}

/** Puts the sections into the order in which they are told, each moved whole. */
export function reorderSections(context: ReviewContext): Fix[] {
  const sections = labelledSections(context);
  const blocks = sections.map((section) => ({ section, block: wholeLines(context, section) }));
  const sorted = [...blocks].sort((a, b) => TOLD.indexOf(a.section.role) - TOLD.indexOf(b.section.role));
  const overlap = blocks.some(({ block }, index) => index > 0 && block.start < blocks[index - 1]!.block.end);
  if (overlap) return [];
  const edits = blocks.map(({ block }, index) => ({ ...block, newText: sliceOf(context, sorted[index]!.block) })).filter((edit) => sliceOf(context, edit) !== edit.newText);
  return edits.length > 0 ? [fixOf('Put the sections in order', edits, { preferred: true })] : [];
}

/** Moves the text of a repeated section to the end of the first one. */
export function mergeSections(context: ReviewContext, first: Section, second: Section): Fix[] {
  const { text, eol } = context.story;
  const block = wholeLines(context, second);
  const moved = text.slice(second.label ? bodyStartOf(second) : second.start, block.end).trim();
  if (moved === '') return [fixOf(`Remove the empty ${ROLE_NAMES[second.role]}`, [{ ...block, newText: '' }], { preferred: true })];
  const at = lineEndOf(text, first.whole.end);
  return [fixOf(`Merge into the first ${ROLE_NAMES[second.role]}`, [{ start: at, end: at, newText: `${eol}${eol}${moved}` }, { ...block, newText: '' }], { preferred: true })];
}

function bodyStartOf(section: Section): number {
  return section.steps[0] && section.steps[0].start < section.start ? section.steps[0].start : section.start;
}

function sliceOf(context: ReviewContext, range: { start: number; end: number }): string {
  return context.story.text.slice(range.start, range.end);
}

/** A section from the beginning of its first line to the end of its last. */
function wholeLines(context: ReviewContext, section: Section): { start: number; end: number } {
  const { text } = context.story;
  return { start: lineStartOf(text, section.whole.start), end: lineEndOf(text, section.whole.end) };
}

export function lineStartOf(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

export function lineEndOf(text: string, offset: number): number {
  const end = /[\r\n]/g;
  end.lastIndex = offset;
  return end.exec(text)?.index ?? text.length;
}

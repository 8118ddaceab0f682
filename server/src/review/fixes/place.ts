import { lineEndOf, lineStartOf } from '../../story/lines.js';
import type { Range, Role, Section, StepKind, Story } from '../../story/types.js';
import { firstAct } from '../roles.js';
import { sectionOf, type Place } from '../context.js';
import type { Edit } from '../types.js';
import { placeInOrder, ROLE_NAMES, writeSection } from './label.js';

/** An edit that puts a sentence where a beat belongs: under its step, in its section, or where that section would stand. */
export function insertSentence(context: Place, role: Role, step: StepKind | undefined, text: string): Edit {
  const { story } = context;
  const section = sectionOf(context, role);
  if (section) {
    const stepped = section.sentences.filter((sentence) => sentence.step === step && step !== undefined).at(-1);
    const opened = section.steps.find((found) => found.kind === step);
    if (opened && !stepped) return insertUnder(story, opened.label, opened.end, text);
    const after = stepped ?? section.sentences.at(-1);
    if (after) return insertAfter(story, after.end, text);
    const last = section.steps.at(-1);
    return insertUnder(story, last?.label ?? section.label!, last?.end ?? section.whole.end, text);
  }
  const labelled = labelledSections(context);
  // Beside any label, also that of a step alone, prose without one is heard as an introduction.
  const models = labelled.length > 0 ? labelled : context.telling.sections.filter(({ label }) => label !== undefined);
  return writeSection(story, models, role, text) ?? insertUnlabelled(context, role, text);
}

/** Before so many sentences are told, one at the end is not heard as an ending. */
const FEWEST_BEFORE_ENDING = 2;

/** In a story without that section: before the deed, or at the end of what is told; where nothing is told yet, behind everything. */
function insertUnlabelled(context: Place, role: Role, text: string): Edit {
  const { story, telling } = context;
  const told = telling.sections.reduce((sentences, section) => sentences + section.sentences.length, 0);
  if ((role === 'result' || role === 'learning') && told < FEWEST_BEFORE_ENDING) return beginSection(context, role, text);
  const place = unlabelledPlace(context, role);
  if (place !== undefined) return insertAfter(story, place, text);
  const at = story.text.trimEnd().length;
  return { start: at, end: at, newText: at === 0 ? text : `${story.eol}${story.eol}${text}` };
}

/** Text under a heading of its own, behind everything. */
function beginSection({ story, telling }: Place, role: Role, text: string): Edit {
  const at = story.text.trimEnd().length;
  const gap = story.eol + story.eol;
  const heading = `${'#'.repeat((telling.label?.depth ?? 1) + 1)} ${ROLE_NAMES[role]}`;
  return { start: at, end: at, newText: `${at === 0 ? '' : gap}${heading}${gap}${text}` };
}

function unlabelledPlace(context: Place, role: Role): number | undefined {
  const sections = context.telling.sections;
  const before = sections.filter((section) => section.role !== 'body' && placeInOrder(section.role) < placeInOrder(role)).at(-1);
  // Where more is told behind it, under no label of its own, that is where the story goes on.
  if (before?.sentences.length && before === sections.filter((section) => section.sentences.length > 0).at(-1)) return before.end;
  const sentences = sections.flatMap((section) => section.sentences);
  const acting = firstAct(sentences);
  const index = role === 'situation' ? 0 : role === 'task' ? Math.max(0, acting - 1) : sentences.length - 1;
  return sentences[index]?.end;
}

/** Text after a sentence: in its paragraph, or as the next item of its list. */
export function insertAfter(story: Story, end: number, text: string): Edit {
  const at = pastMarkup(story.text, end);
  const item = listItemAt(story.text, end);
  if (item) return { start: at, end: at, newText: `${story.eol}${item}${text}` };
  const joint = /[.!?…:)\]"'”’*_`]/.test(story.text[at - 1] ?? '') ? ' ' : '. ';
  return { start: at, end: at, newText: at === 0 ? text : joint + text };
}

/** Text under a label that has none yet. */
export function insertUnder(story: Story, label: Range & { style: string }, end: number, text: string): Edit {
  const at = label.style === 'heading' ? label.end : Math.max(end, label.end);
  if (label.style === 'heading') return { start: at, end: at, newText: `${story.eol}${story.eol}${text}` };
  return { start: at, end: at, newText: /\s/.test(story.text[at - 1] ?? ' ') ? text : ` ${text}` };
}

/** Past the closing marks of bold, code, quotes and links. */
function pastMarkup(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /[*_`"”’)\]]/.test(text[at]!)) at++;
  return at;
}

/** The marker of the list item a sentence ends in, when the item began on a line of its own without a label. */
function listItemAt(text: string, offset: number): string | undefined {
  let lineStart = lineStartOf(text, offset);
  for (let lines = 0; lines < 20 && lineStart > 0; lines++) {
    const line = text.slice(lineStart, lineEndOf(text, lineStart));
    const item = /^([ \t>]*)([-*+]|\d{1,9}[.)])([ \t]+)(\*\*|__)?(?=\S)/.exec(line);
    if (item) return /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\*\*|__)?[A-Z][A-Za-z ]{0,24}(?:\([^)]*\))?(?::|\*\*|__|\s[—–-]\s)/.test(line) ? undefined : item[1]! + nextMarker(item[2]!) + item[3]!;
    if (/^[ \t>]*$/.test(line) || /^[ \t>]*#/.test(line)) return undefined;
    lineStart = lineStartOf(text, lineStart - (text.startsWith('\r\n', lineStart - 2) ? 2 : 1));
  }
  return undefined;
}

function nextMarker(marker: string): string {
  const number = /^(\d+)(.)$/.exec(marker);
  return number ? `${Number(number[1]) + 1}${number[2]}` : marker;
}

/** The sections that are told, labelled, in order. */
export function labelledSections(context: Place): Section[] {
  return context.telling.sections.filter((section) => section.label !== undefined && section.covers.length > 0);
}

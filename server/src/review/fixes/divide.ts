import type { Rubric } from '../../rubric/index.js';
import { lineStartOf } from '../../story/lines.js';
import { headAt, isBlankLine, lineBefore } from '../../story/lineHead.js';
import type { Sentence, StepKind, Story, Telling } from '../../story/types.js';
import { fixOf, isUnlabelled, type ReviewContext } from '../context.js';
import { partsOf, type Part } from '../seams.js';
import type { BeatReview, Edit, Fix } from '../types.js';
import { isInFence, ROLE_NAMES } from './label.js';

/** One way to divide a story: the parts by name, and the headings to insert. */
export interface Division {
  /** "Situation, Action and Result". */
  readonly names: string;
  readonly edits: readonly Edit[];
}

const STEP_NAMES: Readonly<Record<StepKind, string>> = {
  diagnosis: 'Diagnosis',
  'root-cause': 'Root cause',
  tradeoff: 'Tradeoff',
  implementation: 'Implementation',
  prevention: 'Prevention',
};

/** No story that is told has so many sentences. */
const MOST = 200;

/** Divides a story without labels where its sentences show the seams. */
export function divide(context: ReviewContext): Fix[] {
  const [division] = divisions(context.story, context.telling, [...context.beats.values()], context.rubric);
  return division ? [fixOf(`Divide into ${division.names}`, division.edits, { preferred: true })] : [];
}

/**
 * The ways to divide a telling without labels, the surest first: into sections, and with sub-steps in the
 * Action where each is heard in a stretch of its own. None where it shows no seams. Only headings are inserted.
 */
export function divisions(story: Story, telling: Telling, beats: readonly Pick<BeatReview, 'id' | 'evidence'>[], rubric: Rubric): Division[] {
  const sentences = telling.sections.flatMap((section) => section.sentences);
  if (!isUnlabelled(telling) || sentences.length < 3 || sentences.length > MOST || isInFence(story, sentences[0]!)) return [];
  if (sentences.some((sentence, index) => index > 0 && hasSectionHeading(story.text.slice(sentences[index - 1]!.end, sentence.start)))) return [];
  const seams = sentences.map((sentence, index) => index > 0 && mayBegin(story.text, sentences[index - 1]!, sentence));
  const parts = partsOf(sentences, beats, rubric, (index) => seams[index]!);
  if (parts.length < 2) return [];
  const flat = divisionOf(story, sentences, parts.map((part) => ({ ...part, steps: [] })));
  return parts.some(({ steps }) => steps.length > 0) ? [flat, divisionOf(story, sentences, parts)] : [flat];
}

function divisionOf(story: Story, sentences: readonly Sentence[], parts: readonly Part[]): Division {
  const headings = new Map<number, string[]>();
  for (const { from, steps, ...part } of parts) {
    headings.set(from, [`## ${nameOf(part)}`]);
    for (const step of steps) headings.set(step.from, [...(headings.get(step.from) ?? []), `### ${STEP_NAMES[step.kind]}`]);
  }
  const names = parts.map((part) => nameOf(part) + (part.steps.length > 0 ? ` (${part.steps.map(({ kind }) => STEP_NAMES[kind]).join(', ')})` : ''));
  const last = names.at(-1)!;
  return { names: `${names.slice(0, -1).join(', ')}${/ and /.test(last) ? ', and' : ' and'} ${last}`, edits: [...headings].map(([index, lines]) => insertion(story, sentences[index]!, lines)) };
}

function nameOf({ role, also }: Pick<Part, 'role' | 'also'>): string {
  return ROLE_NAMES[role] + (also ? ` and ${ROLE_NAMES[also].toLowerCase()}` : '');
}

/** Headings before a sentence: above its line, or in place of the space that joined it to the one before. */
function insertion({ text, eol }: Story, sentence: Sentence, headings: readonly string[]): Edit {
  const at = openingOf(text, sentence);
  const { lineStart, quote, between } = headAt(text, at);
  const blank = eol + quote.trimEnd() + eol;
  const written = headings.map((heading) => quote + heading + blank).join('');
  if (between !== '') return { start: at - (between.length - between.trimEnd().length), end: at, newText: blank + written + quote };
  return { start: lineStart, end: lineStart, newText: (isBlankLine(lineBefore(text, lineStart)) ? '' : quote.trimEnd() + eol) + written };
}

/** Where a sentence begins, the marks of bold, code and quotes before it included. */
function openingOf(text: string, sentence: Sentence): number {
  let at = sentence.start;
  while (at > 0 && /[*_`"“‘([]/.test(text[at - 1]!)) at--;
  return at;
}

/** True where a heading can stand between two sentences without breaking a list item, a quotation or a mark. */
function mayBegin(text: string, before: Sentence, sentence: Sentence): boolean {
  const gap = text.slice(before.end, sentence.start);
  const at = openingOf(text, sentence);
  const { between, indent, quote } = headAt(text, at);
  if (gap.includes('<!--') || /^\s*\|/.test(between)) return false;
  const starts = between === '' && (indent > 0 || isBlankLine(lineBefore(text, lineStartOf(text, at))));
  if (starts) return indent === 0 ? !/^[ \t]/.test(text.slice(lineStartOf(text, at) + quote.length, at)) : !/^ {4}|^\t/.test(text.slice(lineStartOf(text, at) + quote.length));
  const paragraph = paragraphBefore(text, at);
  return paragraph !== undefined && isBalanced(paragraph);
}

/** What stands before an offset in its paragraph; undefined in a list item, a table or under a heading without a blank line. */
function paragraphBefore(text: string, at: number): string | undefined {
  let start = lineStartOf(text, at);
  const belongs = (lineStart: number): boolean => !isBlankLine(lineBefore(text, lineStart));
  while (belongs(start)) start = lineStartOf(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
  const paragraph = text.slice(start, at);
  return /^[ \t>]*(?:[-*+–•]\s|\d{1,9}[.)]\s|#|\||[ \t]{2,})/m.test(paragraph) ? undefined : paragraph;
}

/** Every bold, code, quotation and bracket that opens closes again. */
function isBalanced(paragraph: string): boolean {
  const count = (mark: RegExp): number => paragraph.match(mark)?.length ?? 0;
  return [/\*\*|__/g, /`/g, /"/g, /(?<![\w*])\*(?!\*)|(?<!\*)\*(?![\w*])/g].every((mark) => count(mark) % 2 === 0) && count(/“/g) === count(/”/g) && count(/\[/g) === count(/\]/g) && count(/\(/g) === count(/\)/g);
}

/** A heading as high as a section's, which would end the section that it stands in. */
function hasSectionHeading(gap: string): boolean {
  return /^[ \t>]*#{1,2}(?:[ \t]|$)/m.test(gap) || /[^\s>][ \t]*(?:\r\n|\n|\r)[ \t>]*(?:=+|-{2,})[ \t]*(?:\r\n|\n|\r)/.test(gap);
}

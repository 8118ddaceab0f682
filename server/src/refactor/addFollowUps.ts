import type { Edit } from '../review/types.js';
import { sameTelling } from '../story/alike.js';
import { itemsIn } from '../story/asideItems.js';
import { parseStory } from '../story/index.js';
import { headAt } from '../story/lineHead.js';
import { lineEndOf, lineStartOf } from '../story/lines.js';
import { ASIDE_NAMES } from '../story/names.js';
import { extentsIn } from '../story/told.js';
import type { Aside, Story } from '../story/types.js';
import { applied } from './apply.js';

const ANSWER = '[answer in one line]';

/** Writes questions under Follow-ups, each with a line to answer in; that section is made where it is missing. None where the story would then be told differently. */
export function followUpEdits(story: Story, questions: readonly string[]): Edit[] {
  if (questions.length === 0) return [];
  const aside = story.asides.filter(({ kind }) => kind === 'follow-ups').at(-1);
  const edit = aside ? addTo(story, aside, questions) : newSection(story, questions);
  return isKept(story, parseStory(applied(story.text, [edit])), questions) ? [edit] : [];
}

/** After what is noted there, as further items of its list. */
function addTo({ text, eol }: Story, { label, end }: Aside, questions: readonly string[]): Edit {
  const at = end > label.end ? lineEndOf(text, end) : end;
  const { quote } = headAt(text, label.start);
  const noted = text.slice(label.bodyStart, Math.max(label.bodyStart, end));
  const markers = [...noted.matchAll(/^[ \t>]*?([-*+]|\d{1,9}[.)])[ \t]/gm)].map(([, marker]) => marker!);
  const list = listOf(questions, markers[0] ?? '-', markers.filter((marker) => /\d/.test(marker)).length, eol, quote);
  const blank = `${eol}${quote.trimEnd()}`;
  return { start: at, end: at, newText: `${markers.length > 0 ? '' : blank}${eol}${list}` };
}

/** After what is told, before what else is kept beside it. */
function newSection(story: Story, questions: readonly string[]): Edit {
  const { text, eol, asides, tellings } = story;
  const extentOf = extentsIn(story);
  const toldUntil = tellings.flatMap(({ sections, label }) => [label?.end ?? 0, ...sections.map((section) => extentOf(section).end)]).reduce((last, end) => Math.max(last, end), 0);
  const label = tellings[0].sections.find((section) => section.label)?.label;
  const { quote } = label ? headAt(text, label.start) : { quote: '' };
  const name = ASIDE_NAMES['follow-ups'];
  const heading = label && label.style !== 'heading' ? (label.style === 'bold' ? `**${name}:**` : `${name}:`) : `${'#'.repeat(label?.depth ?? 2)} ${name}`;
  const blank = `${eol}${quote.trimEnd()}${eol}`;
  const section = `${quote}${heading}${blank}${listOf(questions, '-', 0, eol, quote)}`;
  const next = asides.find((aside) => aside.kind !== 'other' && aside.start >= toldUntil);
  if (next) {
    const at = lineStartOf(text, next.start);
    return { start: at, end: at, newText: `${section}${blank}` };
  }
  const at = text.trimEnd().length;
  return { start: at, end: at, newText: `${blank}${section}` };
}

/** A numbered list goes on counting. */
function listOf(questions: readonly string[], marker: string, counted: number, eol: string, quote: string): string {
  return questions
    .flatMap((question, index) => {
      const own = /\d/.test(marker) ? marker.replace(/\d+/, (first) => String(Number(first) + counted + index)) : marker;
      return [`${quote}${own} ${question}`, `${quote}${' '.repeat(own.length + 1)}- ${ANSWER}`];
    })
    .join(eol);
}

/** The story is told as before, and the questions stand under Follow-ups with all that stood there. */
function isKept(before: Story, after: Story, questions: readonly string[]): boolean {
  const told = before.tellings.length === after.tellings.length && before.tellings.every((telling, index) => sameTelling(telling, after.tellings[index]!));
  const noted = itemsIn(after, 'follow-ups').length === itemsIn(before, 'follow-ups').length + questions.length;
  const others = (story: Story): number => story.asides.filter(({ kind }) => kind !== 'follow-ups').length;
  return told && noted && others(before) === others(after);
}

import { lineStartOf } from '../../story/lines.js';
import type { Sentence } from '../../story/types.js';
import { ENDINGS, evidenceCounts, fixOf, type ReviewContext } from '../context.js';
import { firstAct } from '../roles.js';
import { isInFence } from './label.js';
import type { Edit, Fix } from '../types.js';

/** Divides a story without labels where its sentences show the seams; what comes before the first deed is Situation and Task. */
export function divide(context: ReviewContext): Fix[] {
  const { telling } = context;
  const sentences = telling.sections.flatMap((section) => section.sentences);
  const acting = Math.max(1, firstAct(sentences));
  const ending = firstEnding(context, sentences, acting);
  if (sentences.length < 3 || isInFence(context.story, sentences[0]!)) return [];
  const edits = [head(context, sentences[0]!, 'Situation and task', true), head(context, sentences[acting]!, 'Action', false)];
  if (ending > acting) edits.push(head(context, sentences[ending]!, 'Result', false));
  return [fixOf('Divide into Situation, Action and Result', edits, { preferred: true })];
}

/** Where the last unbroken run of outcome and lesson begins; -1 when the story has none. */
function firstEnding(context: ReviewContext, sentences: readonly Sentence[], acting: number): number {
  const ending = evidenceCounts(context, ENDINGS);
  let first = -1;
  for (let index = sentences.length - 1; index > acting; index--) {
    if (ending.has(sentences[index]!)) first = index;
    else if (first >= 0) break;
  }
  return first;
}

/** A heading before a sentence, with the space before the sentence turned into a paragraph break. */
function head(context: ReviewContext, sentence: Sentence, name: string, first: boolean): Edit {
  const { text, eol } = context.story;
  const lineStart = lineStartOf(text, sentence.start);
  const quote = /^[ \t]*(?:>[ \t]?)*/.exec(text.slice(lineStart, sentence.start))![0];
  const start = sentence.start - /[ \t"“]*$/.exec(text.slice(lineStart + quote.length, sentence.start))![0].length;
  const opening = text.slice(start, sentence.start).trimStart();
  const atLineStart = start === lineStart + quote.length;
  const lead = first || atLineStart ? '' : `${eol}${quote.trimEnd()}${eol}${quote}`;
  return { start, end: sentence.start, newText: `${lead}## ${name}${eol}${quote.trimEnd()}${eol}${quote}${opening}` };
}

import type { Sentence } from '../story/types.js';
import type { Ink } from './ink.js';
import { shorten } from './prose.js';
import type { ReviewedStory } from './reviewed.js';

const EVIDENCE_LENGTH = 90;

/** ` (line 7): “I chose …”`. */
export function quoted(reviewed: ReviewedStory, sentences: readonly Sentence[], ink: Ink): string {
  const lines = [...new Set(sentences.map((sentence) => lineOf(reviewed, sentence)))];
  return ` (${lines.length > 1 ? 'lines' : 'line'} ${lines.join(', ')}): ${quotes(reviewed, sentences, ink)}`;
}

/** The sentences, each cut to what a line holds. */
export function quotes(reviewed: ReviewedStory, sentences: readonly Sentence[], ink: Ink): string {
  const { text } = reviewed.review.story;
  return sentences.map(({ start, end }) => `“${ink.text(shorten(text.slice(start, end), EVIDENCE_LENGTH))}”`).join(' and ');
}

/** The line a sentence begins in, counted from one as editors do. */
export function lineOf(reviewed: ReviewedStory, sentence: Sentence): number {
  return reviewed.lines.lineAt(sentence.start) + 1;
}

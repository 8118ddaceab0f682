import type { Edit } from '../review/types.js';
import type { Sentence } from '../story/types.js';
import { seamsOf, type Seam } from './seams.js';
import { sentenceAt } from './sentenceAt.js';
import { stillHeard } from './stillHeard.js';
import type { Refactoring, RefactorSite } from './types.js';

/** Words above which a sentence is long, where the profile names no limit. */
const LONG = 25;

const MOST_CHOICES = 3;

/** A long sentence in two, at each of the seams nearest to its middle. */
export function splitSentence({ review, rubric, range }: RefactorSite): Refactoring[] {
  const site = sentenceAt(review, range);
  if (!site || site.sentence.words <= (review.profile.limits['sentenceWords'] ?? LONG)) return [];
  const { text } = review.story;
  const middle = site.sentence.tokens.length / 2;
  return seamsOf(site.sentence, text)
    .filter(({ edit }) => stillHeard(rubric, site, written(site.sentence, edit, text)))
    .sort((a, b) => Math.abs(a.before - middle) - Math.abs(b.before - middle))
    .slice(0, MOST_CHOICES)
    .sort((a, b) => a.before - b.before)
    .map((seam) => ({ title: `Split the sentence: "${preview(site.sentence, seam, text)}"`, kind: 'rewrite', edits: [seam.edit] }));
}

/** The sentence as it will read. */
function written({ start, end }: Sentence, edit: Edit, text: string): string {
  return text.slice(start, edit.start) + edit.newText + text.slice(edit.end, end);
}

/** The words around a seam, as they will read. */
function preview({ start, end }: Sentence, { edit }: Seam, text: string): string {
  const before = text.slice(start, edit.start).trim().split(/\s+/).slice(-2).join(' ');
  const after = (edit.newText + text.slice(edit.end, end)).replace(/[\s>]+/g, ' ').split(' ').slice(0, 4).join(' ');
  return `… ${before}${after} …`;
}

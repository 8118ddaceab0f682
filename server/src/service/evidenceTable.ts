import type { TellingReview } from '../review/types.js';
import type { BeatRow, Ink } from './ink.js';
import { countWords, spoken } from './prose.js';
import { lineOf, quotes } from './quotes.js';
import type { ReviewedStory } from './reviewed.js';
import { standings, tally, type BeatStanding } from './standings.js';

/** Every beat of a telling: how it stands with it, by which sentence, in which line. */
export function tellingText(reviewed: ReviewedStory, telling: TellingReview, ink: Ink): string {
  const beats = standings(reviewed, telling);
  const { heard, asked } = tally(beats);
  const title = telling.telling.title ?? reviewed.review.story.title?.value ?? 'This story';
  const { words, seconds } = telling.timing;
  const count = asked === 0 ? [] : [`${heard} of ${asked} heard`];
  const paragraphs = [[ink.strong(title), ...count, countWords(words), spoken(seconds)].join(' · ')];
  const kind = kindText(reviewed, telling);
  if (kind) paragraphs.push(ink.text(kind));
  const inherited = telling.telling.inherited.flatMap(({ label }) => (label === undefined ? [] : [ink.text(label.text)]));
  if (inherited.length > 0) paragraphs.push(`Taken over from the story: ${inherited.join(', ')}`);
  if (beats.length > 0) paragraphs.push(ink.rows(beats.map((beat) => row(reviewed, beat, ink))));
  return paragraphs.join('\n\n');
}

/** What kind of story it is taken for, where only the text says so. */
function kindText({ review, rubric }: ReviewedStory, { telling }: TellingReview): string | undefined {
  if (telling.title !== undefined || review.shapes.some(({ declared }) => declared)) return undefined;
  const titles = review.shapes.map(({ id }) => rubric.shape(id)?.title ?? id);
  return titles.length > 0 ? `Read as: ${titles.join(', ')}. The Refactor menu on the title writes it into the front matter.` : undefined;
}

function row(reviewed: ReviewedStory, found: BeatStanding, ink: Ink): BeatRow {
  const lines = [...new Set(found.sentences.map((sentence) => lineOf(reviewed, sentence)))].join(', ');
  return { beat: ink.strong(found.beat.title), said: said(reviewed, found, ink), lines };
}

function said(reviewed: ReviewedStory, found: BeatStanding, ink: Ink): string {
  switch (found.standing) {
    case 'heard':
      return quotes(reviewed, found.sentences, ink);
    case 'faint':
      return `Faintly: ${quotes(reviewed, found.sentences, ink)}`;
    case 'drafted':
      return `Drafted, with slots to fill in: ${quotes(reviewed, found.sentences, ink)}`;
    case 'unclear':
      return `Not clearly heard. ${ink.text(found.beat.question)}`;
    case 'missing':
      return `Not heard yet. ${ink.text(found.beat.question)}`;
  }
}

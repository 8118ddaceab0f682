import type { CodeLens } from 'vscode-languageserver-types';
import type { TellingReview } from '../review/types.js';
import type { Range } from '../story/types.js';
import { countWords, spoken } from './prose.js';
import { toLspRange, type ReviewedStory } from './reviewed.js';

/** Words and spoken seconds over each telling and over each labelled section. */
export function codeLenses(reviewed: ReviewedStory): CodeLens[] {
  return reviewed.review.tellings.flatMap((telling) => [
    ...totalLens(reviewed, telling),
    ...sectionLenses(reviewed, telling),
  ]);
}

function totalLens(reviewed: ReviewedStory, telling: TellingReview): CodeLens[] {
  const anchor = tellingAnchor(reviewed, telling);
  const { words, seconds } = telling.timing;
  if (anchor === undefined || words === 0) return [];
  const target = reviewed.review.profile.limits.targetSeconds;
  return [textLens(reviewed, anchor, `${countWords(words)} · ${spoken(seconds)} of ${spoken(target)}`)];
}

/** The framing's label, else the story's title in the text, else where its first section begins. */
export function tellingAnchor(reviewed: ReviewedStory, { telling }: TellingReview): Range | undefined {
  if (telling.label !== undefined) return telling.label;
  const { title, frontMatter } = reviewed.review.story;
  if (title !== undefined && title.start >= (frontMatter?.end ?? 0)) return title;
  return telling.sections[0]?.whole;
}

function sectionLenses(reviewed: ReviewedStory, { telling, timing }: TellingReview): CodeLens[] {
  return timing.sections.flatMap(({ section, words, seconds }) =>
    section.label !== undefined && telling.sections.includes(section)
      ? [textLens(reviewed, section.label, `${countWords(words)} · ${spoken(seconds)}`)]
      : [],
  );
}

/** A lens that only says something: editors show one without a command as plain text. */
function textLens(reviewed: ReviewedStory, anchor: Range, title: string): CodeLens {
  const { start } = toLspRange(reviewed, anchor);
  return { range: { start, end: start }, command: { title, command: '' } };
}

import type { TellingReview } from '../review/types.js';
import type { Range } from '../story/types.js';
import { countWords, spoken } from './prose.js';
import type { ReviewedStory } from './reviewed.js';

/** How long a telling or one of its sections takes to say, and the part of the text it is shown at. */
export interface ShownTime {
  readonly anchor: Range;
  /** `205 words · 88 s of 90 s`, `39 words · 17 s · 20%`. */
  readonly text: string;
  /** The number of the telling, from 0, when it is a whole one that takes longer than its target. */
  readonly overTarget?: number;
}

/** The times of each telling, and of each of its own labelled sections. */
export function timesOf(reviewed: ReviewedStory): ShownTime[] {
  return reviewed.review.tellings.flatMap((telling, nth) => [...totalTime(reviewed, telling, nth), ...sectionTimes(telling)]);
}

function totalTime(reviewed: ReviewedStory, telling: TellingReview, nth: number): ShownTime[] {
  const anchor = tellingAnchor(reviewed, telling);
  const { words, seconds } = telling.timing;
  if (anchor === undefined || words === 0) return [];
  const target = reviewed.review.profile.limits.targetSeconds;
  const text = `${countWords(words)} · ${spoken(seconds)} of ${spoken(target)}`;
  return seconds > target ? [{ anchor, text: `${text}, ${spoken(seconds - target)} over`, overTarget: nth }] : [{ anchor, text }];
}

/** The framing's label, else the story's title in the text, else where its first section begins. */
export function tellingAnchor(reviewed: ReviewedStory, { telling }: TellingReview): Range | undefined {
  if (telling.label !== undefined) return telling.label;
  const { title, frontMatter } = reviewed.review.story;
  if (title !== undefined && title.start >= (frontMatter?.end ?? 0)) return title;
  return telling.sections[0]?.whole;
}

function sectionTimes({ telling, timing }: TellingReview): ShownTime[] {
  return timing.sections.flatMap(({ section, words, seconds, share }) =>
    section.label !== undefined && telling.sections.includes(section)
      ? [{ anchor: section.label, text: `${countWords(words)} · ${spoken(seconds)} · ${Math.round(share * 100)}%` }]
      : [],
  );
}

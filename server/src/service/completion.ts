import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { attempt } from '../review/attempt.js';
import type { TellingReview } from '../review/types.js';
import { fillIns } from './completeBeats.js';
import { frontMatterItems } from './completeFrontMatter.js';
import { missingHeadings } from './completeHeadings.js';
import { slotWords } from './completeSlots.js';
import { storyStarts } from './completeStart.js';
import { suppressionCodes, suppressionComments } from './completeSuppressions.js';
import type { CompletionOptions, CompletionSite } from './completionSite.js';
import { touches, type ReviewedStory } from './reviewed.js';

/**
 * Characters after which an editor asks by itself; Markdown has no suggestions while typing. The last four are for the
 * front matter: in prose they are answered with nothing.
 */
export const TRIGGER_CHARACTERS = ['[', '#', '<', ':', '-', ',', '{'];

/** Whatever the cursor's place asks for: front matter, a beginning, suppressions, words for a slot, headings or fill-in sentences. */
export function completions(
  reviewed: ReviewedStory,
  position: Position,
  options: CompletionOptions,
): CompletionItem[] {
  const offset = reviewed.lines.offsetAt(position);
  const offered = <T>(name: string, offer: () => T): T | undefined => attempt(reviewed.review.broken, 'completion', name, offer, undefined);
  const front = offered('front matter', () => frontMatterItems(reviewed, offset, options));
  if (front !== undefined) return front;
  const { frontMatter } = reviewed.review.story;
  if (frontMatter !== undefined && offset < frontMatter.end) return [];
  const site = siteAt(reviewed, offset, options);
  const begun = offered('beginnings', () => storyStarts(site)) ?? offered('suppressions', () => suppressionCodes(site) ?? suppressionComments(site));
  if (begun !== undefined) return begun;
  if (inAside(site)) return [];
  return offered('slots', () => slotWords(site)) ?? offered('headings', () => missingHeadings(site)) ?? offered('sentences', () => fillIns(site)) ?? [];
}

function siteAt(reviewed: ReviewedStory, offset: number, options: CompletionOptions): CompletionSite {
  const { review, lines } = reviewed;
  const line = lines.lineAt(offset);
  return {
    reviewed,
    telling: tellingBefore(review.tellings, offset),
    offset,
    before: review.story.text.slice(lines.lineStart(line), offset),
    after: review.story.text.slice(offset, lines.lineEnd(line)),
    options,
  };
}

/** The telling to which the last label or section before the cursor belongs. */
function tellingBefore(tellings: readonly [TellingReview, ...TellingReview[]], offset: number): TellingReview {
  const startBefore = ({ telling }: TellingReview): number => {
    const starts = [telling.label?.start ?? 0, ...telling.sections.map(({ whole }) => whole.start)];
    return Math.max(-1, ...starts.filter((start) => start <= offset));
  };
  return tellings.reduce((last, telling) => (startBefore(telling) > startBefore(last) ? telling : last), tellings[0]);
}

function inAside(site: CompletionSite): boolean {
  const at = { start: site.offset, end: site.offset };
  return site.reviewed.review.story.asides.some((aside) => touches(aside, at) && aside.start !== site.offset);
}

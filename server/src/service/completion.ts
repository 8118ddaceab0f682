import type { CompletionItem, Position } from 'vscode-languageserver-types';
import type { Range } from '../story/types.js';
import { fillIns } from './completeBeats.js';
import { missingHeadings } from './completeHeadings.js';
import { suppressionCodes, suppressionComments } from './completeSuppressions.js';
import type { CompletionOptions, CompletionSite } from './completionSite.js';
import { touches, type ReviewedStory } from './reviewed.js';

/** Characters after which an editor asks by itself; Markdown has no suggestions while typing. */
export const TRIGGER_CHARACTERS = ['[', '#', '<'];

/** Fill-in sentences, missing headings or suppressions, whichever the cursor's line asks for. */
export function completions(
  reviewed: ReviewedStory,
  position: Position,
  options: CompletionOptions,
): CompletionItem[] {
  const site = siteAt(reviewed, position, options);
  if (site === undefined) return [];
  const codes = suppressionCodes(site) ?? suppressionComments(site);
  if (codes !== undefined) return codes;
  if (inAside(site)) return [];
  return missingHeadings(site) ?? fillIns(site) ?? [];
}

function siteAt(
  reviewed: ReviewedStory,
  position: Position,
  options: CompletionOptions,
): CompletionSite | undefined {
  const { review, lines } = reviewed;
  const offset = lines.offsetAt(position);
  const { frontMatter, text } = review.story;
  if (frontMatter !== undefined && offset < frontMatter.end) return undefined;
  const line = lines.lineAt(offset);
  return {
    reviewed,
    telling: review.tellings.find(({ telling }) => holds(telling.range, offset)) ?? review.tellings[0],
    offset,
    before: text.slice(lines.lineStart(line), offset),
    after: text.slice(offset, lines.lineEnd(line)),
    options,
  };
}

function holds(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

function inAside(site: CompletionSite): boolean {
  const at = { start: site.offset, end: site.offset };
  return site.reviewed.review.story.asides.some((aside) => touches(aside, at) && aside.start !== site.offset);
}

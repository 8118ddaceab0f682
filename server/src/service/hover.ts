import type { Hover, Position } from 'vscode-languageserver-types';
import { attempt } from '../review/attempt.js';
import type { Range } from '../story/types.js';
import { evidenceHovers } from './hoverEvidence.js';
import { frontMatterHover } from './frontMatterHover.js';
import { criterionText, findingText } from './hoverFinding.js';
import { INKS, type HoverFormat } from './ink.js';
import { numberedFindings, toLspRange, touches, type ReviewedStory } from './reviewed.js';

export interface HoverOptions {
  readonly hoverFormat: HoverFormat;
  /** The editor has our commands and follows links to them. */
  readonly commandLinks: boolean;
}

interface HoverPart {
  readonly text: string;
  readonly range: Range;
}

/** What to say about the title, the section label, the findings or the suppression at a position. */
export function hover(reviewed: ReviewedStory, position: Position, options: HoverOptions): Hover | null {
  const offset = reviewed.lines.offsetAt(position);
  const at = { start: offset, end: offset };
  const ink = INKS[options.hoverFormat];
  const links = options.commandLinks && options.hoverFormat === 'markdown';
  const told = (name: string, tell: () => HoverPart[]): HoverPart[] => attempt(reviewed.review.broken, 'hover', name, tell, []);
  const parts = [
    ...told('what was heard', () => evidenceHovers(reviewed, at, ink)),
    ...findingsAt(reviewed, at).flatMap((finding) => told(finding.rule, () => [{ text: findingText(reviewed, finding, ink, links), range: finding.range }])),
    ...suppressedCodesAt(reviewed, at).flatMap(({ code, range }) => {
      const criterion = reviewed.rubric.criterion(code);
      return criterion === undefined ? [] : told(criterion.code, () => [{ text: criterionText(reviewed, criterion, ink), range }]);
    }),
    ...told('front matter', () => frontMatterHover(reviewed, offset, options.hoverFormat)),
  ];
  const first = parts[0];
  if (first === undefined) return null;
  return {
    contents: { kind: options.hoverFormat, value: parts.map((part) => part.text).join(ink.rule) },
    range: toLspRange(reviewed, first.range),
  };
}

/** The findings under a cursor, the ones with the narrowest range first. */
function findingsAt(reviewed: ReviewedStory, at: Range) {
  return numberedFindings(reviewed.review)
    .map(({ finding }) => finding)
    .filter((finding) => touches(finding.range, at))
    .sort((a, b) => a.range.end - a.range.start - (b.range.end - b.range.start));
}

function suppressedCodesAt(reviewed: ReviewedStory, at: Range): { code: string; range: Range }[] {
  return reviewed.review.story.suppressions
    .flatMap((suppression) => suppression.codes)
    .filter((code) => touches(code.range, at));
}

import type { InlayHint, Range as LspRange } from 'vscode-languageserver-types';
import { timesOf } from './times.js';
import { toOffsets, touches, type ReviewedStory } from './reviewed.js';

/** Words and spoken seconds at the end of each telling's first line and of each section's label line, within a range. */
export function inlayHints(reviewed: ReviewedStory, range: LspRange): InlayHint[] {
  const asked = toOffsets(reviewed, range);
  return timesOf(reviewed).flatMap(({ anchor, text }): InlayHint[] => {
    const { line } = reviewed.lines.positionAt(anchor.start);
    const at = reviewed.lines.lineEnd(line);
    if (!touches(asked, { start: at, end: at })) return [];
    return [{ position: reviewed.lines.positionAt(at), label: text, paddingLeft: true }];
  });
}

import type { CodeAction, CodeActionContext } from 'vscode-languageserver-types';
import type { Fix, Review } from '../review/types.js';
import { workspaceEdit, type EditOptions } from './codeActions.js';
import { numberedFindings, touches, type ReviewedStory } from './reviewed.js';

export const FIX_ALL_KIND = 'source.fixAll.starwright';

/**
 * One action with every fix that cannot change the meaning. Answers only when the editor asks for
 * this kind, so that it is never offered beside the quick fixes.
 */
export function fixAll(reviewed: ReviewedStory, context: CodeActionContext, options: EditOptions): CodeAction[] {
  const asked = context.only?.some((kind) => kind === FIX_ALL_KIND || FIX_ALL_KIND.startsWith(`${kind}.`));
  if (asked !== true) return [];
  const edits = safeFixes(reviewed.review).flatMap((fix) => fix.edits);
  if (edits.length === 0) return [];
  return [{ title: 'Apply all safe fixes', kind: FIX_ALL_KIND, edit: workspaceEdit(reviewed, edits, options) }];
}

/** All safe fixes of a story, from top to bottom, leaving out any that would overlap one already taken. */
export function safeFixes(review: Review): Fix[] {
  const taken: Fix[] = [];
  for (const { finding } of numberedFindings(review)) {
    const fix = finding.fixes.find((candidate) => candidate.safe);
    if (fix === undefined) continue;
    if (fix.edits.some((edit) => taken.some(({ edits }) => edits.some((other) => touches(edit, other))))) continue;
    taken.push(fix);
  }
  return taken;
}

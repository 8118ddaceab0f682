import type { Position } from 'vscode-languageserver-types';
import { numberedFindings, touches, type ReviewedStory } from './reviewed.js';
import { snippetInsert, type SnippetInsert } from './snippets.js';

/** How to leave out the finding of a rule at a place, the reason a tab stop; null where there is none to leave out. */
export function silence(reviewed: ReviewedStory, rule: string, position: Position): SnippetInsert | null {
  const offset = reviewed.lines.offsetAt(position);
  const at = { start: offset, end: offset };
  const found = numberedFindings(reviewed.review).find(({ finding }) => finding.rule === rule && touches(finding.range, at));
  const [edit] = found?.finding.fixes.find(({ silences }) => silences)?.edits ?? [];
  return edit === undefined ? null : snippetInsert(reviewed, edit);
}

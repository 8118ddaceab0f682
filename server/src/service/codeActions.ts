import {
  CodeActionKind,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type Range as LspRange,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { attempt } from '../review/attempt.js';
import type { Edit, Fix } from '../review/types.js';
import { diagnosticData, toDiagnostic, type DiagnosticOptions } from './diagnostics.js';
import { numberedFindings, toLspRange, toOffsets, touches, type NumberedFinding, type ReviewedStory } from './reviewed.js';
import { toSnippet } from './snippets.js';

export interface EditOptions {
  /** The editor takes edits for a given document version. */
  readonly documentChanges: boolean;
  /** The editor takes snippets in such edits. */
  readonly snippetEdits: boolean;
}

/** The quick fixes for the findings that a range touches, the findings in text order. */
export function codeActions(
  reviewed: ReviewedStory,
  range: LspRange,
  context: CodeActionContext,
  options: EditOptions & DiagnosticOptions,
): CodeAction[] {
  if (!wants(context.only, CodeActionKind.QuickFix)) return [];
  const asked = (context.diagnostics ?? []).filter((diagnostic) => diagnosticData(diagnostic) !== undefined);
  const at = toOffsets(reviewed, range);
  const actions: CodeAction[] = [];
  for (const numbered of numberedFindings(reviewed.review)) {
    if (!touches(numbered.finding.range, at)) continue;
    const offered = <T>(offer: () => T): T | undefined => attempt(reviewed.review.broken, 'fix', numbered.finding.rule, offer, undefined);
    const diagnostic = offered(() => answered(reviewed, numbered, asked, options));
    if (diagnostic === undefined) continue;
    const { fixes } = numbered.finding;
    // An editor applies "the" preferred fix unasked: a finding can have only one.
    const preferred = fixes.find((fix) => fix.preferred);
    for (const fix of fixes) actions.push(...(offered(() => [toAction(reviewed, fix, fix === preferred, diagnostic, options)]) ?? []));
  }
  return actions;
}

/** True when an editor that asks for `only` these kinds wants this one. */
export function wants(only: readonly string[] | undefined, kind: string): boolean {
  if (only === undefined) return true;
  return only.some((asked) => asked === '' || asked === kind || kind.startsWith(`${asked}.`));
}

/** The edits of a fix as the editor can take them: with tab stops where it knows snippets. */
export function workspaceEdit(reviewed: ReviewedStory, edits: readonly Edit[], options: EditOptions): WorkspaceEdit {
  if (!options.documentChanges) {
    return { changes: { [reviewed.uri]: edits.map((edit) => textEdit(reviewed, edit)) } };
  }
  const textDocument = { uri: reviewed.uri, version: reviewed.version };
  let next = 1;
  const written = edits.map((edit): TextEdit | SnippetTextEdit => {
    // Tab stops are numbered through all edits: an editor links stops of the same number.
    const snippet = toSnippet(edit.newText, next);
    if (!options.snippetEdits || snippet.next === next) return textEdit(reviewed, edit);
    next = snippet.next;
    return { range: toLspRange(reviewed, edit), snippet: { kind: 'snippet', value: snippet.text } };
  });
  return { documentChanges: [{ textDocument, edits: written }] };
}

function textEdit(reviewed: ReviewedStory, edit: Edit): TextEdit {
  return { range: toLspRange(reviewed, edit), newText: edit.newText };
}

function toAction(
  reviewed: ReviewedStory,
  fix: Fix,
  preferred: boolean,
  diagnostic: Diagnostic,
  options: EditOptions,
): CodeAction {
  const action: CodeAction = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(reviewed, fix.edits, options),
  };
  if (preferred) action.isPreferred = true;
  return action;
}

/**
 * The diagnostic that a finding's fixes answer: the editor's own where it named one, ours where it
 * named none, undefined where it asked about others only.
 */
function answered(
  reviewed: ReviewedStory,
  numbered: NumberedFinding,
  asked: readonly Diagnostic[],
  options: DiagnosticOptions,
): Diagnostic | undefined {
  if (asked.length === 0) return toDiagnostic(reviewed, numbered, options);
  const { rule } = numbered.finding;
  const sameRule = asked.filter((diagnostic) => diagnosticData(diagnostic)?.rule === rule);
  return (
    sameRule.find((diagnostic) => diagnosticData(diagnostic)?.nth === numbered.nth) ??
    sameRule.find((diagnostic) => touches(toOffsets(reviewed, diagnostic.range), numbered.finding.range))
  );
}

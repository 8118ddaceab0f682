import { CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionContext, type Range as LspRange } from 'vscode-languageserver-types';
import { refactorings, type Refactoring } from '../refactor/index.js';
import { wants, workspaceEdit, type EditOptions } from './codeActions.js';
import { toOffsets, type ReviewedStory } from './reviewed.js';

const KINDS: Readonly<Record<Refactoring['kind'], CodeActionKind>> = {
  rewrite: CodeActionKind.RefactorRewrite,
  extract: CodeActionKind.RefactorExtract,
};

/**
 * The refactorings that apply at a selection, as the editor's Refactor menu shows them. A cursor that merely moves
 * is offered none: nothing is wrong there, and a light bulb on every line would say so.
 */
export function refactorActions(reviewed: ReviewedStory, range: LspRange, context: CodeActionContext, options: EditOptions): CodeAction[] {
  if (!Object.values(KINDS).some((kind) => wants(context.only, kind))) return [];
  const unasked = context.triggerKind === CodeActionTriggerKind.Automatic && context.only === undefined;
  if (unasked && range.start.line === range.end.line && range.start.character === range.end.character) return [];
  const { review, rubric } = reviewed;
  return refactorings({ review, rubric, range: toOffsets(reviewed, range) })
    .filter(({ kind }) => wants(context.only, KINDS[kind]))
    .map(({ title, kind, edits }) => ({ title, kind: KINDS[kind], edit: workspaceEdit(reviewed, edits, options) }));
}

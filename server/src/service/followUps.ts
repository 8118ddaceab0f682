import { CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionContext, type Range as LspRange, type WorkspaceEdit } from 'vscode-languageserver-types';
import { followUps, type FollowUp } from '../bank/index.js';
import { followUpEdits } from '../refactor/index.js';
import { tellingAt } from '../story/told.js';
import { wants, workspaceEdit, type EditOptions } from './codeActions.js';
import { shorten } from './prose.js';
import { toLspRange, toOffsets, touches, type ReviewedStory } from './reviewed.js';

/** A follow-up question and where in the document it comes from. */
export interface FollowUpRow extends Omit<FollowUp, 'range'> {
  readonly range: LspRange | undefined;
}

/** What an interviewer would ask after each telling of a story. */
export interface FollowUpList {
  readonly version: number | null;
  readonly title: string;
  readonly tellings: readonly { readonly title: string | undefined; readonly followUps: readonly FollowUpRow[] }[];
}

/** As many as are worth preparing: the choice, the people, the lesson. */
const ENOUGH = 3;

/** In characters: a menu is no wider. */
const LONGEST_TITLE = 70;

/** What would be asked next, for each telling of a story. */
export function followUpList(reviewed: ReviewedStory): FollowUpList {
  const { review, rubric, version } = reviewed;
  const row = (followUp: FollowUp): FollowUpRow => ({ ...followUp, range: followUp.range && toLspRange(reviewed, followUp.range) });
  const tellings = review.tellings.map((told) => ({ title: told.telling.title, followUps: followUps(review, rubric, told).map(row) }));
  return { version, title: review.story.title?.value ?? '', tellings };
}

/** One edit that writes those questions of a telling that are not prepared yet, by their ids, under Follow-ups; null when there is none. */
export function followUpsEdit(reviewed: ReviewedStory, nth: number, ids: readonly string[], options: EditOptions): WorkspaceEdit | null {
  const told = reviewed.review.tellings[nth];
  const asked = told ? followUps(reviewed.review, reviewed.rubric, told).filter(({ id, prepared }) => ids.includes(id) && !prepared) : [];
  const edits = followUpEdits(reviewed.review.story, asked.map(({ ask }) => ask));
  return edits.length === 0 ? null : workspaceEdit(reviewed, edits, { ...options, snippetEdits: false });
}

/** The actions that write follow-up questions into the story: what the sentence at the cursor raises, and the first three. */
export function followUpActions(reviewed: ReviewedStory, range: LspRange, context: CodeActionContext, options: EditOptions): CodeAction[] {
  const kind = CodeActionKind.RefactorRewrite;
  if (!wants(context.only, kind)) return [];
  // Nothing is wrong without them: a cursor that merely moves is offered none.
  if (context.triggerKind === CodeActionTriggerKind.Automatic && context.only === undefined) return [];
  const { review, rubric } = reviewed;
  const at = toOffsets(reviewed, range);
  const telling = tellingAt(review.story, at.start);
  const told = review.tellings.find((candidate) => candidate.telling === telling) ?? review.tellings[0];
  const open = followUps(review, rubric, told).filter(({ prepared }) => !prepared);
  const here = open.find((followUp) => followUp.range && touches(followUp.range, at));
  const first = open.slice(0, ENOUGH);
  const offered = [
    ...(here ? [{ title: `Add this follow-up question: ${shorten(here.ask, LONGEST_TITLE)}`, asked: [here] }] : []),
    ...(first.length > 0 ? [{ title: first.length === 1 ? 'Add 1 follow-up question' : `Add ${first.length} follow-up questions`, asked: first }] : []),
  ];
  return offered.flatMap(({ title, asked }) => {
    const edits = followUpEdits(review.story, asked.map(({ ask }) => ask));
    return edits.length === 0 ? [] : [{ title, kind, edit: workspaceEdit(reviewed, edits, options) }];
  });
}

import type { Range as LspRange } from 'vscode-languageserver-types';
import type { FollowUp } from '../bank/index.js';

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

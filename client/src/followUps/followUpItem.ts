import * as vscode from 'vscode';
import type { FollowUpRow } from '../../../server/src/lsp/protocol.js';

/** A command of the view alone. Argument: the question. */
export const GO_TO_FOLLOW_UP = 'starwright.goToFollowUp';

/** The questions that come from one place. */
export interface FollowUpGroup {
  readonly from: FollowUpRow['from'];
  readonly followUps: readonly FollowUpRow[];
}

/** The questions by where they come from, each kind of place once, in the order in which they are asked. */
export function groupsOf(followUps: readonly FollowUpRow[]): FollowUpGroup[] {
  const origins = [...new Set(followUps.map(({ from }) => from))];
  return origins.map((from) => ({ from, followUps: followUps.filter((row) => row.from === from) }));
}

/** A heading of the view. */
export function groupItem({ from }: FollowUpGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(originOf(from), vscode.TreeItemCollapsibleState.Expanded);
  item.id = from;
  return item;
}

/** A question as a line of the view; why it is asked beneath the pointer. */
export function followUpItem(row: FollowUpRow): vscode.TreeItem {
  const { ask, why, prepared, range } = row;
  const item = new vscode.TreeItem(ask);
  const line = range && vscode.l10n.t('line {0}', range.start.line + 1);
  const state = [prepared ? vscode.l10n.t('prepared') : undefined, line].filter((part) => part !== undefined).join(' · ');
  item.description = state;
  item.tooltip = `${ask}\n\n${why}`;
  item.accessibilityInformation = { label: [ask, state, why].filter((part) => part !== '').join(' ') };
  item.iconPath = new vscode.ThemeIcon(prepared ? 'check' : 'question');
  item.contextValue = prepared ? 'prepared' : 'open';
  if (range) item.command = { command: GO_TO_FOLLOW_UP, title: vscode.l10n.t('Go to the sentence that raises it'), arguments: [row] };
  return item;
}

function originOf(from: FollowUpRow['from']): string {
  switch (from) {
    case 'claim':
      return vscode.l10n.t('From what you say');
    case 'gap':
      return vscode.l10n.t('From what is not heard yet');
    case 'kind':
      return vscode.l10n.t('Asked of every story of this kind');
  }
}

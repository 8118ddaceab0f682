import * as vscode from 'vscode';
import type { BankRow } from '../../../server/src/lsp/protocol.js';

/** Which stories are listed. */
export type StoryFilter = 'all' | 'ready' | 'draft' | 'warnings' | 'unrehearsed';

/** Whether a filter lists a story. */
export function passes(filter: StoryFilter, { status, findings, rehearsed }: BankRow): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'warnings':
      return findings.error + findings.warning > 0;
    case 'unrehearsed':
      return rehearsed === undefined;
    default:
      return status === filter;
  }
}

/** Asks which stories to list; undefined when the person leaves. `count` is how many a filter lists. */
export async function askForFilter(count: (filter: StoryFilter) => number): Promise<StoryFilter | undefined> {
  const items = (Object.entries(names()) as [StoryFilter, string][]).map(([filter, label]) => ({ label, description: `${count(filter)}`, filter }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Filter Stories'), placeHolder: vscode.l10n.t('Which stories to list') });
  return chosen?.filter;
}

/** `Drafts: 3 of 12`. */
export function filterInWords(filter: StoryFilter, shown: number, all: number): string {
  return vscode.l10n.t('{0}: {1} of {2}', names()[filter], shown, all);
}

function names(): Record<StoryFilter, string> {
  return {
    all: vscode.l10n.t('All stories'),
    ready: vscode.l10n.t('Ready'),
    draft: vscode.l10n.t('Drafts'),
    warnings: vscode.l10n.t('With warnings'),
    unrehearsed: vscode.l10n.t('Never rehearsed'),
  };
}

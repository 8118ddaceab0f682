import * as vscode from 'vscode';
import type { PracticeSheet } from '../../../server/src/lsp/protocol.js';
import { inMessage } from '../inMessage.js';

/** The questions to ask oneself after a try, to be ticked; says which are left. */
export async function rehearsalChecklist({ checklist }: PracticeSheet): Promise<void> {
  const ticked = await vscode.window.showQuickPick(checklist.map((label) => ({ label })), {
    title: vscode.l10n.t('Rehearsal Checklist'),
    placeHolder: vscode.l10n.t('Tick what you can say yes to, after the last try'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (ticked === undefined) return;
  const left = checklist.filter((question) => !ticked.some(({ label }) => label === question));
  const message = left.length === 0 ? vscode.l10n.t('All {0} answered with yes.', checklist.length) : vscode.l10n.t('Left for the next try: {0}', inMessage(left.join(' ')));
  void vscode.window.showInformationMessage(message);
}

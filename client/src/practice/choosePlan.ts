import * as vscode from 'vscode';
import type { PracticeSheet } from '../../../server/src/lsp/protocol.js';
import { timeInWords } from './planRows.js';

/** The plan to follow, `none` for none; undefined when the person leaves. */
export async function choosePlan({ plans }: PracticeSheet, followed: string | undefined): Promise<{ readonly plan: string | undefined } | undefined> {
  const items = plans.map(({ id, title, summary, minutes }) => {
    const time = timeInWords(minutes);
    return { label: title, description: id === followed ? vscode.l10n.t('{0}, followed now', time) : time, detail: summary, plan: id as string | undefined };
  });
  const none = { label: vscode.l10n.t('No plan'), detail: vscode.l10n.t('Only the stories that are due. What was ticked is kept.'), plan: undefined };
  return vscode.window.showQuickPick(followed === undefined ? items : [...items, none], {
    title: vscode.l10n.t('Choose a Plan'),
    placeHolder: vscode.l10n.t('How much time is left?'),
    matchOnDetail: true,
  });
}

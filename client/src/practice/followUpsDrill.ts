import * as vscode from 'vscode';
import { FOLLOW_UPS_REQUEST, type FollowUpList, type FollowUpRow, type FollowUpsParams } from '../../../server/src/lsp/protocol.js';
import { inList, titleOf } from '../bank/words.js';
import type { StoryServer } from '../client.js';
import { tellingInFront } from './tellingInFront.js';
import { writeFollowUps } from './writeFollowUps.js';

/** What to do with a question. */
type Then = 'next' | 'add' | 'stop';

/** A drill: what would be asked after the open story, one question at a time, to think of an answer. */
export async function drillFollowUps(server: StoryServer): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const telling = await tellingInFront(server);
  const params: FollowUpsParams | undefined = document && { textDocument: { uri: document.uri.toString() } };
  const list = params && (await server.ask<FollowUpList | null>(FOLLOW_UPS_REQUEST, params));
  const told = list?.tellings[telling];
  if (!document || !told || told.followUps.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a story that says what you did: its follow-up questions are asked here.'));
    return;
  }
  const title = titleOf({ title: list.title, ...(told.title !== undefined && { framing: told.title }) });
  for (const [index, row] of told.followUps.entries()) {
    const then = await ask(row, vscode.l10n.t('{0} of {1} · {2}', index + 1, told.followUps.length, inList(title)));
    if (then === 'add') await writeFollowUps(server, document, telling, [row.id]);
    if (then === undefined || then === 'stop') return;
  }
}

async function ask({ ask: question, why, prepared }: FollowUpRow, title: string): Promise<Then | undefined> {
  const add = { label: `$(add) ${vscode.l10n.t('Add to Follow-ups')}`, detail: vscode.l10n.t('Writes the question into the story, with a line for your answer.'), then: 'add' as const };
  const items: (vscode.QuickPickItem & { readonly then: Then })[] = [
    { label: `$(arrow-right) ${vscode.l10n.t('Next')}`, description: prepared ? vscode.l10n.t('prepared') : '', detail: inList(vscode.l10n.t('They want to know: {0}', why)), then: 'next' },
    ...(prepared ? [] : [add]),
    { label: `$(debug-stop) ${vscode.l10n.t('Stop')}`, then: 'stop' },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title, placeHolder: inList(question), ignoreFocusOut: true });
  return chosen?.then;
}

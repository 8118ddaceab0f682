import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/node';
import { SET_STATUS_REQUEST, type SetStatusParams, type StoryStatus } from '../../../server/src/lsp/protocol.js';
import { sayOpenAStory, storyInFront } from '../cards/storyInFront.js';
import type { StoryServer } from '../client.js';
import { fileInMessage } from '../fileInMessage.js';
import type { Bank } from './bank.js';
import { cannotOpen } from './openStory.js';
import { capital, statusInWords } from './words.js';

/** Asks what a story is now, the one given or the one in front, and writes that into its front matter. An open story is left to be saved or undone by the person; a closed one is written. */
export async function setStatus(server: StoryServer, bank: Bank, given: string | undefined): Promise<void> {
  const uri = given === undefined ? storyInFront() : vscode.Uri.parse(given);
  if (uri === undefined) return sayOpenAStory();
  const status = await askForStatus(bank.known?.stories.find(({ id }) => id === uri.toString())?.status);
  if (status === undefined) return;
  const opened = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const document = opened ?? (await vscode.workspace.openTextDocument(uri).then((read) => read, () => undefined));
  if (document === undefined) return cannotOpen(bank, uri);
  // Bytes that are no text are read as this character; saved, they would be lost.
  if (opened === undefined && document.getText().includes('\uFFFD')) return void vscode.window.showWarningMessage(vscode.l10n.t('Some of {0} cannot be read as UTF-8, so nothing was written in it. Open it and save it as UTF-8 first.', fileInMessage(uri)));
  const params: SetStatusParams = { textDocument: { uri: document.uri.toString() }, status };
  const edit = await server.ask<WorkspaceEdit | null>(SET_STATUS_REQUEST, params);
  if (edit === undefined) return;
  const converted = edit && (await (await server.running())?.protocol2CodeConverter.asWorkspaceEdit(edit));
  const done = converted ? await vscode.workspace.applyEdit(converted) : false;
  if (!done) return void vscode.window.showWarningMessage(vscode.l10n.t('The front matter of {0} cannot be written to as it stands. Open the story: what is wrong there is named.', fileInMessage(uri)));
  if (opened === undefined && !(await document.save())) await vscode.window.showTextDocument(document);
}

async function askForStatus(now: StoryStatus | undefined): Promise<StoryStatus | undefined> {
  const details: Record<StoryStatus, string> = {
    draft: vscode.l10n.t('It counts once it is ready.'),
    ready: vscode.l10n.t('It can be told.'),
    retired: vscode.l10n.t('It is kept, and left out of coverage, questions and plans.'),
  };
  const items = (Object.entries(details) as [StoryStatus, string][]).map(([status, detail]) => ({
    label: capital(statusInWords(status)),
    ...(status === now && { description: vscode.l10n.t('as it is now') }),
    detail,
    status,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Set Status'), placeHolder: vscode.l10n.t('What is this story now?') });
  return chosen?.status;
}

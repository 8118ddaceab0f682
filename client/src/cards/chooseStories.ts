import * as vscode from 'vscode';
import { BANK_REQUEST, type BankOverview, type BankRow } from '../../../server/src/lsp/protocol.js';
import { aboutOf } from '../bank/row.js';
import type { StoryServer } from '../client.js';
import { STORY_EXTENSION } from '../stories.js';
import { sayOpenAStory, storyInFront } from './storyInFront.js';

/** The addresses of the stories a command is for; undefined when the person left, or there is none, which has then been said. */
export async function chooseStories(server: StoryServer, clicked: unknown, selected: unknown): Promise<string[] | undefined> {
  const { story } = aboutOf(clicked);
  if (story !== undefined) return [story];
  const resources = [...(Array.isArray(selected) ? selected : []), clicked].filter((one) => one instanceof vscode.Uri);
  return resources.length > 0 ? storiesIn(server, resources) : askWhich(server);
}

/** The stories that were clicked, and those in folders that were. */
async function storiesIn(server: StoryServer, resources: readonly vscode.Uri[]): Promise<string[] | undefined> {
  const files = resources.filter(({ path }) => path.toLowerCase().endsWith(STORY_EXTENSION)).map(String);
  const folders = resources.filter(({ path }) => !path.toLowerCase().endsWith(STORY_EXTENSION)).map((uri) => `${uri.path.replace(/\/+$/, '')}/`);
  const bank = folders.length > 0 ? await wholeBank(server) : [];
  if (bank === undefined) return undefined;
  const inside = bank.filter(({ id, status }) => status !== 'retired' && folders.some((folder) => vscode.Uri.parse(id).path.startsWith(folder)));
  const stories = [...new Set([...files, ...inside.map(({ id }) => id)])];
  if (stories.length > 0) return stories;
  void vscode.window.showInformationMessage(vscode.l10n.t('There are no stories in this folder that could be put on cards.'));
  return undefined;
}

async function askWhich(server: StoryServer): Promise<string[] | undefined> {
  const open = storyInFront();
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) return open ? [open.toString()] : sayOpenAStory() ?? undefined;
  const bank = await wholeBank(server);
  if (bank === undefined) return undefined;
  const ready = bank.filter(({ status }) => status === 'ready');
  const choices = [
    ...(open ? [{ label: vscode.l10n.t('The open story'), description: vscode.workspace.asRelativePath(open), stories: [open.toString()] }] : []),
    ...(ready.length > 0 ? [{ label: vscode.l10n.t('All ready stories'), description: `${ready.length}`, stories: ready.map(({ id }) => id) }] : []),
    ...(bank.length > 0 ? [{ label: vscode.l10n.t('Choose stories…'), description: `${bank.length}`, stories: undefined }] : []),
  ];
  if (choices.length === 0) return sayOpenAStory() ?? undefined;
  const chosen = await vscode.window.showQuickPick(choices, { title: titleOfExport(), placeHolder: vscode.l10n.t('Which stories?'), ignoreFocusOut: true });
  return chosen && (chosen.stories ?? askForEach(bank));
}

async function askForEach(bank: readonly BankRow[]): Promise<string[] | undefined> {
  const items = bank.map(({ id, title, status }) => ({ id, label: title, description: vscode.workspace.asRelativePath(vscode.Uri.parse(id)), picked: status === 'ready' }));
  const chosen = await vscode.window.showQuickPick(items, { title: titleOfExport(), placeHolder: vscode.l10n.t('Choose the stories to put on cards'), canPickMany: true, matchOnDescription: true, ignoreFocusOut: true });
  return chosen && chosen.length > 0 ? chosen.map(({ id }) => id) : undefined;
}

/** Every story of the bank, or as many as are read when the person would rather not wait. */
async function wholeBank(server: StoryServer): Promise<readonly BankRow[] | undefined> {
  const first = await server.ask<BankOverview>(BANK_REQUEST, {});
  if (first === undefined || first.complete) return first?.stories;
  const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Reading stories…'), cancellable: true };
  return vscode.window.withProgress(options, async (_, token) => {
    let known = first;
    const left = new Promise<void>((resolve) => token.onCancellationRequested(() => resolve()));
    while (!known.complete && !token.isCancellationRequested) {
      await Promise.race([nextNews(server), left]);
      known = (await server.peek<BankOverview>(BANK_REQUEST, {})) ?? known;
    }
    return known.stories;
  });
}

function nextNews(server: StoryServer): Promise<void> {
  return new Promise((resolve) => {
    const listener = server.onBankChanged(() => {
      listener.dispose();
      resolve();
    });
  });
}

/** What the questions of the command are headed with. */
export function titleOfExport(): string {
  return vscode.l10n.t('Export Cue Cards');
}

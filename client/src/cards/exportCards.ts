import * as vscode from 'vscode';
import { CARDS_REQUEST, type CardFormat, type Cards, type CardsParams } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { fileInMessage } from '../fileInMessage.js';
import { inMessage } from '../inMessage.js';
import { STORY_EXTENSION } from '../stories.js';
import { writeWhole } from '../writeWhole.js';
import { chooseStories, titleOfExport } from './chooseStories.js';

/** “Export Cue Cards…”: asks which stories, in which form, with or without names and where to, and writes the cards there. */
export async function exportCards(server: StoryServer, clicked: unknown, selected: unknown): Promise<void> {
  const uris = await chooseStories(server, clicked, selected);
  const form = uris && (await askForForm());
  const names = form && (await askForNames());
  if (!uris || !form || !names) return;
  const params: CardsParams = { uris, format: form.format, redact: names.redact };
  const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Writing cue cards…') };
  const cards = await vscode.window.withProgress(options, () => server.ask<Cards>(CARDS_REQUEST, params));
  if (cards === undefined) return;
  if (cards.stories === 0) return void vscode.window.showWarningMessage(`${vscode.l10n.t('Nothing was exported.')} ${leftOutInWords(cards)}`);
  const target = await askForPlace(form);
  if (target && (await write(target, cards.text))) await offerToOpen(target, form.format, cards);
}

interface Form extends vscode.QuickPickItem {
  readonly format: CardFormat;
  readonly kind?: vscode.QuickPickItemKind;
}

function askForForm(): Thenable<Form | undefined> {
  const forms: Form[] = [
    { label: 'HTML', detail: vscode.l10n.t('A page to print, or to read on a screen'), format: 'html' },
    { label: 'Markdown', detail: vscode.l10n.t('A text to keep beside the stories'), format: 'md' },
    { label: 'CSV', detail: vscode.l10n.t('Rows that a flash-card program imports'), format: 'csv' },
  ];
  return vscode.window.showQuickPick(forms, { title: titleOfExport(), placeHolder: vscode.l10n.t('As what?'), ignoreFocusOut: true });
}

function askForNames(): Thenable<{ readonly redact: boolean } | undefined> {
  const choices = [
    { label: vscode.l10n.t('As they stand'), detail: vscode.l10n.t('For yourself'), redact: false },
    { label: vscode.l10n.t('Without names'), detail: vscode.l10n.t('Hosts, tickets, your confidential terms and names with an alias are replaced; read the cards before you pass them on'), redact: true },
  ];
  return vscode.window.showQuickPick(choices, { title: titleOfExport(), placeHolder: vscode.l10n.t('With the names in the stories?'), ignoreFocusOut: true });
}

/** What lies there already is replaced only after the dialog has asked. */
async function askForPlace({ label, format }: Form): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const home = folder && { defaultUri: vscode.Uri.joinPath(folder, `cue-cards.${format}`) };
  const target = await vscode.window.showSaveDialog({ title: vscode.l10n.t('Export cue cards'), saveLabel: vscode.l10n.t('Export'), filters: { [label]: [format] }, ...home });
  if (!target?.path.toLowerCase().endsWith(STORY_EXTENSION)) return target;
  void vscode.window.showWarningMessage(vscode.l10n.t('Nothing was exported: a file that ends in .star.md would be taken for a story. Choose another name.'));
  return undefined;
}

async function write(target: vscode.Uri, text: string): Promise<boolean> {
  try {
    await writeWhole(target, text);
    return true;
  } catch {
    void vscode.window.showErrorMessage(vscode.l10n.t('Nothing could be written to {0}.', fileInMessage(target)));
    return false;
  }
}

async function offerToOpen(target: vscode.Uri, format: CardFormat, cards: Cards): Promise<void> {
  const open = vscode.l10n.t('Open');
  const where = fileInMessage(target);
  const said = cards.stories === 1 ? vscode.l10n.t('The cards of 1 story are in {0}.', where) : vscode.l10n.t('The cards of {0} stories are in {1}.', cards.stories, where);
  if ((await vscode.window.showInformationMessage([said, leftOutInWords(cards)].join(' ').trim(), open)) !== open) return;
  // Only on this machine is there a browser that can read the file.
  const here = target.scheme === 'file' && vscode.env.remoteName === undefined && vscode.env.uiKind === vscode.UIKind.Desktop;
  if (format === 'html' && here && (await vscode.env.openExternal(target))) return;
  await vscode.window.showTextDocument(target, { preview: false });
}

function leftOutInWords({ leftOut }: Cards): string {
  const [first, ...more] = leftOut;
  if (first === undefined) return '';
  const name = fileInMessage(vscode.Uri.parse(first.uri));
  if (more.length === 0) return vscode.l10n.t('{0} was left out. {1}', name, inMessage(first.problem));
  return more.length === 1 ? vscode.l10n.t('{0} and 1 more were left out. {1}', name, inMessage(first.problem)) : vscode.l10n.t('{0} and {1} more were left out. {2}', name, more.length, inMessage(first.problem));
}

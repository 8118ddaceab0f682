import * as vscode from 'vscode';
import { fileInMessage } from '../fileInMessage.js';
import { writeWhole } from '../writeWhole.js';
import { element, wholeDocument } from './html.js';
import type { PageContent } from './page.js';

/** A page in the forms it can be kept in. */
export interface Saveable extends Omit<PageContent, 'stories'> {
  readonly markdown: string;
  /** What the file is called, without its ending. */
  readonly name: string;
}

/** Asks for a form and a place, and writes the page there. What lies there already is replaced only after the dialog has asked. */
export async function savePage(extension: vscode.Uri, page: Saveable): Promise<void> {
  const forms = [
    { label: 'HTML', detail: vscode.l10n.t('A page to print or to send, as it looks here'), ending: 'html' },
    { label: 'Markdown', detail: vscode.l10n.t('A text to keep beside the stories'), ending: 'md' },
  ] as const;
  // The page is in front, and on a busy machine takes the keyboard late: that must not close the question.
  const form = await vscode.window.showQuickPick(forms, { title: vscode.l10n.t('Save Page'), placeHolder: vscode.l10n.t('As what?'), ignoreFocusOut: true });
  if (form === undefined) return;
  const name = `${page.name}.${form.ending}`;
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({ title: vscode.l10n.t('Save Page'), filters: { [form.label]: [form.ending] }, ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }) });
  if (uri === undefined) return;
  const text = form.ending === 'html' ? await wholePage(extension, page) : page.markdown;
  await writeWhole(uri, text).then(undefined, () => {
    void vscode.window.showWarningMessage(vscode.l10n.t('Nothing could be written to {0}.', fileInMessage(uri)));
  });
}

async function wholePage(extension: vscode.Uri, { title, body }: Saveable): Promise<string> {
  const style = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'media', 'bank', 'page.css')));
  const policy = element('meta', { 'http-equiv': 'Content-Security-Policy', content: "default-src 'none'; style-src 'unsafe-inline'" });
  // A page that leaves the editor opens nothing, and does not tell where the stories lie.
  const still = body.replace(/ (?:href|data-(?:story|framing|shape))="[^"]*"/g, '');
  return wholeDocument('en', title, [policy, element('style', {}, style)], [still]);
}

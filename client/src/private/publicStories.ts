import * as vscode from 'vscode';
import { fileInMessage } from '../fileInMessage.js';
import { STORY_EXTENSION } from '../stories.js';

/** Stories that git would push to a public host. */
export interface PublicStories {
  readonly root: vscode.Uri;
  readonly host: string;
  readonly count: number;
}

/** What keeps every story of a repository out of it. */
const IGNORED = `*${STORY_EXTENSION}`;

/** Explains that stories may become public, and does what the person chooses. `quiet` when they want no more of it for this folder. */
export async function askAboutPublicStories({ root, host, count }: PublicStories, extension: vscode.Uri): Promise<'quiet' | undefined> {
  const ignore = { label: vscode.l10n.t('Add {0} to .gitignore…', IGNORED), detail: vscode.l10n.t('Git then leaves new stories out. What was committed before stays in the history.') };
  const privacy = { label: vscode.l10n.t('Read what Starwright does for privacy'), detail: vscode.l10n.t('Aliases, redacted copies, and what stays on this machine.') };
  const quiet = { label: vscode.l10n.t('Do not say this for this folder again'), detail: vscode.l10n.t('For a repository that is private, or stories that everybody may read.') };
  const title = count === 1 ? vscode.l10n.t('1 story is not ignored, and this folder is pushed to {0}', host) : vscode.l10n.t('{0} stories are not ignored, and this folder is pushed to {1}', count, host);
  const chosen = await vscode.window.showQuickPick([ignore, privacy, quiet], { title, placeHolder: vscode.l10n.t('Whether the repository is public cannot be seen from here') });
  if (chosen === ignore) await ignoreStories(root);
  if (chosen === privacy) await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.joinPath(extension, 'docs', 'privacy.md'));
  return chosen === quiet ? 'quiet' : undefined;
}

async function ignoreStories(root: vscode.Uri): Promise<void> {
  const add = vscode.l10n.t('Add and Save');
  const file = vscode.Uri.joinPath(root, '.gitignore');
  const asked = vscode.l10n.t('Add the line {0} to {1}?', IGNORED, fileInMessage(file));
  if ((await vscode.window.showWarningMessage(asked, { modal: true }, add)) !== add) return;
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(file, { ignoreIfExists: true });
  await vscode.workspace.applyEdit(edit);
  const document = await vscode.workspace.openTextDocument(file);
  const editor = await vscode.window.showTextDocument(document);
  const end = document.lineAt(document.lineCount - 1).range.end;
  await editor.edit((change) => change.insert(end, `${end.character > 0 ? '\n' : ''}${IGNORED}\n`));
  await document.save();
}

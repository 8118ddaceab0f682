import * as vscode from 'vscode';
import { askForDraft } from '../catalog.js';
import type { StoryServer } from '../client.js';
import { showNew } from '../newDocument.js';
import { canHoldStories } from '../stories.js';
import { placeForStory, type Place } from '../storyPlace.js';

/** A text to make a story of. */
interface Source {
  readonly text: string;
  /** The file it comes from: the story goes beside it. */
  readonly uri?: vscode.Uri | undefined;
  /** What is wrong when it holds nothing. */
  readonly empty: string;
}

/** Makes a story of the clicked file, or of the selection, the open document or the clipboard, whichever the person picks, beside where it comes from. */
export async function importStory(server: StoryServer, clicked?: vscode.Uri): Promise<void> {
  const source = clicked ? await fromFile(clicked) : await fromEditorOrClipboard();
  if (!source) return;
  if (source.text.trim() === '') return say(source.empty);
  const draft = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading the text') }, () =>
    askForDraft(server, { from: 'text', text: source.text }, source.uri && vscode.Uri.joinPath(source.uri, '..')),
  );
  if (!draft) return;
  if ('problem' in draft) return say(draft.problem === 'empty' ? source.empty : reasons()[draft.problem]);
  const place: Place = source.uri ? { folder: vscode.Uri.joinPath(source.uri, '..') } : await placeForStory();
  if (place !== 'left') await showNew(place.folder, draft);
}

async function fromFile(uri: vscode.Uri): Promise<Source | undefined> {
  try {
    return { ...ofDocument(await vscode.workspace.openTextDocument(uri)), uri };
  } catch {
    say(reasons().binary);
    return undefined;
  }
}

async function fromEditorOrClipboard(): Promise<Source | undefined> {
  const editor = vscode.window.activeTextEditor;
  const copied = await vscode.env.clipboard.readText().then((text) => text, () => '');
  const clipboard = { text: copied, empty: vscode.l10n.t('The clipboard has no words in it. Copy the text of a story or a postmortem first.') };
  if (!editor || editor.document.uri.scheme === 'output') return clipboard;
  const { document, selection } = editor;
  const selected = document.getText(selection);
  const items = [
    ...(selected.trim() === '' ? [] : [{ label: vscode.l10n.t('The selection'), description: preview(selected), source: { ...ofDocument(document), text: selected } }]),
    { label: vscode.l10n.t('The open document'), description: vscode.workspace.asRelativePath(document.uri), source: ofDocument(document) },
    ...(clipboard.text.trim() === '' ? [] : [{ label: vscode.l10n.t('The clipboard'), description: preview(clipboard.text), source: clipboard }]),
  ];
  if (items.length === 1) return items[0]!.source;
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Import as Story'),
    placeHolder: vscode.l10n.t('What shall become a story? What you import from stays as it is.'),
  });
  return chosen?.source;
}

function ofDocument(document: vscode.TextDocument): Source {
  const uri = document.isUntitled || !canHoldStories(document.uri) ? undefined : document.uri;
  return { text: document.getText(), uri, empty: vscode.l10n.t('The document has no words in it.') };
}

function reasons() {
  return {
    binary: vscode.l10n.t('That is no text, so there is no story in it.'),
    'too-long': vscode.l10n.t('That is too long for one story. Select the part that tells it and import the selection.'),
    unknown: vscode.l10n.t('Nothing could be made of that text.'),
  };
}

function preview(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59).replace(/ \S*$/, '')}…` : line;
}

function say(message: string): void {
  void vscode.window.showWarningMessage(message);
}

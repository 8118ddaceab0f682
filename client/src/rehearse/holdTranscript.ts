import * as vscode from 'vscode';
import type { StoryServer } from '../client.js';
import { isStory } from '../stories.js';
import type { Scratches } from './scratch.js';
import { tellingFor } from './telling.js';

/** VS Code's own, there only with an extension that understands speech. */
const DICTATION = 'workbench.action.editorDictation.start';

interface Way extends vscode.QuickPickItem {
  readonly content: string;
  readonly dictate?: boolean;
}

/** Asks where the words come from, and opens a scratch editor for them beside the story. True when they are there already. */
export async function holdTranscript(server: StoryServer, scratches: Scratches, clicked?: unknown): Promise<boolean> {
  const selected = selectedWords();
  const told = await tellingFor(server, clicked);
  if (told === undefined) return false;
  const ways = await waysFor(selected);
  const way = await vscode.window.showQuickPick(ways, { title: vscode.l10n.t('Hold a Transcript Against the Story'), placeHolder: vscode.l10n.t('What you said, as text. Nothing is saved.') });
  if (way === undefined) return false;
  await scratches.open(told, way.content);
  if (way.dictate) await vscode.commands.executeCommand(DICTATION);
  return way.content.trim() !== '';
}

/** What is selected outside of any story. */
function selectedWords(): string {
  const editor = vscode.window.activeTextEditor;
  return editor && !isStory(editor.document) ? editor.document.getText(editor.selection) : '';
}

async function waysFor(selected: string): Promise<Way[]> {
  const [clipboard, commands] = await Promise.all([vscode.env.clipboard.readText(), vscode.commands.getCommands(true)]);
  const dictate: Way = {
    label: vscode.l10n.t('Dictate'),
    detail: vscode.l10n.t('Starts VS Code’s own dictation. It belongs to the speech extension you installed: read there, and in its settings, what it keeps and what leaves your machine. Starwright gets the text alone.'),
    content: '',
    dictate: true,
  };
  return [
    { label: vscode.l10n.t('Type or paste'), detail: vscode.l10n.t('Opens an empty scratch editor beside the story'), content: '' },
    ...(selected.trim() === '' ? [] : [{ label: vscode.l10n.t('Take what is selected'), detail: shortened(selected), content: selected }]),
    ...(clipboard.trim() === '' ? [] : [{ label: vscode.l10n.t('Take the clipboard'), detail: shortened(clipboard), content: clipboard }]),
    ...(commands.includes(DICTATION) ? [dictate] : []),
  ];
}

const LONGEST = 90;

/** On one line, and no icon drawn from it. */
function shortened(text: string): string {
  const line = text.slice(0, 4 * LONGEST).replace(/\s+/g, ' ').trim().replace(/\$\(/g, '\\$(');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

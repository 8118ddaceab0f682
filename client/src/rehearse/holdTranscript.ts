import * as vscode from 'vscode';
import type { StoryServer } from '../client.js';
import { isStory } from '../stories.js';
import type { Scratches } from './scratch.js';
import { tellingFor } from './telling.js';

/** VS Code's own; it is there always, and does nothing without the extension. */
const DICTATION = { command: 'workbench.action.editorDictation.start', extension: 'ms-vscode.vscode-speech' } as const;

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
  const way = await vscode.window.showQuickPick(ways, { title: vscode.l10n.t('Hold a Transcript Against the Story'), placeHolder: vscode.l10n.t('What you said, as text. Nothing is saved.'), ignoreFocusOut: true });
  if (way === undefined) return false;
  await scratches.open(told, way.content);
  if (way.dictate && (await mayDictate())) await vscode.commands.executeCommand(DICTATION.command);
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
    detail: vscode.l10n.t('With VS Code’s own dictation, after a word about where your voice goes'),
    content: '',
    dictate: true,
  };
  return [
    { label: vscode.l10n.t('Type or paste'), detail: vscode.l10n.t('Opens an empty scratch editor beside the story'), content: '' },
    ...(selected.trim() === '' ? [] : [{ label: vscode.l10n.t('Take what is selected'), detail: shortened(selected), content: selected }]),
    ...(clipboard.trim() === '' ? [] : [{ label: vscode.l10n.t('Take the clipboard'), detail: shortened(clipboard), content: clipboard }]),
    ...(commands.includes(DICTATION.command) && vscode.extensions.getExtension(DICTATION.extension) ? [dictate] : []),
  ];
}

/** Says whose dictation it is before anything is recorded. */
async function mayDictate(): Promise<boolean> {
  const start = vscode.l10n.t('Start Dictation');
  const detail = vscode.l10n.t('It belongs to the extension VS Code Speech. VS Code’s documentation says that it works on your computer and sends no recording to an online service; it has settings of its own, under “accessibility.voice”. Starwright records nothing and reads only the text.');
  return (await vscode.window.showInformationMessage(vscode.l10n.t('Start VS Code’s dictation?'), { modal: true, detail }, start)) === start;
}

const LONGEST = 90;

/** On one line, and no icon drawn from it. */
function shortened(text: string): string {
  const line = text.slice(0, 4 * LONGEST).replace(/\s+/g, ' ').trim().replace(/\$\(/g, '\\$(');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

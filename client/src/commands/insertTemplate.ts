import * as vscode from 'vscode';
import { readCatalog } from '../catalog.js';
import type { StoryServer } from '../client.js';

const GROUPS = [
  ['sentence', 'Sentences'],
  ['section', 'Sections'],
  ['outline', 'Questions and steps to answer in notes'],
  ['answer', 'Answers to questions that want no story'],
  ['story', 'Whole stories'],
] as const;

/** Inserts a fill-in text at the cursor, its slots as tab stops. */
export async function insertTemplate(server: StoryServer): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    void vscode.window.showInformationMessage('Open a Markdown file first: a template is inserted at its cursor.');
    return;
  }
  const catalog = await readCatalog(server);
  if (!catalog) return;
  const items = GROUPS.flatMap(([kind, label]) => [
    { label, kind: vscode.QuickPickItemKind.Separator, snippet: '' },
    ...catalog.templates.filter((template) => template.kind === kind).map(({ title, snippet }) => ({ label: title, detail: preview(snippet), snippet })),
  ]);
  const chosen = await vscode.window.showQuickPick(items, { title: 'Insert Template', placeHolder: 'What to say', matchOnDetail: true });
  if (chosen) await editor.insertSnippet(new vscode.SnippetString(chosen.snippet));
}

/** The first lines of a snippet as they will read. */
function preview(snippet: string): string {
  const text = snippet.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1').replace(/\\([$}\\])/g, '$1');
  const line = text.replace(/^---\n[^]*?\n---\n/, '').replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

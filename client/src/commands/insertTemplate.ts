import * as vscode from 'vscode';
import { GLANCE_REQUEST, type Catalog, type CatalogTemplate, type Glance, type GlanceParams } from '../../../server/src/lsp/protocol.js';
import { readCatalog } from '../catalog.js';
import type { StoryServer } from '../client.js';
import { isStory } from '../stories.js';

interface TemplateItem extends vscode.QuickPickItem {
  readonly snippet: string;
}

/** Inserts a fill-in text at the cursor, its slots as tab stops; what the open story's kind asks for comes first. */
export async function insertTemplate(server: StoryServer): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'markdown') {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown file first: a template is inserted at its cursor.'));
    return;
  }
  const catalog = await readCatalog(server);
  if (!catalog) return;
  const kinds = await kindsOf(server, editor.document);
  const chosen = await vscode.window.showQuickPick(itemsFor(catalog, kinds), {
    title: vscode.l10n.t('Insert Template'),
    placeHolder: vscode.l10n.t('What to say'),
    matchOnDetail: true,
  });
  if (chosen) await editor.insertSnippet(new vscode.SnippetString(spaced(editor, chosen.snippet)));
}

/** The titles of the kinds of story that the open document is; none for what is no story. */
async function kindsOf(server: StoryServer, document: vscode.TextDocument): Promise<readonly string[]> {
  if (!isStory(document)) return [];
  const params: GlanceParams = { textDocument: { uri: document.uri.toString() } };
  return (await server.ask<Glance | null>(GLANCE_REQUEST, params))?.shapes ?? [];
}

function itemsFor(catalog: Catalog, kinds: readonly string[]): TemplateItem[] {
  const groups = [
    ['sentence', vscode.l10n.t('Sentences')],
    ['section', vscode.l10n.t('Sections')],
    ['outline', vscode.l10n.t('Questions and steps to answer in notes')],
    ['answer', vscode.l10n.t('Answers to questions that want no story')],
    ['story', vscode.l10n.t('Whole stories')],
  ] as const;
  const ids = catalog.shapes.filter(({ title }) => kinds.includes(title)).flatMap(({ templates }) => templates);
  const first = [...new Set(ids)].flatMap((id) => catalog.templates.filter((template) => template.id === id));
  const others = catalog.templates.filter((template) => !first.includes(template));
  return [
    ...groupOf(kinds.join(', '), first),
    ...groups.flatMap(([kind, label]) => groupOf(label, others.filter((template) => template.kind === kind))),
  ];
}

function groupOf(label: string, templates: readonly CatalogTemplate[]): TemplateItem[] {
  if (templates.length === 0) return [];
  const separator = { label, kind: vscode.QuickPickItemKind.Separator, snippet: '' };
  return [separator, ...templates.map(({ title, snippet }) => ({ label: title, detail: preview(snippet), snippet }))];
}

/** A sentence that is inserted in a line stands apart from what is before and behind it. */
function spaced({ document, selection }: vscode.TextEditor, snippet: string): string {
  const { text } = document.lineAt(selection.start.line);
  const before = /\S$/.test(text.slice(0, selection.start.character)) ? ' ' : '';
  const after = selection.isSingleLine && /^[^\s.,;:!?)]/.test(text.slice(selection.end.character)) ? ' ' : '';
  return `${before}${snippet.trimEnd()}${after || snippet.slice(snippet.trimEnd().length)}`;
}

/** The first lines of a snippet as they will read. */
function preview(snippet: string): string {
  const text = snippet.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1').replace(/\\([$}\\])/g, '$1');
  const line = text.replace(/^---\n[^]*?\n---\n/, '').replace(/\s+/g, ' ').trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

import * as vscode from 'vscode';
import { EVIDENCE_REQUEST, type EvidenceParams, type EvidenceRow, type EvidenceSheet, type EvidenceTelling, type SnippetInsert } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { editorOf } from './arguments.js';
import { insert, reveal, tellingAt, toRange } from './places.js';

interface BeatItem extends vscode.QuickPickItem {
  readonly row?: EvidenceRow;
}

/** Lists the beats of a telling, those not heard first; goes to the sentence of the one chosen, or to where it belongs. */
export async function showEvidence(server: StoryServer, uri?: unknown, nth?: unknown): Promise<void> {
  const editor = await editorOf(uri);
  if (editor === undefined) return;
  const { document } = editor;
  const params: EvidenceParams = { textDocument: { uri: document.uri.toString() } };
  const sheet = await server.ask<EvidenceSheet | null>(EVIDENCE_REQUEST, params);
  const telling = sheet?.tellings[typeof nth === 'number' ? nth : tellingAt(sheet.tellings, editor.selection.active)];
  if (telling === undefined) {
    if (sheet === null) void vscode.window.showInformationMessage(vscode.l10n.t('This is no story yet: a story’s file name ends in .star.md.'));
    return;
  }
  const title = vscode.l10n.t('Evidence: {0} of {1} heard', telling.heard, telling.asked);
  const chosen = await vscode.window.showQuickPick(itemsOf(document, telling), {
    title: telling.title === undefined ? title : `${title} · ${telling.title}`,
    placeHolder: vscode.l10n.t('Go to the sentence that says it, or write one that does'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.row === undefined) return;
  // The text has changed under the list: the places in it no longer hold.
  if (document.version !== sheet?.version) return showEvidence(server, uri, nth);
  await goTo(editor, chosen.row);
}

function itemsOf(document: vscode.TextDocument, { beats }: EvidenceTelling): BeatItem[] {
  const groups = new Map<string, BeatItem[]>();
  for (const row of beats) {
    const group = groupOf(row);
    const items = groups.get(group) ?? [{ label: group, kind: vscode.QuickPickItemKind.Separator }];
    groups.set(group, [...items, itemOf(document, row)]);
  }
  return [...groups.values()].flat();
}

function groupOf({ standing, asked }: EvidenceRow): string {
  if (standing === 'missing' || standing === 'unclear') return vscode.l10n.t('Not heard yet');
  if (standing === 'drafted') return vscode.l10n.t('Drafted');
  return asked ? vscode.l10n.t('Heard') : vscode.l10n.t('Heard as well, not counted');
}

function itemOf(document: vscode.TextDocument, row: EvidenceRow): BeatItem {
  const [sentence] = row.sentences;
  const line = sentence && vscode.l10n.t('line {0}', sentence.start.line + 1);
  const detail = sentence ? document.getText(toRange(sentence)) : row.question;
  return { label: plain(row.title), description: [inWords(row), line].filter(Boolean).join(' · '), detail: plain(detail), row };
}

function inWords({ standing }: EvidenceRow): string {
  switch (standing) {
    case 'heard':
      return vscode.l10n.t('heard');
    case 'faint':
      return vscode.l10n.t('heard faintly');
    case 'drafted':
      return vscode.l10n.t('drafted, with slots to fill in');
    case 'unclear':
      return vscode.l10n.t('not clearly heard');
    case 'missing':
      return vscode.l10n.t('not heard yet');
  }
}

/** A story's words in a list: on one line, and no icon drawn from them. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/\$\(/g, '\\$(');
}

async function goTo(editor: vscode.TextEditor, { title, sentences, fill }: EvidenceRow): Promise<void> {
  const [sentence] = sentences;
  if (sentence) reveal(editor, toRange(sentence));
  else if (fill) await offer(editor, title, fill);
}

/** Puts the cursor where a beat belongs and offers the sentence to fill in there. */
async function offer(editor: vscode.TextEditor, title: string, fill: SnippetInsert): Promise<void> {
  reveal(editor, toRange(fill.range));
  const write = { label: vscode.l10n.t('Write a sentence to fill in'), detail: plain(fill.text) };
  const myself = { label: vscode.l10n.t('Only put the cursor there') };
  const chosen = await vscode.window.showQuickPick([write, myself], { title: plain(title) });
  if (chosen === write) await insert(editor, fill);
}

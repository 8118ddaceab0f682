import * as vscode from 'vscode';
import { MATCH_REQUEST, type MatchParams, type MatchResult, type RankedStory } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { newStory, type Wanted } from '../commands/newStory.js';
import type { Bank } from './bank.js';
import { openStory } from './openStory.js';
import { fitInWords, inList, titleOf } from './words.js';

const LONGEST_QUESTION = 300;

/** Something to do about a question. */
interface Item extends vscode.QuickPickItem {
  readonly act?: () => Promise<unknown>;
}

/** Which stories answer a question: the one given, the one selected, or one to type. Opens the story that is chosen. */
export async function matchQuestion(server: StoryServer, bank: Bank, given?: string): Promise<void> {
  const question = given ?? (await askForQuestion());
  if (question === undefined) return;
  const params: MatchParams = { question };
  const result = await server.ask<MatchResult>(MATCH_REQUEST, params);
  if (result === undefined) return;
  const chosen = await vscode.window.showQuickPick(itemsOf(server, bank, result), {
    title: inList(question),
    placeHolder: inWords(result),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  await chosen?.act?.();
}

/** The selection when it is a question; else one line to type, which a selection begins. */
async function askForQuestion(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection).replace(/\s+/g, ' ').trim() ?? '';
  if (selected.endsWith('?') && selected.length <= LONGEST_QUESTION) return selected;
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Match a Question'),
    prompt: vscode.l10n.t('Type or paste a question as an interviewer asks it.'),
    placeHolder: vscode.l10n.t('Tell me about a time you disagreed with your team'),
    value: selected.length <= LONGEST_QUESTION ? selected : '',
    ignoreFocusOut: true,
  });
  return typed?.trim() || undefined;
}

function inWords({ wantsStory, asksFor, ranked }: MatchResult): string {
  if (!wantsStory) return vscode.l10n.t('This question wants no story: it asks how you work or what you know.');
  if (isGap(ranked)) return vscode.l10n.t('Gap: none of your stories answers this yet.');
  return asksFor.length > 0 ? vscode.l10n.t('It asks for: {0}', asksFor.join(', ')) : vscode.l10n.t('The stories that answer it, the best first');
}

/** True when nothing answers the question; what comes nearest may be there all the same. */
function isGap(ranked: readonly RankedStory[]): boolean {
  return (ranked[0]?.fit ?? 'gap') === 'gap';
}

function itemsOf(server: StoryServer, bank: Bank, result: MatchResult): Item[] {
  const { outline, ranked, wantsStory } = result;
  const stories = ranked.map((story) => storyItem(server, bank, story));
  const answer: Item[] = outline ? [{ label: `$(edit) ${vscode.l10n.t('Write a short answer')}`, detail: inList(outline.title), act: () => openOutline(outline.text) }] : [];
  const write = writeItem(server, result);
  if (wantsStory && !isGap(ranked)) return [...answer, ...stories, line(vscode.l10n.t('None of them fits?')), write];
  return [...answer, ...(stories.length > 0 ? [line(vscode.l10n.t('Stories that come near')), ...stories] : []), write];
}

function storyItem(server: StoryServer, bank: Bank, story: RankedStory): Item {
  const { id, framing, fit, reasons } = story;
  return { label: inList(titleOf(story)), description: fitInWords(fit), detail: inList(reasons.join(' · ')), act: () => openStory(server, bank, id, framing) };
}

function writeItem(server: StoryServer, { question, write, wantsStory }: MatchResult): Item {
  const label = wantsStory ? vscode.l10n.t('New story for this question…') : vscode.l10n.t('Write a story all the same');
  const wanted: Wanted = { question, ...(write && { shape: write.shape }) };
  return { label: `$(add) ${label}`, ...(write && { detail: inList(write.title) }), act: () => newStory(server, undefined, wanted) };
}

function line(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

async function openOutline(content: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}

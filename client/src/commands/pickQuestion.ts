import * as vscode from 'vscode';
import type { Catalog, CatalogQuestion } from '../../../server/src/lsp/protocol.js';

interface QuestionItem extends vscode.QuickPickItem {
  readonly question: CatalogQuestion | string;
}

/** A question of the bank, one in the person's own words, or undefined when they leave. */
export function askForQuestion(catalog: Catalog): Promise<CatalogQuestion | string | undefined> {
  const bank = [...catalog.questions].sort((a, b) => Number(b.wantsStory) - Number(a.wantsStory)).map((question) => itemOf(question, catalog));
  const pick = vscode.window.createQuickPick<QuestionItem>();
  pick.title = vscode.l10n.t('New Story');
  pick.placeholder = vscode.l10n.t('Pick a question, or type one of your own');
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.items = bank;
  return new Promise((resolve) => {
    let chosen: CatalogQuestion | string | undefined;
    pick.onDidChangeValue((value) => {
      const typed = value.trim();
      pick.items = typed === '' ? bank : [...bank, own(typed)];
    });
    pick.onDidAccept(() => {
      chosen = pick.selectedItems[0]?.question;
      pick.hide();
    });
    pick.onDidHide(() => {
      pick.dispose();
      resolve(chosen);
    });
    pick.show();
  });
}

/** Says that a question wants no story; resolves with what to write instead, undefined when the person leaves. */
export async function askForAnswer(question: CatalogQuestion): Promise<'answer' | 'story' | undefined> {
  const items = [
    {
      label: vscode.l10n.t('Write a short answer'),
      detail: vscode.l10n.t('The principle, three or four points and one example of your own, as a skeleton to fill in.'),
      what: 'answer' as const,
    },
    { label: vscode.l10n.t('Write a story all the same'), what: 'story' as const },
  ];
  const placeHolder = vscode.l10n.t('This question wants no story: it asks how you work or what you know.');
  const chosen = await vscode.window.showQuickPick(items, { title: question.text, placeHolder, ignoreFocusOut: true });
  return chosen?.what;
}

function itemOf(question: CatalogQuestion, catalog: Catalog): QuestionItem {
  const kinds = question.shapes.flatMap((id) => catalog.shapes.filter((shape) => shape.id === id)).map(({ title }) => title);
  const detail = question.wantsStory ? kinds.join(', ') : vscode.l10n.t('A short answer, no story');
  return { label: question.text, detail, question };
}

/** Its label must not be what was typed: VS Code puts the best match first, and that is for the bank to be. */
function own(typed: string): QuestionItem {
  return { label: `$(edit) ${vscode.l10n.t('In your own words')}`, detail: typed, alwaysShow: true, question: typed };
}

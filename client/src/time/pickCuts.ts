import * as vscode from 'vscode';
import type { CutList, CutSentence } from '../../../server/src/lsp/protocol.js';

interface CutItem extends vscode.QuickPickItem {
  readonly sentence: CutSentence;
}

/** Shows what a telling can do without, ticked as far as it takes to fit; the sentences left ticked, undefined when the person leaves. */
export async function pickCuts(list: CutList, seconds: number): Promise<readonly CutSentence[] | undefined> {
  const items = list.sentences.map((sentence): CutItem => ({ sentence, label: sentence.text, detail: vscode.l10n.t('{0} s · {1}', sentence.seconds, sentence.reason) }));
  const pick = vscode.window.createQuickPick<CutItem>();
  const title = (): string => vscode.l10n.t('Move to Notes: {0} s become {1} s of {2} s', list.seconds, secondsWithout(list, pick.selectedItems), seconds);
  pick.canSelectMany = true;
  pick.matchOnDetail = true;
  pick.items = items;
  pick.selectedItems = items.filter(({ sentence }) => sentence.chosen);
  pick.title = title();
  pick.placeholder = placeholder(list, items, seconds);
  pick.onDidChangeSelection(() => (pick.title = title()));
  return new Promise((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems.map(({ sentence }) => sentence)));
    pick.onDidAccept(() => pick.hide());
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function placeholder(list: CutList, items: readonly CutItem[], seconds: number): string {
  const least = secondsWithout(list, items);
  if (least > seconds) return vscode.l10n.t('All of these bring it to {0} s; say the rest in fewer words', least);
  return vscode.l10n.t('What is ticked moves to Notes; first what is missed least');
}

function secondsWithout({ words, wordsPerMinute }: CutList, cuts: readonly CutItem[]): number {
  const left = cuts.reduce((sum, { sentence }) => sum - sentence.words, words);
  return Math.round((left / wordsPerMinute) * 60);
}

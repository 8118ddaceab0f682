import * as vscode from 'vscode';

/** What is chosen while seconds are counted down in the title; when they are up it says so and waits. Undefined when the person leaves. */
export function pickInTime<Item extends vscode.QuickPickItem>(items: readonly Item[], question: string, seconds: number): Promise<Item | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  const end = Date.now() + seconds * 1000;
  const show = (): void => {
    // A clock that was set back must not give more time than there was.
    const left = Math.min(seconds, Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    pick.title = left > 0 ? vscode.l10n.t('{0} s · {1}', left, question) : vscode.l10n.t('Time · {0}', question);
    if (left === 0) {
      clearInterval(timer);
      pick.placeholder = vscode.l10n.t('Time is up. Which one comes to mind first?');
    }
  };
  const timer = setInterval(show, 1000);
  pick.items = items;
  pick.placeholder = vscode.l10n.t('Which story do you tell?');
  pick.ignoreFocusOut = true;
  show();
  return new Promise((resolve) => {
    let chosen: Item | undefined;
    pick.onDidAccept(() => {
      chosen = pick.selectedItems[0];
      pick.hide();
    });
    pick.onDidHide(() => {
      clearInterval(timer);
      pick.dispose();
      resolve(chosen);
    });
    pick.show();
  });
}

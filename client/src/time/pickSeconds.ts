import * as vscode from 'vscode';
import type { Glance, GlanceTelling } from '../../../server/src/lsp/protocol.js';

const USUAL = [60, 90, 120];

/** Asks how many seconds a telling may take; the profile's target is marked and comes first to hand. */
export async function pickSeconds({ profile }: Glance, telling: GlanceTelling): Promise<number | undefined> {
  const { targetSeconds } = profile;
  const lengths = [...new Set([...USUAL, targetSeconds])].sort((a, b) => a - b);
  const items = lengths.map((seconds) => ({
    seconds,
    label: vscode.l10n.t('{0} seconds', seconds),
    description: seconds === targetSeconds ? vscode.l10n.t('target of {0}', profile.title) : '',
    detail: toCut(telling.seconds - seconds),
  }));
  const pick = vscode.window.createQuickPick<(typeof items)[number]>();
  pick.title = vscode.l10n.t('What to Cut First');
  pick.placeholder = vscode.l10n.t('It takes {0} s now. How long may it be?', telling.seconds);
  pick.items = items;
  pick.activeItems = items.filter(({ seconds }) => seconds === targetSeconds);
  return new Promise((resolve) => {
    pick.onDidAccept(() => resolve(pick.selectedItems[0]?.seconds));
    pick.onDidAccept(() => pick.hide());
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function toCut(seconds: number): string {
  if (seconds <= 0) return vscode.l10n.t('It fits.');
  return seconds === 1 ? vscode.l10n.t('1 second to cut') : vscode.l10n.t('{0} seconds to cut', seconds);
}

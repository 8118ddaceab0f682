import * as vscode from 'vscode';

/** `88 s / 90 s`, `112 s / 90 s, 22 s over`. */
export function timeText(seconds: number, target: number): string {
  if (seconds <= target) return vscode.l10n.t('{0} s / {1} s', seconds, target);
  return vscode.l10n.t('{0} s / {1} s, {2} s over', seconds, target, seconds - target);
}

/** The same for a screen reader, with what a click does. */
export function timeInWords(seconds: number, target: number): string {
  if (seconds <= target) return vscode.l10n.t('The story takes {0} of {1} seconds to say. What to cut first', seconds, target);
  if (seconds - target === 1) return vscode.l10n.t('The story takes {0} of {1} seconds to say, 1 second over. What to cut first', seconds, target);
  return vscode.l10n.t('The story takes {0} of {1} seconds to say, {2} seconds over. What to cut first', seconds, target, seconds - target);
}

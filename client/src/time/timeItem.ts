import * as vscode from 'vscode';
import { CUT_TO_FIT } from '../../../server/src/lsp/protocol.js';
import type { StoryInFront } from './activeStory.js';
import { timeTable } from './timeTable.js';
import { timeInWords, timeText } from './timeText.js';

/** `88 s / 90 s` at the right of the status bar, with the sections in its tooltip; a click asks what to cut first. */
export class TimeItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('starwright.time', vscode.StatusBarAlignment.Right, 100);

  constructor() {
    this.#item.name = vscode.l10n.t('Starwright: Time to Say');
    this.#item.command = CUT_TO_FIT;
  }

  /** Shows the time of the telling in front; hides for what is no story. */
  show(front: StoryInFront | undefined): void {
    if (front === undefined || front.telling.words === 0) return this.#item.hide();
    const { seconds } = front.telling;
    const { targetSeconds } = front.glance.profile;
    this.#item.text = timeText(seconds, targetSeconds);
    this.#item.tooltip = timeTable(front);
    this.#item.accessibilityInformation = { role: 'button', label: timeInWords(seconds, targetSeconds) };
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

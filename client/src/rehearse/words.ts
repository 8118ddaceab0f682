import * as vscode from 'vscode';
import type { RehearsalPlan } from '../../../server/src/lsp/protocol.js';
import type { Words } from './page/messages.js';

/** The words that the panel puts together with times and names of parts. */
export function words(): Words {
  return {
    start: vscode.l10n.t('Start'),
    pause: vscode.l10n.t('Pause'),
    goOn: vscode.l10n.t('Go On'),
    clock: vscode.l10n.t('{0} / {1}'),
    inPart: vscode.l10n.t('You are in {0}; next comes {1}.'),
    inLastPart: vscode.l10n.t('You are in {0}, the last part.'),
    due: vscode.l10n.t('By now: {0}, until {1}'),
    begins: vscode.l10n.t('{0} begins.'),
    half: vscode.l10n.t('Half of the time.'),
    most: vscode.l10n.t('80 % of the time.'),
    full: vscode.l10n.t('The time is up. Finish your sentence.'),
    paused: vscode.l10n.t('Paused at {0}.'),
    jumped: vscode.l10n.t('The clock jumped, or the computer slept. The rehearsal was paused at {0}; nothing after that was counted. Go on from there?'),
    closedAt: vscode.l10n.t('This rehearsal was at {0} when its panel or its window was closed. Go on from there?'),
    changed: vscode.l10n.t('The story has changed meanwhile. These are the cues you began with; Start Over takes the new ones.'),
    within: vscode.l10n.t('You took {0}, which is {2} under the {1} there is.'),
    over: vscode.l10n.t('You took {0}, which is {2} over the {1} there is. To save time, cut background first.'),
    exact: vscode.l10n.t('You took {0}, just what there is.'),
    rowOver: vscode.l10n.t('{0} over'),
    rowUnder: vscode.l10n.t('{0} under'),
    rowEven: vscode.l10n.t('as planned'),
    together: vscode.l10n.t('Together'),
    undivided: vscode.l10n.t('Press N as you begin each next part, and each has a time of its own here.'),
    noted: vscode.l10n.t('It stands at the top of the story now. Undo there takes it back.'),
    notNoted: vscode.l10n.t('Nothing was written: the top of the story cannot be added to as it stands. Check the lines between its --- marks.'),
    notNow: vscode.l10n.t('Nothing was written.'),
  };
}

/** What to write first; undefined for a story that can be rehearsed as it is. */
export function adviceFor({ lacks }: RehearsalPlan): string | undefined {
  switch (lacks) {
    case 'prose':
      return vscode.l10n.t('There is nothing to tell yet. Write the Action first: what you did, step by step. The timer works without it.');
    case 'action':
      return vscode.l10n.t('The story has no Action yet. Write it first: what you did, step by step. The timer works without it.');
    case 'cues':
      return vscode.l10n.t('There is nothing to take cues from yet. Fill in the slots, or write your own under a heading Cues. The timer works without them.');
    case undefined:
      return undefined;
  }
}

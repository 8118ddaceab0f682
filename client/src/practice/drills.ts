import * as vscode from 'vscode';
import { COMMANDS } from './commands.js';

/** Asks which drill, and begins it. */
export async function chooseDrill(): Promise<void> {
  const drills = [
    { label: vscode.l10n.t('Which story?'), detail: vscode.l10n.t('A question, ten seconds to name your story, and then which ones answer it best.'), command: COMMANDS.whichStory },
    { label: vscode.l10n.t('Follow-ups'), detail: vscode.l10n.t('What would be asked after the open story, one question at a time.'), command: COMMANDS.followUps },
    { label: vscode.l10n.t('Mock round'), detail: vscode.l10n.t('One question, your answer, and the questions an interviewer would put in between.'), command: COMMANDS.mockRound },
    { label: vscode.l10n.t('Rehearsal checklist'), detail: vscode.l10n.t('Five questions to yourself after a try.'), command: COMMANDS.checklist },
  ];
  const chosen = await vscode.window.showQuickPick(drills, { title: vscode.l10n.t('Drill'), placeHolder: vscode.l10n.t('What do you want to practise?'), matchOnDetail: true });
  if (chosen) await vscode.commands.executeCommand(chosen.command);
}

import * as vscode from 'vscode';
import type { StoryServer } from '../client.js';
import { holdTranscript } from './holdTranscript.js';
import { REHEARSAL_PANEL, RehearsalPanel } from './panel.js';
import { TranscriptReview } from './reviewTranscript.js';
import { RunMemory } from './runMemory.js';
import { Scratches, TRANSCRIPT_COMMANDS } from './scratch.js';

/** Telling a story aloud: from cues against the clock, and what was said held against what is written. */
export function registerRehearse({ extensionUri, workspaceState }: vscode.ExtensionContext, server: StoryServer): vscode.Disposable[] {
  const panel = new RehearsalPanel(extensionUri, server, new RunMemory(workspaceState));
  const scratches = new Scratches();
  const review = new TranscriptReview(extensionUri, server, scratches);
  const { registerCommand } = vscode.commands;
  return [
    panel,
    vscode.window.registerWebviewPanelSerializer(REHEARSAL_PANEL, panel),
    scratches,
    review,
    registerCommand('starwright.rehearse', (clicked: unknown) => panel.rehearse(clicked)),
    registerCommand(TRANSCRIPT_COMMANDS.hold, async (clicked: unknown) => {
      if (await holdTranscript(server, scratches, clicked)) await review.review();
    }),
    registerCommand(TRANSCRIPT_COMMANDS.review, () => review.review()),
    registerCommand(TRANSCRIPT_COMMANDS.time, () => askForTime(scratches)),
    registerCommand(TRANSCRIPT_COMMANDS.discard, async () => {
      if (scratches.of(vscode.window.activeTextEditor?.document)) await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }),
  ];
}

const LONGEST_SECONDS = 3600;

async function askForTime(scratches: Scratches): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const scratch = scratches.of(document);
  if (!document || !scratch) return;
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Say How Long It Took'),
    prompt: vscode.l10n.t('In seconds. Leave it empty if you do not know: then the time is worked out from the words.'),
    value: scratch.seconds?.toString() ?? '',
    validateInput: (text) => (text.trim() === '' || secondsIn(text) !== undefined ? undefined : vscode.l10n.t('A whole number of seconds from 1 to {0}.', LONGEST_SECONDS)),
  });
  if (answer !== undefined) scratches.took(document, secondsIn(answer));
}

function secondsIn(text: string): number | undefined {
  const seconds = /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : 0;
  return seconds >= 1 && seconds <= LONGEST_SECONDS ? seconds : undefined;
}

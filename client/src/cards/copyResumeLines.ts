import * as vscode from 'vscode';
import { RESUME_LINES_REQUEST, type ResumeLinesParams } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { inMessage } from '../inMessage.js';
import { sayOpenAStory, storyInFront } from './storyInFront.js';

/** “Copy Résumé Lines”: what the open story says of a deed and its figure, into the clipboard. What it does not say is a slot. */
export async function copyResumeLines(server: StoryServer): Promise<void> {
  const story = storyInFront();
  const params: ResumeLinesParams | undefined = story && { textDocument: { uri: story.toString() } };
  const lines = params && (await server.ask<string[] | null>(RESUME_LINES_REQUEST, params));
  if (params && lines === undefined) return;
  if (!lines) return sayOpenAStory();
  if (lines.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This story has no line for a résumé yet: write under Action what you did, and under Result what came of it.'));
    return;
  }
  const text = lines.join('\n');
  await vscode.env.clipboard.writeText(text);
  const toDo = /\[[^\]]*\]/.test(text) ? vscode.l10n.t('Fill in what stands in brackets, and say only what you can stand behind.') : vscode.l10n.t('Say only what you can stand behind.');
  const said = lines.length === 1 ? vscode.l10n.t('Copied 1 line: {0}', inMessage(text)) : vscode.l10n.t('Copied {0} lines: {1}', lines.length, inMessage(lines.join(' · ')));
  // A folded message shows only how it begins.
  void vscode.window.showInformationMessage(`${toDo} ${said}`);
}

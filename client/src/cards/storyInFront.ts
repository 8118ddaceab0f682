import * as vscode from 'vscode';
import { isStory } from '../stories.js';

/** The address of the story in the active editor. */
export function storyInFront(): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && isStory(document) ? document.uri : undefined;
}

/** Says what a command for a story needs. */
export function sayOpenAStory(): void {
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a story first: a story’s file name ends in .star.md.'));
}

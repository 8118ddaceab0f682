import * as vscode from 'vscode';
import { aboutOf } from '../bank/row.js';
import type { StoryServer } from '../client.js';
import { CardPage } from './cardPage.js';
import { copyResumeLines } from './copyResumeLines.js';
import { exportCards } from './exportCards.js';
import { sayOpenAStory, storyInFront } from './storyInFront.js';

/** What is taken along: cue cards beside a story and in a file, and lines for a résumé. */
export function registerCards({ extensionUri }: vscode.ExtensionContext, server: StoryServer): vscode.Disposable[] {
  const page = new CardPage(extensionUri, server);
  const { registerCommand } = vscode.commands;
  return [
    page,
    registerCommand('starwright.exportCards', (clicked: unknown, selected: unknown) => exportCards(server, clicked, selected)),
    registerCommand('starwright.showCard', (clicked: unknown) => {
      const { story } = aboutOf(clicked);
      const uri = story === undefined ? (clicked instanceof vscode.Uri ? clicked : storyInFront()) : vscode.Uri.parse(story);
      return uri ? page.show(uri) : sayOpenAStory();
    }),
    registerCommand('starwright.copyResumeLines', () => copyResumeLines(server)),
  ];
}

import * as vscode from 'vscode';
import type { FollowUpRow } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import type { ActiveStory } from '../time/activeStory.js';
import { GO_TO_FOLLOW_UP } from './followUpItem.js';
import { FollowUpsView } from './followUpsView.js';

/** The view "What would they ask next?" and its commands. */
export function registerFollowUps(server: StoryServer, story: ActiveStory): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  const view = new FollowUpsView(server);
  return [
    view,
    story.onDidChange((front) => view.show(front)),
    registerCommand('starwright.whatNext', () => vscode.commands.executeCommand('starwright.followUps.focus')),
    registerCommand(GO_TO_FOLLOW_UP, (row: FollowUpRow) => view.goTo(row)),
    registerCommand('starwright.addFollowUp', (row: FollowUpRow) => view.add(row)),
    registerCommand('starwright.addFollowUps', () => view.add()),
  ];
}

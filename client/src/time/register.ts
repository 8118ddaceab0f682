import * as vscode from 'vscode';
import { CUT_TO_FIT } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import type { ActiveStory } from './activeStory.js';
import { cutToFit } from './cutToFit.js';
import { ProfileItem } from './profileItem.js';
import { TimeItem } from './timeItem.js';

/** The time and the profile of the story in front, and what to cut first. */
export function registerTime(server: StoryServer, story: ActiveStory): vscode.Disposable[] {
  const time = new TimeItem();
  const profile = new ProfileItem();
  story.onDidChange((front) => {
    time.show(front);
    profile.show(front);
  });
  return [time, profile, vscode.commands.registerCommand(CUT_TO_FIT, (uri?: unknown, telling?: unknown) => cutToFit(server, uri, telling))];
}

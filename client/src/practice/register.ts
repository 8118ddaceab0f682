import * as vscode from 'vscode';
import type { PracticeSheet } from '../../../server/src/lsp/protocol.js';
import type { Bank } from '../bank/bank.js';
import type { StoryServer } from '../client.js';
import { rehearsalChecklist } from './checklist.js';
import { choosePlan } from './choosePlan.js';
import { COMMANDS, PRACTICE_VIEW } from './commands.js';
import { chooseDrill } from './drills.js';
import { drillFollowUps } from './followUpsDrill.js';
import { MockRounds } from './mockRound.js';
import { PlanMemory } from './planMemory.js';
import { PracticeView } from './practiceView.js';
import { goOnWith, stepOf } from './stepDeeds.js';
import { WhichStory } from './whichStory.js';

/** The view “Practice”, its plans, and the drills. */
export function registerPractice({ workspaceState }: vscode.ExtensionContext, server: StoryServer, bank: Bank): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  const memory = new PlanMemory(workspaceState);
  const view = new PracticeView(server, bank, memory);
  const whichStory = new WhichStory(server, bank, Math.random);
  const mock = new MockRounds(server, bank, Math.random);
  const withSheet = (act: (sheet: PracticeSheet) => Promise<void>) => async (): Promise<void> => {
    const sheet = await view.sheet();
    if (sheet) await act(sheet);
  };
  const tick = async (row: unknown): Promise<void> => {
    const step = stepOf(row);
    if (!step?.ticked) return;
    await memory.tick(step.id);
    view.redraw();
  };
  const follow = async (sheet: PracticeSheet): Promise<void> => {
    const chosen = await choosePlan(sheet, memory.plan);
    if (!chosen) return;
    await memory.follow(chosen.plan);
    view.redraw();
    await vscode.commands.executeCommand(`${PRACTICE_VIEW}.focus`);
  };
  return [
    view,
    mock,
    registerCommand(COMMANDS.choosePlan, withSheet(follow)),
    registerCommand(COMMANDS.tick, tick),
    registerCommand(COMMANDS.goOn, (row: unknown) => {
      const step = stepOf(row);
      return step?.need && !step.ticked ? goOnWith(server, bank, step.need) : tick(row);
    }),
    registerCommand(COMMANDS.drill, () => chooseDrill()),
    registerCommand(COMMANDS.whichStory, () => whichStory.run()),
    registerCommand(COMMANDS.followUps, () => drillFollowUps(server)),
    registerCommand(COMMANDS.mockRound, () => mock.begin()),
    registerCommand(COMMANDS.nextProbe, () => mock.next()),
    registerCommand(COMMANDS.checklist, withSheet(rehearsalChecklist)),
  ];
}

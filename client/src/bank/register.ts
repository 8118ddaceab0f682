import * as vscode from 'vscode';
import { SHOW_EVIDENCE } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { newStory, type Wanted } from '../commands/newStory.js';
import { registerPractice } from '../practice/register.js';
import { Bank } from './bank.js';
import { COMMANDS, VIEWS } from './commands.js';
import { CoveragePage } from './coveragePage.js';
import { coverageRows } from './coverageRows.js';
import { matchQuestion } from './matchQuestion.js';
import { openStory } from './openStory.js';
import type { Chosen } from './page.js';
import { PlanPage } from './planPage.js';
import { questionRows } from './questionRows.js';
import { aboutOf, RowView } from './row.js';
import { setStatus } from './setStatus.js';
import { StoriesView, type Warning } from './storiesView.js';

/** The bank of stories: its three views, the matrix, the plan of a day, which story answers a question, and practice with all of them. `warning` stands over the stories. */
export function registerBank(context: vscode.ExtensionContext, server: StoryServer, warning: Warning): vscode.Disposable[] {
  const { extensionUri, workspaceState } = context;
  const bank = new Bank(server);
  const stories = new StoriesView(bank, workspaceState, warning);
  const chosen = ({ story, framing, shape }: Chosen): unknown => {
    if (story !== undefined) return openStory(server, bank, story, framing);
    return shape === undefined ? undefined : newStory(server, undefined, { shape });
  };
  const matrix = new CoveragePage(extensionUri, server, bank, chosen);
  const plan = new PlanPage(extensionUri, server, chosen);
  const { registerCommand } = vscode.commands;
  return [
    bank,
    stories,
    matrix,
    plan,
    new RowView(VIEWS.coverage, bank, coverageRows),
    new RowView(VIEWS.questions, bank, questionRows),
    registerCommand(COMMANDS.byKind, () => stories.group('kind')),
    registerCommand(COMMANDS.bySignal, () => stories.group('signal')),
    registerCommand(COMMANDS.byStatus, () => stories.group('status')),
    registerCommand(COMMANDS.filter, () => stories.filter()),
    registerCommand(COMMANDS.clearFilter, () => stories.show('all')),
    registerCommand(COMMANDS.refresh, () => bank.refresh()),
    registerCommand(COMMANDS.matrix, () => matrix.show()),
    registerCommand(COMMANDS.plan, () => plan.show()),
    registerCommand(COMMANDS.saveMatrix, () => matrix.save()),
    registerCommand(COMMANDS.savePlan, () => plan.save()),
    registerCommand(COMMANDS.match, (row: unknown) => matchQuestion(server, bank, aboutOf(row).question?.text)),
    registerCommand(COMMANDS.newOfKind, (row: unknown) => newStory(server, undefined, shapeOf(row))),
    registerCommand(COMMANDS.newForQuestion, (row: unknown) => newStory(server, undefined, questionOf(row))),
    registerCommand(COMMANDS.setStatus, (row: unknown) => setStatus(server, bank, aboutOf(row).story)),
    ...registerStoryCommands(server, bank),
    ...registerPractice(context, server, bank),
  ];
}

/** What can be done with a story in a row of any of the views. */
function registerStoryCommands(server: StoryServer, bank: Bank): vscode.Disposable[] {
  const on = (command: string, act: (story: string, framing: string | undefined) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(command, (row: unknown) => {
      const { story, framing } = aboutOf(row);
      return story === undefined ? undefined : act(story, framing);
    });
  return [
    on(COMMANDS.open, (story, framing) => openStory(server, bank, story, framing)),
    on(COMMANDS.evidence, async (story) => {
      if (await openStory(server, bank, story)) await vscode.commands.executeCommand(SHOW_EVIDENCE, story);
    }),
    on(COMMANDS.copyPath, (story) => {
      const uri = vscode.Uri.parse(story);
      return vscode.env.clipboard.writeText(uri.scheme === 'file' ? uri.fsPath : uri.path);
    }),
    on(COMMANDS.reveal, (story) => vscode.commands.executeCommand('revealInExplorer', vscode.Uri.parse(story))),
  ];
}

function shapeOf(row: unknown): Wanted {
  const { shape } = aboutOf(row);
  return shape === undefined ? {} : { shape };
}

function questionOf(row: unknown): Wanted {
  const { question } = aboutOf(row);
  return question === undefined ? {} : { question: question.id };
}

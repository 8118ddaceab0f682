import * as vscode from 'vscode';
import { registerBank } from './bank/register.js';
import { registerCards } from './cards/register.js';
import { StoryServer } from './client.js';
import { CheckAll } from './commands/checkAll.js';
import { importStory } from './commands/importStory.js';
import { insertTemplate } from './commands/insertTemplate.js';
import { newStory } from './commands/newStory.js';
import { QuickCapture } from './commands/quickCapture.js';
import { registerEvidence } from './evidence/register.js';
import { registerPrivate } from './private/register.js';
import { registerFollowUps } from './followUps/register.js';
import { registerRehearse } from './rehearse/register.js';
import type { StartServer } from './serverPort.js';
import { SettingsPage } from './settingsPage.js';
import { isFolderFile, isStory } from './stories.js';
import { clickedIn } from './storyPlace.js';
import { ActiveStory } from './time/activeStory.js';
import { registerTime } from './time/register.js';
import { registerTools } from './tools/register.js';
import { GetStarted } from './welcome/getStarted.js';

/** Called for the first Markdown or YAML document, or view of the bank; the server waits for the first story or folder file, or until a view is looked at. */
export function activateWith(context: vscode.ExtensionContext, start: StartServer): void {
  const server = new StoryServer(start);
  const inFront = new ActiveStory(server);
  const kept = registerPrivate(context, server);
  const checkAll = new CheckAll(server);
  const quickCapture = new QuickCapture(server);
  const settingsPage = new SettingsPage(server);
  const getStarted = new GetStarted();
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    server,
    inFront,
    checkAll,
    settingsPage,
    getStarted,
    registerCommand('starwright.newStory', (clicked) => newStory(server, clickedIn(clicked))),
    registerCommand('starwright.quickCapture', () => quickCapture.run()),
    registerCommand('starwright.importStory', (clicked) => importStory(server, clickedIn(clicked))),
    registerCommand('starwright.insertTemplate', () => insertTemplate(server)),
    registerCommand('starwright.checkAll', () => checkAll.run()),
    registerCommand('starwright.showSettings', () => settingsPage.show()),
    registerCommand('starwright.getStarted', () => getStarted.open()),
    registerCommand('starwright.openSample', () => getStarted.openSample().then(() => undefined)),
    registerCommand('starwright.fixFirstHint', () => getStarted.fixFirstHint()),
    registerCommand('starwright.restartServer', () => server.restart()),
    registerCommand('starwright.showOutput', () => server.output.show()),
    ...registerEvidence(context, server),
    ...registerBank(context, server, kept.publicRemote),
    ...registerCards(context, server),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void server.trusted()),
    whenFirstStoryAppears(() => void server.running()),
    ...kept.disposables,
    ...registerTime(server, inFront),
    ...registerFollowUps(server, inFront),
    ...registerRehearse(context, server),
    ...registerTools(server),
  );
  inFront.lookSoon();
}

function whenFirstStoryAppears(act: () => void): vscode.Disposable {
  const listeners: vscode.Disposable[] = [];
  const stop = () => listeners.splice(0).forEach((listener) => listener.dispose());
  const look = (document: vscode.TextDocument) => {
    if (!isStory(document) && !isFolderFile(document)) return;
    stop();
    act();
  };
  listeners.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.isUntitled) look(document);
    }),
  );
  const open = vscode.workspace.textDocuments.find((document) => isStory(document) || isFolderFile(document));
  if (open) look(open);
  return new vscode.Disposable(stop);
}

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WEAK_STORY } from '../stories.js';
import { findings, has, open, servers, write } from './editor.js';
import { lockedFolder } from './locked.js';
import { test } from './runner.js';

test('every command of the palette is there', async () => {
  const present = await vscode.commands.getCommands(true);
  for (const name of ['newStory', 'quickCapture', 'importStory', 'insertTemplate', 'checkAll', 'cutToFit', 'showSettings', 'matchQuestion', 'showCoverage', 'planDay', 'getStarted', 'openSample', 'restartServer', 'showOutput']) {
    assert.ok(present.includes(`starwright.${name}`), name);
  }
});

test('Check All Stories reviews stories that are not open @vscode:diagnostics @vscode:bank', async () => {
  const uri = await write('closed.star.md', WEAK_STORY);
  await vscode.commands.executeCommand('starwright.checkAll');
  await findings(uri, has('no-tradeoff'));
});

test('Restart Server ends one server and starts another that reviews again', async () => {
  const { uri } = await open('restart.star.md', WEAK_STORY);
  await findings(uri, has('no-tradeoff'));
  const before = servers();
  await vscode.commands.executeCommand('starwright.restartServer');
  await findings(uri, has('no-tradeoff'));
  assert.equal(servers().length, 1);
  assert.notDeepEqual(servers(), before);
});

test('a story that cannot be written where it belongs is open but unsaved, and nothing of it is lost', async () => {
  const folder = lockedFolder('locked', '# Labels\n\n## Summary\n\nNo labels for an hour.\n\n## Root cause\n\nA font was renamed.\n');
  await vscode.commands.executeCommand('starwright.importStory', vscode.Uri.parse('locked:/labels.md'));
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document?.isUntitled);
  assert.match(document.getText(), /## Situation\n\n### Summary\n\nNo labels for an hour\.\n\n## Action\n\n### Root cause\n\nA font was renamed\./);
  folder.dispose();
});

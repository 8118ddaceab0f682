import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WEAK_STORY } from '../stories.js';
import { findings, has, open, servers, write } from './editor.js';
import { test } from './runner.js';

test('every command of the palette is there', async () => {
  const present = await vscode.commands.getCommands(true);
  for (const name of ['newStory', 'quickCapture', 'importStory', 'insertTemplate', 'checkAll', 'cutToFit', 'restartServer', 'showOutput']) {
    assert.ok(present.includes(`starwright.${name}`), name);
  }
});

test('Check All Stories reviews stories that are not open', async () => {
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

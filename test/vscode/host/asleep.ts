import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PLAIN_MARKDOWN, WEAK_STORY } from '../stories.js';
import { findings, has, open, ours, servers, starwright } from './editor.js';
import { test } from './runner.js';

test('does nothing before Markdown is opened', () => {
  assert.equal(starwright().isActive, false);
});

test('starts no server for plain Markdown, and finds nothing in it', async () => {
  const { uri } = await open('notes.md', PLAIN_MARKDOWN);
  await starwright().activate();
  await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(4, 5));
  assert.deepEqual(servers(), []);
  assert.deepEqual(ours(uri), []);
});

test('starts one server for the first story, and still finds nothing in plain Markdown', async () => {
  const notes = await open('notes.md', PLAIN_MARKDOWN);
  const story = await open('first.star.md', WEAK_STORY);
  await findings(story.uri, has('no-tradeoff'));
  assert.equal(servers().length, 1);
  assert.deepEqual(ours(notes.uri), []);
});

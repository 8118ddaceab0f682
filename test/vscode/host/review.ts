import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { STORY_WITHOUT_RESULT, WEAK_STORY } from '../stories.js';
import { findingOf, findings, has, open, quickFix, write } from './editor.js';
import { test } from './runner.js';

const FIXES: [code: string, title: RegExp][] = [
  ['situation-too-long', /^Move 3 sentences to Notes$/],
  ['vague-verb', /^Write "/],
  ['no-tradeoff', /^Add: I chose /],
  ['no-prevention', /^Add: To keep this from happening again/],
];

for (const [code, title] of FIXES) {
  test(`a quick fix clears ${code} @vscode:fix`, async () => {
    const { uri } = await open(`${code}.star.md`, WEAK_STORY);
    const fix = await quickFix(uri, await findingOf(uri, code), title);
    assert.ok(await vscode.workspace.applyEdit(fix));
    await findings(uri, (found) => found.length > 0 && !has(code)(found));
  });
}

test('a section that is missing is offered as a template @vscode:fix', async () => {
  const document = await open('slow-search.star.md', STORY_WITHOUT_RESULT);
  const fix = await quickFix(document.uri, await findingOf(document.uri, 'missing-section'), /^Add a Result section$/);
  assert.ok(await vscode.workspace.applyEdit(fix));
  assert.match(document.getText(), /^## Result$/m);
});

test('a finding names its rule, is short, and links to its page', async () => {
  const { uri } = await open('pages.star.md', WEAK_STORY);
  const [finding] = await findings(uri, (found) => found.length > 0);
  assert.ok(finding);
  assert.ok(finding.message.length <= 90, finding.message);
  assert.ok(typeof finding.code === 'object' && finding.code.target);
});

test('the hover says why an interviewer cares, with a weak and a strong line @vscode:hover @vscode:explain', async () => {
  const { uri } = await open('hover.star.md', WEAK_STORY);
  const finding = await findingOf(uri, 'vague-verb');
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, finding.range.start);
  const text = hovers.flatMap(({ contents }) => contents).map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
  assert.match(text, /vague-verb/);
  assert.match(text, /Weak:/);
  assert.match(text, /Strong:/);
});

test('a lens over each section says how long it takes to say @vscode:lens', async () => {
  const { uri } = await open('lenses.star.md', WEAK_STORY);
  await findings(uri, (found) => found.length > 0);
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
  const titles = lenses.map(({ command }) => command?.title ?? '');
  assert.equal(titles.filter((title) => /^\d+ words? · /.test(title)).length, 6, titles.join(' | '));
});

test('completion offers the sentence that is missing, and the snippets @vscode:completion', async () => {
  const document = await open('complete.star.md', WEAK_STORY.replace('drained the queue.\n', 'drained the queue.\n\n'));
  await findings(document.uri, has('no-tradeoff'));
  const line = document.positionAt(document.getText().indexOf('## Result')).line - 1;
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, new vscode.Position(line, 0));
  const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  assert.ok(labels.some((label) => label.startsWith('star-')), 'no snippet');
  assert.ok(labels.some((label) => /tradeoff/i.test(label)), labels.join(' | '));
});

test('an unsaved text is a story when its front matter says so', async () => {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: `---\nstar: 1\n---\n${WEAK_STORY}` });
  await vscode.window.showTextDocument(document);
  await findings(document.uri, has('no-tradeoff'));
});

test('a finding is in its place after an emoji @vscode:positions', async () => {
  const document = await open('emoji.star.md', WEAK_STORY.replace('I fixed the problem.', '🎉 I fixed the problem.'));
  const { range } = await findingOf(document.uri, 'vague-verb');
  assert.equal(document.getText(range), 'fixed the problem');
});

const JARGON = `id: in-house-name
title: In-house name
message: Nobody outside knows this name. Say what it does.
why: An interviewer cannot judge a system that has only a name.
sources: []
weak: I restarted Porcupine.
strong: I restarted the queue.
severity: warning
cues:
  - patterns: [Porcupine]
examples:
  fires: [I restarted Porcupine.]
  silent: [I restarted the queue.]
`;

test('a rubric in a folder holds for the stories below it @vscode:own-rubric', async () => {
  await write('team/.starwright/rubric/phrases/in-house-name.yaml', JARGON);
  const { uri } = await open('team/own.star.md', WEAK_STORY.replace('what the workers have', 'what the workers of Porcupine have'));
  await findings(uri, has('in-house-name'));
});

test('a rubric that appears beside an open story is read', async () => {
  const { uri } = await open('squad/own.star.md', WEAK_STORY.replace('what the workers have', 'what the workers of Porcupine have'));
  await findings(uri, has('no-tradeoff'));
  await write('squad/.starwright/rubric/phrases/in-house-name.yaml', JARGON);
  await findings(uri, has('in-house-name'));
});

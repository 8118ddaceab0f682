import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WEAK_STORY } from '../stories.js';
import { open, write } from './editor.js';
import { test } from './runner.js';

const NAMES = ['review_story', 'explain_criterion', 'list_questions', 'match_question', 'coverage'].map((name) => `starwright_${name}`);

/** The part of the editor that has tools; the oldest editors have none of it. */
const { lm } = vscode as unknown as {
  readonly lm: { readonly tools: readonly { readonly name: string }[]; invokeTool(name: string, options: { input: object; toolInvocationToken: undefined }): Promise<{ readonly content: readonly { readonly value: string }[] }> };
};

const listed = (): string[] => lm.tools.map(({ name }) => name).filter((name) => name.startsWith('starwright_')).sort();

async function answer(tool: string, input: object): Promise<any> {
  const { content } = await lm.invokeTool(`starwright_${tool}`, { input, toolInvocationToken: undefined });
  return JSON.parse(content.map(({ value }) => value).join(''));
}

/** Switches the tools on or off as the person's own setting. */
async function want(wanted: boolean): Promise<void> {
  const changed = new Promise<void>((resolve) => {
    const listener = vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration('starwright.languageModelTools')) return;
      listener.dispose();
      resolve();
    });
  });
  await vscode.workspace.getConfiguration('starwright').update('languageModelTools', wanted || undefined, vscode.ConfigurationTarget.Global);
  await changed;
}

const refused = async (): Promise<void> => {
  await assert.rejects(answer('explain_criterion', { id: 'no-tradeoff' }), /starwright\.languageModelTools switches them on/);
  await assert.rejects(answer('review_story', { path: 'ticket-sale.star.md' }), /starwright\.languageModelTools switches them on/);
};

test('without the setting the tools refuse, and say what would change that', refused);

test('with the setting five tools answer, and a review carries its evidence @agents-vscode:diagnostics @agents-vscode:positions @agents-vscode:explain @agents-vscode:questions', async () => {
  await open('ticket-sale.star.md', WEAK_STORY);
  await want(true);
  assert.deepEqual(listed(), [...NAMES].sort());
  const review = await answer('review_story', { path: 'ticket-sale.star.md' });
  assert.equal(review.clean, false);
  assert.equal(review.path, 'ticket-sale.star.md');
  assert.ok(review.findings.some(({ rule }: { rule: string }) => rule === 'no-tradeoff'));
  const [{ quote, range }] = review.heard.find(({ beat }: { beat: string }) => beat === 'ownership').evidence;
  assert.equal(WEAK_STORY.split('\n')[range.start.line]!.slice(range.start.character, range.end.character), quote);
  assert.deepEqual(await answer('review_story', {}), review);
  assert.equal((await answer('explain_criterion', { id: 'no-tradeoff' })).kind, 'finding');
  assert.ok((await answer('list_questions', { shape: 'mistake' })).questions.length > 2);
});

const MISTAKE = `---
shape: mistake
---
# The wrong bucket

## Situation

It was my mistake: I deleted a storage bucket that the billing export still read from.

## Action

I told the team within five minutes, restored the bucket from its versions and wrote down what I had not checked.

## Result

The export was back after 40 minutes, and deleting now needs a second person.
`;

test('the tools know the stories of the open folders, and nothing outside @agents-vscode:match @agents-vscode:coverage', async () => {
  await write('wrong-bucket.star.md', MISTAKE);
  const { ranked } = await answer('match_question', { question: 'Tell me about a mistake you made' });
  assert.equal(ranked[0]?.path, 'wrong-bucket.star.md', JSON.stringify(ranked));
  assert.ok((await answer('coverage', {})).stories > 0);
  for (const path of ['../secret.star.md', '/etc/passwd', 'nowhere.star.md']) await assert.rejects(answer('review_story', { path }), /no such story/, path);
  await assert.rejects(answer('explain_criterion', { id: 'no-tradeof' }), /Did you mean/);
});

test('without the setting they refuse again', async () => {
  await want(false);
  await refused();
});

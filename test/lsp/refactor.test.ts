import { afterAll, beforeAll, expect, test } from 'vitest';
import { CodeActionTriggerKind, type CodeAction, type CodeActionContext, type Range } from 'vscode-languageserver/node';
import { Client } from './client.js';
import { plainEdits } from './plainEdits.js';
import { story, STRONG } from './story.js';

const STORY = 'file:///stories/refactor.star.md';
const UNLABELLED = Object.values(STRONG).flat().join(' ');

let client: Client;
beforeAll(async () => {
  client = await Client.start();
});
afterAll(() => client.stop());

async function offered(text: string, context: Partial<CodeActionContext>, range?: Range): Promise<CodeAction[]> {
  await client.open(STORY, text);
  const start = { line: 0, character: 0 };
  return client.codeActions(STORY, range ?? { start, end: client.document(STORY).positionAt(text.length) }, context);
}

const refactorings = (actions: readonly CodeAction[]): CodeAction[] => actions.filter(({ kind }) => kind?.startsWith('refactor.'));

test('the Refactor menu over an unlabelled story divides it, in one step that can be undone', async () => {
  const actions = await offered(UNLABELLED, { only: ['refactor'] });
  const divide = actions.find(({ title }) => title === 'Divide into Situation, Task, Action, Result and Learning')!;
  expect(divide).toMatchObject({ kind: 'refactor.rewrite' });
  expect(divide.edit?.documentChanges).toHaveLength(1);
  expect(divide.diagnostics).toBeUndefined();
  await client.edit(STORY, plainEdits(divide, STORY));
  expect(client.text(STORY).match(/^## .*$/gm)).toEqual(['## Situation', '## Task', '## Action', '## Result', '## Learning']);
  expect(await client.codes(STORY)).not.toContain('no-sections');
});

test('kinds are told apart', async () => {
  const text = story();
  await client.open(STORY, text);
  const cursor = client.document(STORY).positionAt(text.indexOf('## Result'));
  const at = { start: cursor, end: cursor };
  expect((await offered(text, { only: ['refactor.extract'] }, at)).map(({ title, kind }) => [title, kind])).toEqual([['Extract a framing from the Result', 'refactor.extract']]);
  expect((await offered(text, { only: ['refactor.rewrite'] }, at)).map(({ title }) => title)).toContain('Turn headings into labels');
  expect(refactorings(await offered(text, { only: ['quickfix'] }, at))).toEqual([]);
});

test('a cursor that moves through a story lights no bulb; a selection does', async () => {
  const text = story();
  const cursor = { start: { line: 4, character: 3 }, end: { line: 4, character: 3 } };
  expect(refactorings(await offered(text, { triggerKind: CodeActionTriggerKind.Automatic }, cursor))).toEqual([]);
  expect(refactorings(await offered(text, { triggerKind: CodeActionTriggerKind.Invoked }, cursor))).not.toEqual([]);
  expect(refactorings(await offered(text, { triggerKind: CodeActionTriggerKind.Automatic }))).not.toEqual([]);
});

test('the title of a framing is a tab stop', async () => {
  const text = story();
  const offset = text.indexOf('## Result');
  await client.open(STORY, text);
  const cursor = client.document(STORY).positionAt(offset);
  const [framing] = await offered(text, { only: ['refactor.extract'] }, { start: cursor, end: cursor });
  expect(JSON.stringify(framing!.edit)).toContain('## Framing: ${1:[what it shows]}');
});

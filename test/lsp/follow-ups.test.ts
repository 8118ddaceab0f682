import { afterAll, beforeAll, expect, test } from 'vitest';
import { CodeActionTriggerKind, type CodeAction, type CodeActionContext, type WorkspaceEdit } from 'vscode-languageserver/node';
import { ADD_FOLLOW_UPS_REQUEST, FOLLOW_UPS_REQUEST, type AddFollowUpsParams, type FollowUpList, type FollowUpRow } from '../../server/src/lsp/protocol.js';
import { Client } from './client.js';
import { plainEdits } from './plainEdits.js';
import { story } from './story.js';

const STORY = 'file:///stories/follow-ups.star.md';

let client: Client;
beforeAll(async () => {
  client = await Client.start();
});
afterAll(() => client.stop());

const list = (): Promise<FollowUpList | null> => client.connection.sendRequest(FOLLOW_UPS_REQUEST, { textDocument: { uri: STORY } });
const rows = async (): Promise<readonly FollowUpRow[]> => (await list())!.tellings[0]!.followUps;
const add = (params: Omit<AddFollowUpsParams, 'textDocument'>): Promise<WorkspaceEdit | null> => client.connection.sendRequest(ADD_FOLLOW_UPS_REQUEST, { ...params, textDocument: { uri: STORY } });

function actionsAt(words: string, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
  const at = client.document(STORY).positionAt(client.text(STORY).indexOf(words));
  return client.codeActions(STORY, { start: at, end: at }, context);
}

test('what would be asked next, at the sentence that raises it @any-lsp-client:questions', async () => {
  await client.open(STORY, story({ learning: [] }));
  const all = await rows();
  expect(all.slice(0, 1)).toMatchObject([{ id: 'learning', from: 'gap', prepared: false }]);
  const { range } = all.find(({ id }) => id === 'way-back')!;
  expect(client.document(STORY).getText(range!)).toMatch(/^I cut the timeout to two seconds/);
  expect((await list())!.title).toBe('Payment timeouts');
});

test('a question is written into the story, and is then prepared', async () => {
  await client.open(STORY, story());
  const { version } = (await list())!;
  const edit = await add({ version, telling: 0, ids: ['way-back'] });
  await client.edit(STORY, plainEdits({ title: '', edit: edit! }, STORY));
  expect(client.text(STORY)).toMatch(/\n\n## Follow-ups\n\n- How would you have rolled it back\?\n {2}- \[answer in one line\]\n$/);
  expect((await rows()).find(({ id }) => id === 'way-back')).toMatchObject({ prepared: true });
  expect(await add({ version: (await list())!.version, telling: 0, ids: ['way-back'] })).toBeNull();
  expect(await add({ version, telling: 0, ids: ['cost-in-the-end'] })).toBeNull();
});

test('the Refactor menu writes three, with tab stops, and the one at the cursor', async () => {
  await client.open(STORY, story());
  const actions = await actionsAt('I cut the timeout');
  const titles = actions.map(({ title }) => title).filter((title) => title.includes('follow-up'));
  expect(titles).toEqual(['Add this follow-up question: How would you have rolled it back?', 'Add 3 follow-up questions']);
  const three = actions.find(({ title }) => title === 'Add 3 follow-up questions')!;
  expect(three.kind).toBe('refactor.rewrite');
  expect(JSON.stringify(three.edit)).toContain('- ${1:[answer in one line]}');
  await client.edit(STORY, plainEdits(three, STORY));
  expect(client.text(STORY).match(/\[answer in one line\]/g)).toHaveLength(3);
});

test('nothing is offered while the cursor merely moves', async () => {
  await client.open(STORY, story());
  expect((await actionsAt('I cut the timeout', { triggerKind: CodeActionTriggerKind.Automatic })).filter(({ title }) => title.includes('follow-up'))).toEqual([]);
});

test('nothing for what is no story', async () => {
  await client.open(STORY, '');
  expect((await list())?.tellings[0]?.followUps ?? []).toEqual([]);
});

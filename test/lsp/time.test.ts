import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction, CodeLens, InlayHint, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { CutList } from '../../server/src/lsp/protocol.js';
import { Client, PUSH } from './client.js';
import { plainEdits } from './plainEdits.js';
import { story, STRONG } from './story.js';

const STORY = 'file:///stories/payment.star.md';
const SURPLUS = ['We sat on the third floor, between the kitchen and a room full of boxes from the last move of the company.', 'It had rained for days.'];
const LONG = story({ situation: [...STRONG.situation, ...SURPLUS] });
const FRAMED = `${LONG}\n## Framing: Care for the pager\n\n### Action\n\nI went through the alerts of a month and removed half of them. The sky was grey.\n`;

let settings: unknown = {};
let client: Client;
beforeAll(async () => {
  client = await Client.start({ settings: () => settings, initializationOptions: { commandLinks: true } });
});
afterAll(() => client.stop());

async function configure(changed: unknown): Promise<void> {
  settings = changed;
  client.refreshes.length = 0;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.refreshes.includes('workspace/codeLens/refresh') && client.refreshes.includes('workspace/inlayHint/refresh'));
}

function cuts(telling: number, seconds: number): Promise<CutList> {
  return client.connection.sendRequest('starwright/cuts', { textDocument: { uri: STORY }, telling, seconds });
}

function hints(): Promise<InlayHint[]> {
  return client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: STORY }, range: { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } } });
}

async function move(list: CutList, chosen = list.sentences): Promise<WorkspaceEdit | null> {
  return client.connection.sendRequest('starwright/moveToNotes', { textDocument: { uri: STORY }, version: list.version, ranges: chosen.map(({ range }) => range) });
}

test('the time over a story that takes too long leads to what to cut first', async () => {
  await client.open(STORY, FRAMED);
  const lenses = await client.request<CodeLens[]>('textDocument/codeLens', STORY);
  const totals = lenses.filter(({ command }) => command?.title.includes(' of 90 s'));
  expect(totals[0]?.command).toMatchObject({ title: expect.stringMatching(/^\d+ words · \d+ s of 90 s, \d+ s over · what to cut first$/), command: 'starwright.cutToFit', arguments: [STORY, 0] });
  // The framing tells its own, shorter Action, and fits.
  expect(totals[1]?.command).toMatchObject({ title: expect.stringMatching(/^\d+ words · \d+ s of 90 s$/), command: '' });
});

test('an editor without our commands is given none', async () => {
  const plain = await Client.start({ capabilities: PUSH });
  await plain.open(STORY, LONG);
  const lenses = await plain.request<CodeLens[]>('textDocument/codeLens', STORY);
  expect(lenses[0]?.command).toMatchObject({ title: expect.stringMatching(/s over$/), command: '' });
  await plain.stop();
});

test('inlay hints say it at the end of the line instead, for those who switch the lenses off', async () => {
  await client.open(STORY, LONG);
  expect(await hints()).toEqual([]);
  await configure({ codeLens: false, inlayHints: true });
  expect(await client.request('textDocument/codeLens', STORY)).toEqual([]);
  const [total, situation] = await hints();
  expect(total).toMatchObject({ position: { line: 0, character: '# Payment timeouts'.length }, label: expect.stringMatching(/^\d+ words · \d+ s of 90 s/) });
  expect(situation).toMatchObject({ position: { line: 2, character: '## Situation'.length }, label: expect.stringMatching(/^\d+ words · \d+ s · \d+%$/) });
  await configure({});
  expect(await hints()).toEqual([]);
});

test('a setting that is neither true nor false is named and counts as not set', async () => {
  await configure({ codeLens: 'no', inlayHints: 1 });
  await client.open(STORY, LONG);
  expect(await client.request<CodeLens[]>('textDocument/codeLens', STORY)).not.toEqual([]);
  expect(await hints()).toEqual([]);
  const logged = client.logged.join('\n');
  expect(logged).toContain('starwright.codeLens: use true or false, not "no".');
  expect(logged).toContain('starwright.inlayHints: use true or false, not 1.');
  await configure({});
});

test('what can be cut is ranked, with the reason, and chosen as far as it takes', async () => {
  await client.open(STORY, LONG);
  const list = await cuts(0, 90);
  expect(list.sentences[0]).toMatchObject({ text: SURPLUS[0], words: 22, seconds: 9, reason: 'Setup that nothing rests on', chosen: true });
  const words = list.sentences.filter(({ chosen }) => chosen).reduce((left, sentence) => left - sentence.words, list.words);
  expect(Math.round((words / list.wordsPerMinute) * 60)).toBeLessThanOrEqual(90);
  expect((await cuts(0, 600)).sentences.some(({ chosen }) => chosen)).toBe(false);
});

test('what is chosen moves to the Notes in one edit, and nothing is lost', async () => {
  for (const eol of ['\n', '\r\n']) {
    await client.open(STORY, LONG.replaceAll('\n', eol));
    const list = await cuts(0, 90);
    const edit = await move(list, list.sentences.slice(0, 2));
    await client.edit(STORY, plainEdits({ title: '', edit: edit! }, STORY));
    expect(client.text(STORY)).toBe(`${story().trimEnd()}\n\n## Notes\n\n- ${SURPLUS[0]}\n- ${SURPLUS[1]}\n`.replaceAll('\n', eol));
  }
});

test('a framing gives up its own sentences', async () => {
  await client.open(STORY, FRAMED);
  const list = await cuts(1, 10);
  expect(list.sentences.map(({ text }) => text)).toEqual(['The sky was grey.']);
  expect(await cuts(2, 10)).toBeNull();
});

test('nothing moves in a story that has changed since it was ranked', async () => {
  await client.open(STORY, LONG);
  const list = await cuts(0, 90);
  await client.replace(STORY, `${LONG}\nOne more line.\n`);
  expect(await move(list)).toBeNull();
});

test('the Refactor menu moves a sentence, or all that it takes; the light bulb stays dark at a mere cursor', async () => {
  await client.open(STORY, LONG);
  const cursor = client.document(STORY).positionAt(LONG.indexOf('It had rained') + 3);
  const range = { start: cursor, end: cursor };
  const offered = async (triggerKind: 1 | 2): Promise<CodeAction[]> => (await client.codeActions(STORY, range, { triggerKind })).filter(({ title }) => title.includes('to Notes'));
  expect(await offered(2)).toEqual([]);
  const [sentence, fit] = await offered(1);
  expect(fit!.title).toMatch(/^Move \d+ sentences? to Notes to fit 90 s$/);
  expect(sentence).toMatchObject({ title: 'Move sentence to Notes', kind: 'refactor.rewrite' });
  await client.edit(STORY, plainEdits(sentence!, STORY) satisfies TextEdit[]);
  expect(client.text(STORY)).toContain('## Notes\n\n- It had rained for days.\n');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeLens, Hover } from 'vscode-languageserver/node';
import type { EvidenceSheet, SnippetInsert } from '../../server/src/lsp/protocol.js';
import { Client } from './client.js';
import { story } from './story.js';

const STORY = 'file:///stories/payment.star.md';

let ours: Client;
let other: Client;
beforeAll(async () => {
  [ours, other] = await Promise.all([Client.start({ initializationOptions: { commandLinks: true } }), Client.start()]);
});
afterAll(() => Promise.all([ours.stop(), other.stop()]));

async function evidenceLens(client: Client): Promise<CodeLens['command']> {
  const lenses = await client.request<CodeLens[]>('textDocument/codeLens', STORY);
  return lenses.map(({ command }) => command).find((command) => command!.title.endsWith(' heard'));
}

/** Where a finding begins, and what a hover there says. */
async function findingHover(client: Client) {
  await client.open(STORY, story({ tradeoff: [] }));
  const { range } = (await client.pull(STORY)).find(({ code }) => code === 'no-tradeoff')!;
  const { contents } = await client.request<Hover>('textDocument/hover', STORY, range.start);
  return { position: range.start, said: (contents as { value: string }).value };
}

/** Puts a snippet into the story with its slots as they stand. */
async function write(client: Client, { range, text }: SnippetInsert): Promise<void> {
  await client.edit(STORY, [{ range, newText: text }]);
}

test('a lens over the story says how much of it is heard, and opens the list where the client has one @any-lsp-client:lens', async () => {
  await Promise.all([ours, other].map((client) => client.open(STORY, story({ tradeoff: [] }))));
  expect(await evidenceLens(ours)).toMatchObject({ title: expect.stringMatching(/^\d+ of \d+ heard$/), command: 'starwright.showEvidence', arguments: [STORY, 0] });
  expect(await evidenceLens(other)).toMatchObject({ command: '' });
});

test('only a client with our commands is given links to them', async () => {
  expect((await findingHover(ours)).said).toContain('(command:starwright.silence?');
  expect((await findingHover(other)).said).not.toContain('command:');
});

test('a finding is left out where it stands, its reason a tab stop', async () => {
  const { position } = await findingHover(ours);
  const params = { textDocument: { uri: STORY }, rule: 'no-tradeoff', position };
  const suppression = await ours.connection.sendRequest<SnippetInsert>('starwright/silence', params);
  expect(suppression.snippet).toMatch(/^<!-- star-disable-next-line no-tradeoff -- \$\{1:\[.+\]\} -->\n$/);
  await write(ours, suppression);
  expect(await ours.codes(STORY)).not.toContain('no-tradeoff');
  expect(await ours.connection.sendRequest('starwright/silence', params)).toBeNull();
});

test('what the list offers to write for a missing beat answers its finding', async () => {
  await ours.open(STORY, story({ tradeoff: [] }));
  const before = await ours.request<EvidenceSheet>('starwright/evidence', STORY);
  const missing = before.tellings[0]!.beats.find(({ id }) => id === 'tradeoff')!;
  expect(missing.standing).toBe('missing');
  await write(ours, missing.fill!);
  expect(await ours.codes(STORY)).not.toContain('no-tradeoff');
  const after = await ours.request<EvidenceSheet>('starwright/evidence', STORY);
  const drafted = after.tellings[0]!.beats.find(({ id }) => id === 'tradeoff')!;
  expect(drafted.standing).toBe('drafted');
  expect(ours.document(STORY).getText(drafted.sentences[0]!)).toMatch(/^I chose \[your option\]/);
});

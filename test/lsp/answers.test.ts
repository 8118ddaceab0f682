import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWER_REQUEST, type Answered, type AnswerParams } from '../../server/src/lsp/protocol.js';
import { Client } from './client.js';
import { story } from './story.js';

const NAMED = story({ tradeoff: [] }).replace('# Payment timeouts', '# Contoso Bank and payment timeouts').replace('one slow partner bank', 'Contoso Bank on queue07.contoso.lan');

let folder: string;
let client: Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starwright-answers-'));
  await writeFile(join(folder, 'timeouts.star.md'), NAMED);
  await writeFile(join(folder, 'strong.star.md'), story());
  client = await Client.start({ folders: [pathToFileURL(folder).href], settings: () => ({ confidentialTerms: ['Contoso Bank'], validate: false }) });
});
afterAll(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
const ask = (params: AnswerParams): Promise<Answered> => client.connection.sendRequest(ANSWER_REQUEST, params);

async function answer(params: AnswerParams): Promise<any> {
  const answered = await ask(params);
  if ('refused' in answered) throw new Error(answered.refused);
  return JSON.parse(answered.text);
}

test('a story that is not open is reviewed, without its names, even where findings are not shown', async () => {
  const review = await answer({ ask: 'review', uri: uri('timeouts.star.md') });
  expect(review).toMatchObject({ path: 'timeouts.star.md', clean: false, story: { title: 'a name and payment timeouts' } });
  expect(review.findings.map(({ rule }: { rule: string }) => rule)).toContain('no-tradeoff');
  expect(JSON.stringify(review)).not.toMatch(/contoso/i);
});

test('an open story is reviewed as it is in the editor', async () => {
  await client.open(uri('strong.star.md'), 'Too short.');
  expect(await ask({ ask: 'review', uri: uri('strong.star.md') })).toEqual({ refused: expect.stringMatching(/fewer than twenty words/) });
  await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri('strong.star.md') } });
  expect(await answer({ ask: 'review', uri: uri('strong.star.md') })).toMatchObject({ clean: true });
});

test('the bank answers without names: a match and the coverage', async () => {
  const match = await answer({ ask: 'match', question: 'Tell me about an outage you handled' });
  expect(match.ranked.map(({ path }: { path: string }) => path).sort()).toEqual(['strong.star.md', 'timeouts.star.md']);
  const coverage = await answer({ ask: 'coverage' });
  expect(coverage).toMatchObject({ stories: 2, unread: [] });
  expect(JSON.stringify([match, coverage])).toContain('a name and payment timeouts');
  expect(JSON.stringify([match, coverage])).not.toMatch(/contoso/i);
});

test('the rubric is explained, and its questions are listed', async () => {
  expect(await answer({ ask: 'explain', id: 'no-tradeoff' })).toMatchObject({ kind: 'finding' });
  expect((await answer({ ask: 'questions', shape: 'mistake' })).questions.length).toBeGreaterThan(2);
});

test('what cannot be answered says why', async () => {
  const outside = pathToFileURL(join(folder, '../elsewhere.star.md')).href;
  expect(await ask({ ask: 'review', uri: outside })).toEqual({ refused: 'There is no such story in the open folders.' });
  expect(await ask({ ask: 'explain', id: 'no-tradeof' })).toEqual({ refused: expect.stringContaining('Did you mean "no-tradeoff"?') });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Cards, CardsParams } from '../../server/src/lsp/protocol.js';
import { Client } from './client.js';
import { story } from './story.js';

const OPENED = story({ situation: ['Late on a Friday Con<b>toso</b> Bank could not settle its payments.'] });
const CLOSED = `---\naliases: { Fabrikam: a carrier }\n---\n${story({ situation: ['Fabrikam lost its labels, and Contoso Bank waited.'] })}`;

let folder: string;
let client: Client;
const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
const ask = (params: Partial<CardsParams>): Promise<Cards> => client.connection.sendRequest('starwright/cards', { uris: [uri('open.star.md'), uri('closed.star.md')], format: 'md', redact: false, ...params });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starwright-cards-'));
  await writeFile(join(folder, 'open.star.md'), story());
  await writeFile(join(folder, 'closed.star.md'), CLOSED);
  await writeFile(join(folder, 'empty.star.md'), '');
  client = await Client.start({ folders: [pathToFileURL(folder).href], settings: () => ({ confidentialTerms: ['Contoso Bank'] }) });
  await client.open(uri('open.star.md'), OPENED);
});
afterAll(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

test('open stories are on cards as they are in the editor, the others as they are in their files @any-lsp-client:export', async () => {
  const { text, stories, leftOut } = await ask({});
  expect({ stories, leftOut }).toEqual({ stories: 2, leftOut: [] });
  expect(text).toContain('**Open with:** Late on a Friday Contoso Bank could not settle its payments.');
  expect(text).toContain('**Open with:** Fabrikam lost its labels, and Contoso Bank waited.');
  expect(text).toContain('## For a résumé');
});

test.each(['md', 'html', 'csv', 'body'] as const)('without names, %s has none of what the settings list or one of the stories has an alias for', async (format) => {
  const { text } = await ask({ redact: true, format });
  expect(text).not.toMatch(/contoso|fabrikam/i);
  if (format !== 'csv') expect(text).toMatch(/a carrier lost its labels, and a name waited/i);
});

test('a body is the page without its head', async () => {
  const { text } = await ask({ format: 'body' });
  expect(text).toMatch(/^<main>[\s\S]*<\/main>$/);
  expect((await ask({ format: 'html' })).text).toContain(text);
});

test('what is no story, or lies in none of the folders, is left out and said', async () => {
  const elsewhere = 'file:///etc/passwd.star.md';
  expect(await ask({ uris: [uri('empty.star.md'), uri('none.star.md'), elsewhere] })).toEqual({
    text: '',
    stories: 0,
    leftOut: [
      { uri: uri('empty.star.md'), problem: 'It holds no story that can be read.' },
      { uri: uri('none.star.md'), problem: 'There is no such story in the open folders.' },
      { uri: elsewhere, problem: 'There is no such story in the open folders.' },
    ],
  });
});

test('the lines for a résumé of the open story', async () => {
  const lines = (name: string): Promise<string[] | null> => client.connection.sendRequest('starwright/resumeLines', { textDocument: { uri: uri(name) } });
  const given = (await lines('open.star.md'))!;
  expect(given).toHaveLength(2);
  expect(given[0]).toMatch(/^Added an alert .*; failed payments in the peak went from 4% to 0\.6%/);
  expect(await lines('none.md')).toBeNull();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Redacted, ToldList } from '../../server/src/lsp/protocol.js';
import { Client } from './client.js';
import { story } from './story.js';

const STORY = 'file:///stories/contoso-bank.star.md';
const TEXT = `${story({ situation: ['Late on a Friday contoso BANK could not settle its payments on db-7.contoso.example.'] })}\n## Framing: Care for the pager\n\n### Action\n\nI went through the alerts of a month and removed half of them.\n`;

let client: Client;
beforeAll(async () => {
  client = await Client.start({ settings: () => ({ confidentialTerms: ['Contoso Bank'] }) });
  await client.open(STORY, TEXT);
});
afterAll(() => client.stop());

function ask<Answer>(method: string, uri = STORY): Promise<Answer> {
  return client.connection.sendRequest(method, { textDocument: { uri } });
}

test('a story is given without its names, and a name for its file', async () => {
  const { text, replaced, name } = await ask<Redacted>('starwright/redact');
  expect(text).toContain('Late on a Friday a name could not settle its payments on a host.');
  expect(text).not.toMatch(/contoso/i);
  expect({ replaced, name }).toEqual({ replaced: 2, name: 'a-name' });
});

test('each telling is given in full, with what it takes over', async () => {
  const { title, tellings, alike } = await ask<ToldList>('starwright/told');
  expect(title).toBe('Payment timeouts');
  expect(tellings.map((telling) => [telling.title, telling.sections.map(({ role, inherited }) => (inherited ? `(${role})` : role)).join(' ')])).toEqual([
    [undefined, 'situation task action result learning'],
    ['Care for the pager', '(situation) (task) action (result) (learning)'],
  ]);
  expect(tellings[1]!.sections[2]!.text).toBe('I went through the alerts of a month and removed half of them.');
  expect(alike).toEqual([]);
});

test('what is no story has neither', async () => {
  expect(await ask('starwright/redact', 'file:///stories/none.md')).toBeNull();
  expect(await ask('starwright/told', 'file:///stories/none.md')).toBeNull();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client, PULL } from './client.js';
import { story, STRONG } from './story.js';

const URI = 'file:///stories/payments.star.md';
const FRESH = 'file:///stories/fresh.star.md';

let client: Client;
beforeAll(async () => {
  // A client that cannot be told to ask again is shown every review as it is.
  client = await Client.start({ capabilities: { ...PULL, workspace: { configuration: true } } });
});
afterAll(() => client.stop());

test('after every key, an open story has the diagnostics that its text has when it is opened for the first time @any-lsp-client:diagnostics', async () => {
  await client.open(URI, story({ result: [] }).replaceAll('\n', '\r\n'));
  const keys: [typed: string, behind: string][] = [
    ['😀 We “fixed” it', STRONG.situation[0]!],
    ['```', '## Action\r\n'],
    ['```\r\n', '## Action\r\n```'],
    ['\r\n## Result\r\n\r\nIt got better.', STRONG.learning[0]!],
  ];
  for (const [typed, behind] of keys) {
    for (let at = 0; at < typed.length; at += 4) {
      const found = await client.type(URI, typed.slice(at, at + 4), behind + typed.slice(0, at));
      await client.open(FRESH, client.text(URI));
      expect(found).toEqual(await client.pull(FRESH));
      await client.close(FRESH);
    }
  }
  await client.close(URI);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { Client, PUSH } from './client.js';
import { plainEdits } from './plainEdits.js';
import { story } from './story.js';

const STORY = 'file:///stories/payment.star.md';
const LONG = 'I gave each bank a pool of its own on the same evening, and we told the two largest shops that their orders would be slower until the next morning.';

let full: Client;
let plain: Client;
beforeAll(async () => {
  [full, plain] = await Promise.all([Client.start(), Client.start({ capabilities: PUSH })]);
});
afterAll(() => Promise.all([full.stop(), plain.stop()]));

/** What the Refactor menu offers at a piece of the text. */
async function menu(client: Client, piece: string, only = 'refactor'): Promise<CodeAction[]> {
  const at = client.document(STORY).positionAt(client.text(STORY).indexOf(piece));
  return client.codeActions(STORY, { start: at, end: at }, { only: [only] });
}

async function apply(client: Client, actions: readonly CodeAction[], title: string): Promise<void> {
  const action = actions.find((candidate) => candidate.title.startsWith(title));
  await client.edit(STORY, plainEdits(action!, STORY));
}

test('a long sentence can be split, and a "we" told as one\'s own', async () => {
  await plain.open(STORY, story({ implementation: [LONG] }));
  await apply(plain, await menu(plain, 'I gave'), 'Split the sentence');
  expect(plain.text(STORY)).toContain('on the same evening. We told');
  await apply(plain, await menu(plain, 'We told', 'refactor.rewrite'), 'Say "I told');
  expect(plain.text(STORY)).toContain('on the same evening. I told');
});

test('a figure is recorded in the front matter, with tab stops for what only the person knows', async () => {
  await full.open(STORY, story());
  expect(await menu(full, '0.6%', 'quickfix')).toEqual([]);
  const [action] = await menu(full, '0.6%', 'refactor.extract');
  expect(action?.title).toBe('Record in metrics: 4% → 0.6%');
  expect(JSON.stringify(action!.edit)).toMatch(/\$\{1:\[what\]\}/);
  await full.edit(STORY, plainEdits(action!, STORY));
  expect(full.text(STORY)).toMatch(/^---\nmetrics:\n {2}- \{ name: "\[what\]", before: "4%", after: "0\.6%", window: "following month", /);
  expect(await menu(full, '0.6%', 'refactor.extract')).toEqual([]);
});

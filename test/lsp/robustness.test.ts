import { afterEach, beforeEach, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { Client } from './client.js';
import { story } from './story.js';

const STORY = 'file:///stories/payment.star.md';

let client: Client;
beforeEach(async () => {
  client = await Client.start();
});

/** The server still reviews, and leaves in good order. */
afterEach(async () => {
  const uri = 'file:///stories/after.star.md';
  await client.open(uri, story({ tradeoff: [] }));
  expect(await client.codes(uri)).toContain('no-tradeoff');
  expect(await client.stop()).toBe(0);
  expect(readFrames(Buffer.concat(client.output)).length).toBeGreaterThan(2);
});

/** Reads a stream that holds nothing but frames. Throws at the first byte that is not in one. */
function readFrames(bytes: Buffer): unknown[] {
  const frames: unknown[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n\r\n', at);
    const length = /^Content-Length: (\d+)$/m.exec(bytes.toString('ascii', at, end))?.[1];
    if (length === undefined) throw new Error(`No frame at byte ${at}.`);
    frames.push(JSON.parse(bytes.toString('utf8', end + 4, end + 4 + Number(length))));
    at = end + 4 + Number(length);
  }
  return frames;
}

test('an unknown method is refused', async () => {
  await expect(client.connection.sendRequest('starwright/nothing')).rejects.toMatchObject({ code: -32601 });
  await client.connection.sendNotification('starwright/nothing');
});

test('a cancelled request is answered', async () => {
  await client.open(STORY, story());
  const source = new CancellationTokenSource();
  const asked = client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: STORY } }, source.token);
  source.cancel();
  await asked.catch((error: { code: number }) => expect(error.code).toBe(-32800));
});

test.each([
  'textDocument/diagnostic',
  'textDocument/hover',
  'textDocument/codeAction',
  'textDocument/codeLens',
  'textDocument/completion',
])('%s with garbage is refused or empty', async (method) => {
  await client.open(STORY, story({ tradeoff: [] }));
  const textDocument = { uri: STORY };
  const far = { line: 1e9, character: -7 };
  for (const params of [
    {},
    { textDocument: null },
    { textDocument: { uri: 7 } },
    { textDocument },
    { textDocument, position: null, range: 'all', context: [] },
    { textDocument, position: far, range: { start: far, end: far }, context: { diagnostics: [null], only: [7] } },
    { textDocument: { uri: 'file:///%E0%A4%A' }, position: far },
  ]) {
    await client.connection.sendRequest(method, params).catch((error: { code: number }) => {
      expect(error.code).toBeLessThan(0);
    });
  }
});

test('changes out of range, closing what is not open and opening twice are survived', async () => {
  const { connection } = client;
  const range = { start: { line: 900, character: 9 }, end: { line: 901, character: 0 } };
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri: STORY } });
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: STORY, version: 3 },
    contentChanges: [{ range, text: 'x' }],
  });
  await client.open(STORY, story());
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: STORY, version: 4 },
    contentChanges: [{ range, text: ' More.' }],
  });
  await client.open(STORY, story({ prevention: [] }));
  expect(await client.codes(STORY)).toContain('no-prevention');
  await connection.sendNotification('textDocument/didOpen', { textDocument: null });
});

const notes = (lines: number) => `\n## Notes\n\n${'A line of notes that nobody reads aloud.\n'.repeat(lines)}`;

test('a story with long notes is reviewed', async () => {
  await client.open(STORY, story({ tradeoff: [] }) + notes(2000));
  expect(await client.codes(STORY)).toContain('no-tradeoff');
}, 30_000);

test('a file of two megabytes is not reviewed, and says so in one message', async () => {
  await client.open(STORY, story({ tradeoff: [] }) + notes(50_000));
  const [only, ...more] = await client.pull(STORY);
  expect(more).toEqual([]);
  expect(only).toMatchObject({ code: 'not-read', message: expect.stringContaining('too large for a story') });
  expect(await client.request('textDocument/codeLens', STORY)).toEqual([]);
  const end = client.document(STORY).positionAt(Infinity);
  await client.edit(STORY, [{ range: { start: end, end }, newText: 'x' }]);
  expect(await client.codes(STORY)).toEqual(['not-read']);
});

test('a file that is no text says so in one message', async () => {
  await client.open(STORY, 'PNG\0\0\u0001 and some words that look like a story');
  expect((await client.pull(STORY)).map(({ message }) => message)).toEqual([expect.stringContaining('not text')]);
});

test('a story that is closed, and opened under another name, leaves nothing behind', async () => {
  await client.open(STORY, story({ tradeoff: [] }));
  expect(await client.codes(STORY)).toContain('no-tradeoff');
  await client.close(STORY);
  expect(await client.pull(STORY)).toEqual([]);

  const plain = 'file:///stories/payment.md';
  await client.open(plain, story({ tradeoff: [] }));
  expect(await client.pull(plain)).toEqual([]);
  expect(await client.request('textDocument/codeLens', plain)).toEqual([]);
  await client.close(plain);
  await client.open(STORY, story({ prevention: [] }));
  expect(await client.codes(STORY)).toContain('no-prevention');
});

test.each(['git:/stories/payment.star.md?ref', 'vscode-chat-code-block://x/payment.star.md', 'vscode-local-history:/payment.star.md'])('%s is left alone', async (uri) => {
  await client.open(uri, story({ tradeoff: [] }));
  expect(await client.pull(uri)).toEqual([]);
  expect(await client.request('textDocument/codeLens', uri)).toEqual([]);
  expect(await client.request('textDocument/hover', uri, { line: 2, character: 4 })).toBeNull();
  expect(await client.request('textDocument/completion', uri, { line: 1, character: 0 })).toEqual([]);
});

test('an unsaved document is a story once it says so', async () => {
  const uri = 'untitled:Untitled-1';
  await client.open(uri, story({ tradeoff: [] }));
  expect(await client.pull(uri)).toEqual([]);
  const start = { line: 0, character: 0 };
  await client.edit(uri, [{ range: { start, end: start }, newText: '---\nstar: 1\n---\n' }]);
  expect(await client.codes(uri)).toContain('no-tradeoff');
});

test('an empty story and one that is no story get at most one hint', async () => {
  for (const text of ['', '\uFEFF', '\0\0\0', '![](picture.png)']) {
    await client.open(STORY, text);
    const found = await client.pull(STORY);
    expect(found.length).toBeLessThanOrEqual(1);
    await client.close(STORY);
  }
});

test('a change is read whatever version the client gives it', async () => {
  const uri = 'file:///stories/counted.star.md';
  const textDocument = { uri, languageId: 'markdown', version: 3 };
  await client.connection.sendNotification('textDocument/didOpen', { textDocument: { ...textDocument, text: story() } });
  expect(await client.codes(uri)).toEqual([]);
  for (const version of [3, 1]) {
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text: version === 3 ? story({ tradeoff: [] }) : story() }] });
    expect((await client.codes(uri)).includes('no-tradeoff')).toBe(version === 3);
  }
});

test('a burst of typing ends with the last text', async () => {
  await client.open(STORY, story({ tradeoff: [] }));
  const end = client.document(STORY).positionAt(Infinity);
  const sentence = '\nI chose two pools over one because it was safer, and the cost was memory.\n';
  const typed = [...sentence];
  for (const [i, letter] of typed.entries()) {
    const at = client.document(STORY).positionAt(client.document(STORY).offsetAt(end) + i);
    await client.edit(STORY, [{ range: { start: at, end: at }, newText: letter }]);
  }
  expect(client.text(STORY)).toContain(sentence);
  const fresh = 'file:///stories/fresh.star.md';
  await client.open(fresh, client.text(STORY));
  expect(await client.pull(STORY)).toEqual(await client.pull(fresh));
});

import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver/node';
import { Client, PULL, PUSH } from './client.js';
import { story } from './story.js';

const STORY = 'file:///stories/payment.star.md';

test('a client that can ask for diagnostics is told to', async () => {
  const client = await Client.start({ capabilities: PULL });
  const { capabilities } = client.initialized;
  expect(capabilities).toMatchObject({
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: 2 },
    diagnosticProvider: { identifier: 'starwright', interFileDependencies: false, workspaceDiagnostics: true },
    hoverProvider: true,
    workspace: { workspaceFolders: { supported: true } },
  });
  expect(capabilities.codeActionProvider).toMatchObject({ codeActionKinds: ['quickfix', 'refactor.rewrite', 'refactor.extract', 'source.fixAll.starwright'] });
  expect(capabilities.completionProvider).toMatchObject({ triggerCharacters: ['[', '#', '<', ':', '-', ',', '{'] });
  expect(await client.stop()).toBe(0);
});

test('a client can do without the stories that are not open', async () => {
  const client = await Client.start({ initializationOptions: { workspaceDiagnostics: false } });
  expect(client.initialized.capabilities.diagnosticProvider).toMatchObject({ workspaceDiagnostics: false });
  await client.stop();
});

test('a client can name its command for suggestions, and a key asks for its values', async () => {
  const client = await Client.start({ initializationOptions: { suggestCommand: 'editor.suggest' } });
  await client.open(STORY, '---\nsh\n---\n');
  const items = await client.request<CompletionItem[]>('textDocument/completion', STORY, { line: 1, character: 2 });
  expect(items.find(({ label }) => label === 'shape')?.command?.command).toBe('editor.suggest');
  await client.stop();
});

test('a client that cannot ask for diagnostics is offered none to ask for', async () => {
  const client = await Client.start({ capabilities: PUSH });
  expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
  expect(client.initialized.capabilities.workspace).toBeUndefined();
  expect(await client.stop()).toBe(0);
});

test('a client that can ask is sent nothing unasked', async () => {
  const client = await Client.start({ capabilities: PULL });
  await client.open(STORY, story({ tradeoff: [] }));
  expect(await client.codes(STORY)).toContain('no-tradeoff');
  await client.edit(STORY, [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: '\n' }]);
  expect(await client.codes(STORY)).toContain('no-tradeoff');
  await client.close(STORY);
  await client.stop();
  expect(client.published).toEqual([]);
});

test('a client that cannot ask is sent diagnostics, and none once the story closes @any-lsp-client:diagnostics', async () => {
  const client = await Client.start({ capabilities: PUSH });
  await client.open(STORY, story({ tradeoff: [] }));
  const first = await client.until(() => client.published[0]);
  expect(first).toMatchObject({ uri: STORY, version: 1 });
  expect(first.diagnostics.map(({ code }) => code)).toContain('no-tradeoff');

  await client.replace(STORY, story());
  const second = await client.until(() => client.published.find(({ version }) => version === 2));
  expect(second.diagnostics.map(({ code }) => code)).not.toContain('no-tradeoff');

  await client.close(STORY);
  const last = await client.until(() => client.published.find(({ version }) => version === undefined));
  expect(last.diagnostics).toEqual([]);
  await client.stop();
  expect(client.published.at(-1)).toBe(last);
});

test('a story that closes before it is reviewed is not heard of again', async () => {
  const client = await Client.start({ capabilities: PUSH });
  const other = 'file:///stories/other.star.md';
  await client.open(STORY, story({ tradeoff: [] }));
  await client.close(STORY);
  await client.open(other, story());
  await client.until(() => client.published.find(({ uri }) => uri === other));
  await client.stop();
  const about = client.published.filter(({ uri }) => uri === STORY);
  expect(about.at(-1)?.diagnostics ?? []).toEqual([]);
});

test('the server leaves when its client closes the stream, whatever it was about to say', async () => {
  const leave = async (): Promise<[number | null, string]> => {
    const client = await Client.start();
    let said = '';
    client.process.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const left = new Promise<number | null>((resolve) => client.process.once('close', resolve));
    client.process.stdin.end();
    return [await left, said];
  };
  expect(await Promise.all(Array.from({ length: 4 }, leave))).toEqual(Array.from({ length: 4 }, () => [1, '']));
});

test('the server leaves when the process it was started for is gone', async () => {
  const editor = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const client = await Client.start({ processId: editor.pid! });
  const left = new Promise<number | null>((resolve) => client.process.once('exit', resolve));
  editor.kill();
  expect(await left).toBe(1);
});

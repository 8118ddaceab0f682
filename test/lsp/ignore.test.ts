import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import type { BankOverview } from '../../server/src/lsp/protocol.js';
import { Client } from './client.js';
import { story } from './story.js';

let folder: string;
let client: Client;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starwright-ignore-'));
  await mkdir(join(folder, 'archive'));
  for (const name of ['one.star.md', 'two.star.md', 'archive/old.star.md']) await writeFile(join(folder, name), story({ tradeoff: [] }));
  await writeFile(join(folder, '.starwrightignore'), 'archive/\n');
  client = await Client.start({ folders: [pathToFileURL(folder).href] });
  await client.until(() => client.registered.includes('workspace/didChangeWatchedFiles'));
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
const named = (uris: readonly string[]): string[] => uris.map((each) => each.slice(uri('').length + 1)).sort();

async function inBank(): Promise<string[]> {
  for (;;) {
    const told = client.told.length;
    const { stories, complete } = await client.connection.sendRequest<BankOverview>('starwright/bank', {});
    if (complete) return named(stories.map(({ id }) => id));
    await client.until(() => client.told.length > told);
  }
}

const reviewed = async (): Promise<string[]> => named((await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] })).items.map((item) => item.uri));
const findings = async (name: string): Promise<number> => {
  const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri: uri(name) } });
  return report.kind === 'full' ? report.items.length : -1;
};

test('what .starwrightignore leaves out is not in the bank and has no findings, unopened or open; times and hovers stay', async () => {
  await client.open(uri('archive/old.star.md'), story({ tradeoff: [] }));
  await client.open(uri('one.star.md'), story({ tradeoff: [] }));
  expect(await inBank()).toEqual(['one.star.md', 'two.star.md']);
  expect(await findings('archive/old.star.md')).toBe(0);
  expect(await findings('one.star.md')).toBeGreaterThan(0);
  expect(await reviewed()).toEqual(['archive/old.star.md', 'one.star.md', 'two.star.md']);
  expect(await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: uri('archive/old.star.md') } })).not.toEqual([]);
});

test('an ignore file that is written holds at once', async () => {
  expect(await inBank()).toEqual(['one.star.md', 'two.star.md']);
  await writeFile(join(folder, '.starwrightignore'), 'two*\n');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('.starwrightignore'), type: 2 }] });
  expect(await inBank()).toEqual(['archive/old.star.md', 'one.star.md']);
  expect(await reviewed()).toEqual(['archive/old.star.md', 'one.star.md']);
});

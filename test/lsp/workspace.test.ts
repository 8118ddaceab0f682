import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CancellationTokenSource, type PreviousResultId, type WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { Client } from './client.js';
import { story } from './story.js';

let folder: string;
let client: Client;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starwright-lsp-'));
  await mkdir(join(folder, 'deep/er'), { recursive: true });
  await mkdir(join(folder, 'node_modules'));
  await writeFile(join(folder, 'one.star.md'), story({ tradeoff: [] }));
  await writeFile(join(folder, 'deep/er/two & (2).star.md'), story());
  await writeFile(join(folder, 'plain.md'), story({ tradeoff: [] }));
  await writeFile(join(folder, 'node_modules/three.star.md'), story({ tradeoff: [] }));
  client = await Client.start({ folders: [pathToFileURL(folder).href] });
  await client.until(() => client.registered.includes('workspace/didChangeWatchedFiles'));
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

const uri = (name: string): string => pathToFileURL(join(folder, name)).href;

function pullAll(previousResultIds: PreviousResultId[] = []): Promise<WorkspaceDiagnosticReport> {
  return client.connection.sendRequest('workspace/diagnostic', { previousResultIds });
}

function resultIds({ items }: WorkspaceDiagnosticReport): PreviousResultId[] {
  return items.map(({ uri, resultId }) => ({ uri, value: resultId! }));
}

function codesOf({ items }: WorkspaceDiagnosticReport, name: string): unknown[] | undefined {
  const item = items.find((candidate) => decodeURIComponent(candidate.uri) === decodeURIComponent(uri(name)));
  return item?.kind === 'full' ? item.items.map(({ code }) => code) : undefined;
}

test('every story of the folder is reviewed, open or not', async () => {
  const report = await pullAll();
  expect(report.items).toHaveLength(2);
  expect(codesOf(report, 'one.star.md')).toContain('no-tradeoff');
  expect(codesOf(report, 'deep/er/two & (2).star.md')).toBeDefined();
});

test('an open story counts as it is in the editor', async () => {
  await client.open(uri('one.star.md'), story());
  const report = await pullAll();
  expect(report.items).toHaveLength(2);
  expect(codesOf(report, 'one.star.md')).not.toContain('no-tradeoff');
  expect(report.items.find((item) => item.uri === uri('one.star.md'))?.version).toBe(1);
});

test('a request with nothing new waits for a change', async () => {
  const first = await pullAll();
  const second = pullAll(resultIds(first));
  await writeFile(join(folder, 'one.star.md'), story());
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri('one.star.md'), type: 2 }],
  });
  const report = await second;
  expect(codesOf(report, 'one.star.md')).not.toContain('no-tradeoff');
  expect(report.items.map(({ kind }) => kind).sort()).toEqual(['full', 'unchanged']);
});

test('a story that is deleted takes its diagnostics along', async () => {
  const first = await pullAll();
  const second = pullAll(resultIds(first));
  await rm(join(folder, 'one.star.md'));
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri('one.star.md'), type: 3 }],
  });
  expect(codesOf(await second, 'one.star.md')).toEqual([]);
});

test('a waiting request that is cancelled is answered, and the next one served', async () => {
  const first = await pullAll();
  const source = new CancellationTokenSource();
  const waiting = client.connection.sendRequest('workspace/diagnostic', { previousResultIds: resultIds(first) }, source.token);
  source.cancel();
  await waiting.catch(() => undefined);
  expect((await pullAll()).items).toHaveLength(2);
});

test('a story that has just closed is reviewed as it is on disk, and one outside the folder is not', async () => {
  await client.open(uri('one.star.md'), story());
  await client.close(uri('one.star.md'));
  expect(await client.codes(uri('one.star.md'))).toContain('no-tradeoff');
  expect(await client.codes('file:///elsewhere/one.star.md')).toEqual([]);
});

test('the nearest folder file holds, also for a story that is not open, and is heard when it changes', async () => {
  await writeFile(join(folder, '.starwright.yaml'), 'rules:\n  no-tradeoff: "off"\n');
  await client.open(uri('one.star.md'), story({ tradeoff: [] }));
  expect(await client.codes(uri('one.star.md'))).not.toContain('no-tradeoff');
  await client.close(uri('one.star.md'));
  expect(codesOf(await pullAll(), 'one.star.md')).not.toContain('no-tradeoff');

  await writeFile(join(folder, '.starwright.yaml'), 'rules:\n  no-tradeoff: loud\n');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uri('.starwright.yaml'), type: 2 }],
  });
  await client.until(() => client.refreshes.includes('workspace/diagnostic/refresh'));
  expect(codesOf(await pullAll(), 'one.star.md')).toContain('no-tradeoff');
  expect(client.logged.join('\n')).toMatch(/\.starwright\.yaml:2:16: .*"loud"/);
});

test('a client that is not told it can ask for every story can ask all the same', async () => {
  const quiet = await Client.start({
    folders: [pathToFileURL(folder).href],
    initializationOptions: { workspaceDiagnostics: false },
  });
  const report = await quiet.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  expect(report.items).toHaveLength(2);
  expect(await quiet.codes(uri('one.star.md'))).toEqual([]);
  await quiet.stop();
});

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jargon } from '../jargon.js';
import { Client, type StartOptions } from './client.js';
import { story } from './story.js';

let folder: string;
let client: Client;
const at = (name: string): string => join(folder, name);
const uri = (name: string): string => pathToFileURL(at(name)).href;
const pack = at.bind(undefined, '.starwright/rubric/phrases/in-house-jargon.yaml');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starwright-lsp-'));
  await mkdir(at('.starwright/rubric/phrases'), { recursive: true });
  await mkdir(at('deep'));
  await writeFile(pack(), jargon('load test'));
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

async function start(options: StartOptions = {}): Promise<void> {
  client = await Client.start({ folders: [uri('').replace(/\/$/, '')], ...options });
  await client.until(() => client.registered.includes('workspace/didChangeWatchedFiles'));
}

/** Writes the pack anew and waits until the editor is asked to look again. */
async function rewrite(text: string): Promise<void> {
  const seen = client.refreshes.length;
  await writeFile(pack(), text);
  await client.wrote(pathToFileURL(pack()).href);
  await client.until(() => client.refreshes.length > seen);
}

const STORY = story({ implementation: ['I capped the retries and ran a load test, which held.'] });

test('a rubric beside the stories holds for those below it, and is read anew when it changes @any-lsp-client:own-rubric', async () => {
  await start();
  await client.open(uri('deep/a.star.md'), STORY);
  expect(await client.codes(uri('deep/a.star.md'))).toContain('in-house-jargon');
  await rewrite(jargon('smoke test'));
  expect(await client.codes(uri('deep/a.star.md'))).not.toContain('in-house-jargon');
});

test('one that breaks keeps the last that worked, is shown in its place, and spoken of once', async () => {
  await start();
  await client.open(uri('a.star.md'), STORY);
  expect(await client.codes(uri('a.star.md'))).toContain('in-house-jargon');

  await rewrite(jargon('load test').replace('severity: warning', 'severity: loud'));
  expect(await client.codes(uri('a.star.md'))).toContain('in-house-jargon');
  const shown = await client.until(() => client.published.find(({ uri: file, diagnostics }) => file.endsWith('in-house-jargon.yaml') && diagnostics.length > 0));
  expect(shown.diagnostics).toMatchObject([{ range: { start: { line: 7, character: 10 } }, message: '"severity" is one of error, warning, information, hint, off.' }]);
  expect(client.shown).toEqual([expect.stringMatching(/Your rubric has a problem\. The last version that worked is used\. .*in-house-jargon\.yaml:8: "severity"/)]);

  await rewrite(jargon('load test').replace('severity: warning', 'severity: louder'));
  await client.codes(uri('a.star.md'));
  expect(client.shown).toHaveLength(1);

  await rewrite(jargon('load test'));
  await client.codes(uri('a.star.md'));
  await client.until(() => client.published.at(-1)?.diagnostics.length === 0);
});

test('in a workspace without trust it is not read until trust is given', async () => {
  await start({ initializationOptions: { trusted: false } });
  await client.open(uri('a.star.md'), STORY);
  expect(await client.codes(uri('a.star.md'))).not.toContain('in-house-jargon');
  await client.connection.sendNotification('starwright/trusted');
  await client.until(() => client.refreshes.length > 0);
  expect(await client.codes(uri('a.star.md'))).toContain('in-house-jargon');
});

test('a folder that the settings name is read, and its shapes are offered', async () => {
  await mkdir(at('mine/shapes'), { recursive: true });
  await mkdir(at('elsewhere'));
  await writeFile(at('mine/shapes/handover.yaml'), 'id: handover\nextends: mistake\ntitle: Handover\n');
  await start({ settings: () => ({ rubric: ['mine'] }) });
  const { shapes } = await client.connection.sendRequest<{ shapes: { id: string }[] }>('starwright/catalog', { uri: uri('elsewhere/new.star.md') });
  expect(shapes.map(({ id }) => id)).toContain('handover');
});

test('a finding of its own links to no page, because there is none', async () => {
  await start({ initializationOptions: { pages: 'file:///pages' } });
  await client.open(uri('a.star.md'), story({ implementation: ['I capped the retries and ran a load test, which held.'], tradeoff: [] }));
  const links = new Map((await client.pull(uri('a.star.md'))).map(({ code, codeDescription }) => [code, codeDescription?.href]));
  expect(links.get('no-tradeoff')).toBe('file:///pages/no-tradeoff.md');
  expect(links.get('in-house-jargon')).toBeUndefined();
  expect(links.has('in-house-jargon')).toBe(true);
});

test('the page of a finding is made of the rubric, and there is none for a code that nobody knows @any-lsp-client:explain', async () => {
  await start();
  const pageOf = (code: string): Promise<string | null> => client.connection.sendRequest('starwright/rulePage', { code });
  const kept = await readFile(join(import.meta.dirname, '../../docs/rules/vague-verb.md'), 'utf8');
  expect(kept).toContain(`\n\n${(await pageOf('vague-verb'))!}\n\nWritten down in`);
  expect(await pageOf('../vague-verb')).toBeNull();
});

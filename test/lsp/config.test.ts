import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EffectiveConfig } from '../../server/src/lsp/protocol.js';
import { Client } from './client.js';
import { story } from './story.js';

const CLI = join(import.meta.dirname, '../../dist/cli.js');
const SHAPE_OF_ONES_OWN = 'id: mistake\nextends: mistake\ntitle: My mistake\n';

let folder: string;
let client: Client;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'starwright-config-')));
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

const uri = (name: string): string => pathToFileURL(join(folder, name)).href;

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

async function asked(name: string): Promise<EffectiveConfig | null> {
  await client.open(uri(name), await readFile(join(folder, name), 'utf8'));
  return client.request<EffectiveConfig | null>('starwright/config', uri(name));
}

/** What `check --print-config` says, whatever its exit code. */
async function printed(name: string): Promise<EffectiveConfig> {
  const run = promisify(execFile)(process.execPath, [CLI, 'check', '--print-config', name], { cwd: folder });
  const { stdout } = await run.catch((failed: { stdout: string }) => failed);
  return JSON.parse(stdout) as EffectiveConfig;
}

const front = (lines: string): string => `---\nstar: 1\n${lines}\n---\n${story()}`;

describe('the editor and the command line say the same of a story', () => {
  test.each<[string, Record<string, string>, Partial<EffectiveConfig>]>([
    ['with nothing but itself', { 'a.star.md': story() }, { profile: 'balanced', folderFile: null, from: {} }],
    ['with a folder file', { 'a.star.md': story(), '.starwright.yaml': 'profile: star-l\nwordsPerMinute: 120\nrules: { no-tradeoff: off }\nconfidentialTerms: [Contoso Bank, Ada]\n' }, { profile: 'star-l', confidentialTerms: 2, from: { profile: 'folder file', wordsPerMinute: 'folder file', 'no-tradeoff': 'folder file', confidentialTerms: 'folder file' } }],
    ['with front matter over a folder file', { 'a.star.md': front('profile: star-concise\nstatus: draft\nshape: mistake\nrules: { no-tradeoff: error }'), '.starwright.yaml': 'profile: star-l\nrules: { no-tradeoff: off, no-learning: off }\n' }, { profile: 'star-concise', shapes: ['mistake'], from: { profile: 'front matter', 'no-tradeoff': 'front matter', 'no-learning': 'folder file' } }],
    ['with the nearest of two folder files, alone', { 'deep/a.star.md': story(), 'deep/.starwright.yaml': 'wordsPerMinute: 100\n', '.starwright.yaml': 'profile: star-l\n' }, { profile: 'balanced', from: { wordsPerMinute: 'folder file' } }],
    ['with a rubric of its own beside it', { 'a.star.md': story(), '.starwright/rubric/shapes/mistake.yaml': SHAPE_OF_ONES_OWN }, { from: {} }],
    ['with mistakes in both', { 'a.star.md': front('profile: star-x\nrules: { no-tradeoff: loud }'), '.starwright.yaml': 'profile: star-l\nrulez: {}\n' }, { profile: 'star-l', from: { profile: 'folder file' } }],
  ])('%s', async (_, files, expected) => {
    await write(files);
    client = await Client.start({ folders: [pathToFileURL(folder).href] });
    const name = Object.keys(files)[0]!;
    const [inEditor, onTerminal] = [await asked(name), await printed(name)];
    expect(onTerminal).toMatchObject(expected);
    expect(onTerminal.from).toEqual(expected.from);
    expect(inEditor).toEqual({ ...onTerminal, path: uri(name), folderFile: onTerminal.folderFile && resolve(folder, onTerminal.folderFile) });
  });
});

test('settings of the editor are weaker than the folder file, and their terms are added', async () => {
  await write({ 'a.star.md': story(), '.starwright.yaml': 'profile: star-l\nrules: { no-tradeoff: off }\nconfidentialTerms: [Ada]\n' });
  const settings = { profile: 'sre-qa', rules: { 'no-tradeoff': 'error', 'no-learning': 'off' }, wordsPerMinute: 100, confidentialTerms: ['Contoso Bank'] };
  client = await Client.start({ settings: () => settings });
  expect(await asked('a.star.md')).toMatchObject({
    profile: 'star-l',
    limits: { wordsPerMinute: 100 },
    confidentialTerms: 2,
    rules: { 'no-tradeoff': 'off', 'no-learning': 'off' },
    from: { profile: 'folder file', 'no-tradeoff': 'folder file', 'no-learning': 'editor settings', wordsPerMinute: 'editor settings', confidentialTerms: 'folder file' },
  });
});

test('what an editor says when nobody set anything is not called a setting', async () => {
  await write({ 'a.star.md': story() });
  const defaults = { profile: 'balanced', rules: {}, rubric: [], wordsPerMinute: null, confidentialTerms: [], trace: { server: 'off' } };
  client = await Client.start({ settings: () => defaults });
  expect((await asked('a.star.md'))!.from).toEqual({});
});

test('each root has its own settings and its own folder file', async () => {
  await write({ 'one/a.star.md': story(), 'two/a.star.md': story(), 'two/.starwright.yaml': 'wordsPerMinute: 110\n', 'one/mine/shapes/mistake.yaml': SHAPE_OF_ONES_OWN });
  const settings = (scope: string | undefined) => (scope?.includes('/one/') ? { profile: 'star-l', rubric: ['mine'] } : { profile: 'sre-qa' });
  client = await Client.start({ folders: [uri('one'), uri('two')], settings });
  expect(await asked('one/a.star.md')).toMatchObject({ profile: 'star-l', limits: { wordsPerMinute: 140 }, folderFile: null, rubrics: [join(folder, 'one/mine')] });
  expect(await asked('two/a.star.md')).toMatchObject({ profile: 'sre-qa', limits: { wordsPerMinute: 110 }, folderFile: join(folder, 'two/.starwright.yaml'), rubrics: [] });
});

describe('where there is no folder and no disk', () => {
  const WITH_TERM = front('title: Payments').replace('## Situation', '## Situation\n\nContoso Bank called us.');
  const settings = () => ({ profile: 'star-l', confidentialTerms: ['Contoso Bank'] });

  test.each(['untitled:Untitled-1', 'vscode-vfs://github/someone/stories/a.star.md', 'vscode-test-web://mount/a.star.md'])('the settings of the editor hold for %s', async (place) => {
    client = await Client.start({ settings });
    await client.open(place, WITH_TERM);
    expect(await client.codes(place)).toContain('confidential-term');
    expect(await client.request('starwright/config', place)).toMatchObject({ path: place, profile: 'star-l', folderFile: null, confidentialTerms: 1 });
  });

  test('a rubric that the settings name holds for an untitled story', async () => {
    await write({ 'mine/profiles/mine.yaml': 'id: mine\nextends: star-l\ntitle: Mine\n' });
    client = await Client.start({ settings: () => ({ profile: 'mine', rubric: [join(folder, 'mine')] }) });
    await client.open('untitled:Untitled-1', WITH_TERM);
    expect(await client.request('starwright/config', 'untitled:Untitled-1')).toMatchObject({ profile: 'mine' });
    expect(client.logged).toEqual([]);
  });

  test('a folder file in a virtual workspace is judged as it is typed', async () => {
    client = await Client.start();
    const place = 'vscode-vfs://github/someone/stories/.starwright.yaml';
    await client.open(place, 'profile: star-x', 'yaml');
    expect(await client.codes(place)).toEqual(['folder-file']);
  });

  test('what is no story has no settings', async () => {
    client = await Client.start();
    await client.open('untitled:Untitled-2', '# A shopping list\n');
    expect(await client.request('starwright/config', 'untitled:Untitled-2')).toBeNull();
  });
});

test('confidential terms are written nowhere: not in the log, not in a message, not in an answer', async () => {
  await write({ 'a.star.md': front('title: Payments').replace('## Situation', '## Situation\n\nContoso Bank called us.'), '.starwright.yaml': 'confidentialTerms: { Contoso Bank: x }\n' });
  client = await Client.start({ settings: () => ({ confidentialTerms: ['Contoso Bank', 7] }) });
  const config = await asked('a.star.md');
  await client.until(() => client.logged.length >= 2);
  expect(client.logged.join('\n')).toMatch(/starwright\.confidentialTerms: "confidentialTerms" needs a list of texts/);
  expect(client.logged.join('\n')).toMatch(/\.starwright\.yaml:1:20: "confidentialTerms" needs a list/);
  const diagnostics = await client.pull(uri('a.star.md'));
  expect(diagnostics.map(({ code }) => code)).toContain('confidential-term');
  expect(JSON.stringify([config, client.shown, diagnostics])).not.toContain('"Contoso');
  expect(client.logged.join('\n').replaceAll('such as ["Contoso Bank"]', '')).not.toContain('Contoso');
});

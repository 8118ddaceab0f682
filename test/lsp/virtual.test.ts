import { afterEach, expect, test } from 'vitest';
import { jargon } from '../jargon.js';
import type { BankOverview } from '../../server/src/lsp/protocol.js';
import { Client } from './client.js';
import { story } from './story.js';

/** Two file systems that only the client can read: one with a host in its addresses, one without. */
const PLACES = ['vscode-vfs://github/someone/stories', 'memory:/stories'];
const STORY = story({ implementation: ['I capped the retries and ran a load test, which held.'], tradeoff: [] });

let client: Client;
afterEach(() => client.stop());

function answersOf(files: ReadonlyMap<string, string>, asked: string[] = []) {
  return {
    'starwright/findStories': () => [],
    'starwright/readStory': ({ uri }: { uri: string }) => {
      asked.push(uri);
      return files.get(uri) ?? null;
    },
    'starwright/listFolder': ({ folder }: { folder: string }) => {
      asked.push(folder);
      const names = [...files.keys()].filter((uri) => uri.startsWith(`${folder}/`)).map((uri) => uri.slice(folder.length + 1));
      if (names.length === 0) return null;
      return [...new Set(names.map((name) => name.split('/')[0]!))].map((name) => ({ name, kind: names.includes(name) ? 'file' : 'folder' }));
    },
  };
}

test.each(PLACES)('in %s the nearest folder file and the rubric beside the stories hold, and nothing above the open folder is asked for', async (place) => {
  const asked: string[] = [];
  const files = new Map([
    [`${place}/.starwright.yaml`, 'rules:\n  no-tradeoff: off\n'],
    [`${place}/.starwright/rubric/phrases/in-house-jargon.yaml`, jargon('load test')],
  ]);
  client = await Client.start({ folders: [place], initializationOptions: { readsStories: true, trusted: false }, answers: answersOf(files, asked) });
  await client.open(`${place}/late/a.star.md`, STORY);
  const untrusted = await client.codes(`${place}/late/a.star.md`);
  expect(untrusted).not.toContain('no-tradeoff');
  expect(untrusted).not.toContain('in-house-jargon');

  await client.connection.sendNotification('starwright/trusted');
  await client.until(() => client.refreshes.length > 0);
  expect(await client.codes(`${place}/late/a.star.md`)).toContain('in-house-jargon');
  expect(asked.filter((uri) => !uri.startsWith(`${place}/`))).toEqual([]);
});

test('a rubric that the settings name is found beside virtual stories, and without trust is not', async () => {
  const [place] = PLACES;
  const files = new Map([[`${place}/mine/phrases/in-house-jargon.yaml`, jargon('load test')]]);
  const options = { folders: [place!], settings: () => ({ rubric: ['./mine'] }), answers: answersOf(files) };
  client = await Client.start({ ...options, initializationOptions: { readsStories: true } });
  await client.open(`${place}/a.star.md`, STORY);
  expect(await client.codes(`${place}/a.star.md`)).toContain('in-house-jargon');
  await client.stop();
  client = await Client.start({ ...options, initializationOptions: { readsStories: true, trusted: false } });
  await client.open(`${place}/a.star.md`, STORY);
  expect(await client.codes(`${place}/a.star.md`)).not.toContain('in-house-jargon');
});

test.each(PLACES)('in %s what an ignore file leaves out has no findings and is not in the bank, until the file says otherwise', async (place) => {
  const asked: string[] = [];
  const files = new Map([
    [`${place}/.starwrightignore`, 'archive/\nmy%20*\n'],
    [`${place}/deep/.starwrightignore`, '!my *\n'],
    ...['a', 'my%20b', 'archive/c', 'deep/my%20d'].map((name): [string, string] => [`${place}/${name}.star.md`, STORY]),
  ]);
  const stories = [...files.keys()].filter((uri) => uri.endsWith('.star.md'));
  const answers = { ...answersOf(files, asked), 'starwright/findStories': () => stories };
  client = await Client.start({ folders: [place], initializationOptions: { readsStories: true }, answers });
  await client.until(() => client.registered.includes('workspace/didChangeWatchedFiles'));
  const inBank = async (): Promise<string[]> => {
    for (;;) {
      const told = client.told.length;
      const bank = await client.connection.sendRequest<BankOverview>('starwright/bank', {});
      if (bank.complete) return bank.stories.map(({ id }) => id.slice(place.length + 1));
      await client.until(() => client.told.length > told);
    }
  };
  await client.open(`${place}/archive/c.star.md`, STORY);
  expect(await client.codes(`${place}/archive/c.star.md`)).toEqual([]);
  expect(await inBank()).toEqual(['a.star.md', 'deep/my%20d.star.md', 'my%20b.star.md']);
  expect(asked.filter((uri) => !uri.startsWith(`${place}/`))).toEqual([]);

  files.set(`${place}/.starwrightignore`, 'my *\n');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${place}/.starwrightignore`, type: 2 }] });
  expect(await inBank()).toEqual(['a.star.md', 'archive/c.star.md', 'deep/my%20d.star.md']);
  expect(await client.codes(`${place}/archive/c.star.md`)).toContain('no-tradeoff');
});

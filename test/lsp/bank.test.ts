import { chmod, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { BankOverview, LoopPlan, MatchResult } from '../../server/src/lsp/protocol.js';
import { Client, PULL, type StartOptions } from './client.js';
import { story } from './story.js';

const WATCHING = 'workspace/didChangeWatchedFiles';

let folder: string;
let client: Client;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starwright-bank-'));
  await mkdir(join(folder, 'deep/er'), { recursive: true });
  await write('one.star.md', titled('One'));
  await write('deep/er/two & (2).star.md', titled('Two'));
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
const titled = (title: string): string => story().replace('# Payment timeouts', `# ${title}`);
const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);

async function start(options: StartOptions = {}): Promise<void> {
  client = await Client.start({ folders: [pathToFileURL(folder).href], ...options });
  await client.until(() => client.registered.includes(WATCHING));
}

const ask = (): Promise<BankOverview> => client.connection.sendRequest('starwright/bank', {});

/** The whole bank, asked for again whenever there is news. */
async function bank(): Promise<BankOverview> {
  for (;;) {
    const told = client.told.length;
    const overview = await ask();
    if (overview.complete) return overview;
    await client.until(() => client.told.length > told);
  }
}

/** The bank after the next piece of news. */
async function news(after: number): Promise<BankOverview> {
  await client.until(() => client.told.length > after);
  return bank();
}

const titles = ({ stories }: BankOverview): string[] => stories.map(({ title }) => title);

describe('a bank is the stories of the open folders', () => {
  test('every story is a row, in the order of the paths, with its length and what was found in it @any-lsp-client:bank', async () => {
    await start();
    const { stories, unread, questions } = await bank();
    expect(stories.map(({ title }) => title)).toEqual(['Two', 'One']);
    expect(stories[1]).toMatchObject({ id: uri('one.star.md'), status: 'ready', targetSeconds: 90, findings: { error: 0 } });
    expect(stories[1]!.seconds).toBeGreaterThan(60);
    expect(unread).toEqual([]);
    expect(questions.length).toBeGreaterThan(50);
  });

  test('two stories with one title are both kept, and a link that leads in a circle is not followed', async () => {
    await write('again.star.md', titled('One'));
    await symlink(folder, join(folder, 'deep/circle'));
    await start();
    expect(titles(await bank())).toEqual(['One', 'Two', 'One']);
  });

  test('what cannot be read is named with the reason, and the rest goes on', async () => {
    await write('long.star.md', 'A word too many. '.repeat(40_000));
    await write('picture.star.md', 'a\0b');
    await write('empty.star.md', '');
    await mkdir(join(folder, 'locked'));
    await write('locked/in.star.md', titled('In'));
    await write('secret.star.md', titled('Secret'));
    await chmod(join(folder, 'locked'), 0);
    await chmod(join(folder, 'secret.star.md'), 0);
    await start();
    const { stories, unread } = await bank();
    await chmod(join(folder, 'locked'), 0o700);
    const reasons = new Map(unread.map(({ id, problem }) => [decodeURIComponent(id.slice(uri('').length + 1)), problem]));
    expect(reasons.get('long.star.md')).toBe('It is too large for a story.');
    expect(reasons.get('picture.star.md')).toBe('It is not text.');
    expect(stories.map(({ title }) => title)).toEqual(expect.arrayContaining(['One', 'Two']));
    expect(reasons.has('empty.star.md')).toBe(false);
    // To the administrator nothing is locked.
    if (process.getuid?.() === 0) return;
    expect(reasons.get('locked')).toMatch(/permissions/);
    expect(reasons.get('secret.star.md')).toMatch(/permissions/);
  });

  test('a kind of story that only a rubric beside some of them knows has its title', async () => {
    await mkdir(join(folder, 'deep/.starwright/rubric/shapes'), { recursive: true });
    await write('deep/.starwright/rubric/shapes/near-miss.yaml', 'id: near-miss\nextends: mistake\ntitle: Near miss\n');
    await write('deep/near.star.md', `---\nshape: near-miss\n---\n${titled('Near')}`);
    await start();
    const { stories } = await bank();
    expect(stories.find(({ title }) => title === 'Near')?.shapes).toEqual([{ id: 'near-miss', title: 'Near miss', declared: true }]);
  });

  test('what is said of several stories is said once, with their numbers @any-lsp-client:bank', async () => {
    await start();
    const { advice, stories } = await bank();
    const unset = advice.filter(({ code }) => code === 'shape-unset');
    expect(unset).toHaveLength(1);
    expect(unset[0]!.stories?.map((number) => stories[number]!.title)).toEqual(['Two', 'One']);
  });

  test('a client without folders has an empty bank', async () => {
    await start({ folders: [] });
    expect(await bank()).toMatchObject({ stories: [], unread: [], complete: true });
  });

  test('questions, plans and the report are of the same stories @any-lsp-client:bank @any-lsp-client:match @any-lsp-client:coverage', async () => {
    await start();
    const match = await client.connection.sendRequest<MatchResult>('starwright/match', { question: 'Tell me about an outage.' });
    expect(match.question).toBe('Tell me about an outage.');
    expect(match.ranked.every(({ id }) => id.startsWith(uri('')))).toBe(true);
    expect((await client.connection.sendRequest<LoopPlan[]>('starwright/loops')).length).toBeGreaterThan(0);
    expect(typeof (await client.connection.sendRequest('starwright/coverageReport', { format: 'md' }))).toBe('string');
  });
});

describe('a bank is kept up to date', () => {
  // On a busy machine there may have been news while it was first read.
  let known = 0;
  beforeEach(async () => {
    await start();
    await bank();
    known = client.told.length;
  });

  test('an open story counts as it is in the editor, saved or not, until it is closed', async () => {
    await client.open(uri('one.star.md'), titled('One'));
    const before = client.told.length;
    await client.replace(uri('one.star.md'), titled('One, told otherwise'));
    expect(titles(await news(before))).toEqual(['Two', 'One, told otherwise']);
    const edited = client.told.length;
    await client.close(uri('one.star.md'));
    expect(titles(await news(edited))).toEqual(['Two', 'One']);
  });

  test('a status that is set in an open story is news', async () => {
    await client.open(uri('one.star.md'), titled('One'));
    const edit = await client.connection.sendRequest<WorkspaceEdit>('starwright/setStatus', { textDocument: { uri: uri('one.star.md') }, status: 'retired' });
    const [change] = (edit.documentChanges as TextDocumentEdit[])[0]!.edits as TextEdit[];
    const before = client.told.length;
    await client.replace(uri('one.star.md'), TextDocument.applyEdits(TextDocument.create('', '', 0, titled('One')), [change!]));
    expect((await news(before)).stories.map(({ status }) => status)).toEqual(['ready', 'retired']);
  });

  test('a story that exists only in the editor yet is a story', async () => {
    const before = client.told.length;
    await client.open(uri('three.star.md'), titled('Three'));
    expect(titles(await news(before))).toEqual(['Two', 'One', 'Three']);
  });

  test('a file that is written is news once, and so is one that is renamed or deleted', async () => {
    await write('one.star.md', titled('Uno'));
    await client.wrote(uri('one.star.md'));
    expect(titles(await news(known))).toEqual(['Two', 'Uno']);
    expect(client.told).toHaveLength(known + 1);
    await rename(join(folder, 'one.star.md'), join(folder, 'zwei.star.md'));
    await client.filesChanged(3, [uri('one.star.md')]);
    await client.filesChanged(1, [uri('zwei.star.md')]);
    expect((await news(known + 1)).stories.map(({ id }) => id)).toEqual([`${uri('deep/er')}/two%20%26%20%282%29.star.md`, uri('zwei.star.md')]);
    await rm(join(folder, 'zwei.star.md'));
    await client.filesChanged(3, [uri('zwei.star.md')]);
    expect(titles(await news(known + 2))).toEqual(['Two']);
  });

  test('a file that says the same as before is no news', async () => {
    await client.wrote(uri('one.star.md'));
    await client.connection.sendRequest('starwright/match', { question: 'Tell me about an outage.' });
    await write('one.star.md', titled('Uno'));
    await client.wrote(uri('one.star.md'));
    await news(known);
    expect(client.told).toHaveLength(known + 1);
  });

  test('what a folder file asks for holds at once, and views of an open story are told to look again', async () => {
    await client.open(uri('one.star.md'), titled('One'));
    await client.request('starwright/glance', uri('one.star.md'));
    await write('.starwright.yaml', 'profile: star-concise\n');
    await client.filesChanged(1, [uri('.starwright.yaml')]);
    await client.until(() => client.told.includes('starwright/bankChanged') && client.told.includes('starwright/reviewsChanged'));
    const { coverage, stories } = await bank();
    expect(coverage.profile.id).toBe('star-concise');
    expect(stories[0]!.targetSeconds).toBeLessThan(90);
  });
});

describe('stories that only the client can read', () => {
  const VIRTUAL = 'vscode-vfs://github/someone/stories';
  const remote = new Map([['a.star.md', titled('Afar')], ['b.star.md', titled('Away')]].map(([name, text]) => [`${VIRTUAL}/${name}`, text!]));
  const answers = {
    'starwright/findStories': () => [...remote.keys(), `${VIRTUAL}/gone.star.md`],
    'starwright/readStory': ({ uri }: { uri: string }) => remote.get(uri) ?? null,
  };

  test('are read through it, and one that is gone meanwhile is left out', async () => {
    await start({ folders: [VIRTUAL], initializationOptions: { readsStories: true, trusted: false }, answers });
    expect(await bank()).toMatchObject({ stories: [{ title: 'Afar' }, { title: 'Away' }], unread: [] });
    const known = client.told.length;
    remote.set(`${VIRTUAL}/a.star.md`, titled('Farther'));
    await client.wrote(`${VIRTUAL}/a.star.md`);
    expect(titles(await news(known))).toEqual(['Farther', 'Away']);
  });

  test('that it cannot read either are named with its reason', async () => {
    const fails = () => {
      throw new Error('The other computer is asleep.');
    };
    await start({ folders: [VIRTUAL], initializationOptions: { readsStories: true }, answers: { ...answers, 'starwright/readStory': fails } });
    expect((await bank()).unread).toContainEqual({ id: `${VIRTUAL}/a.star.md`, problem: 'The other computer is asleep.' });
  });

  test('are not asked for from a client that does not offer to read them', async () => {
    await start({ folders: [VIRTUAL] });
    const { stories, unread } = await bank();
    expect(stories).toEqual([]);
    expect(unread).toEqual([{ id: VIRTUAL, problem: expect.stringContaining('not on the local disk') }]);
  });
});

describe('while stories are read', () => {
  test('an open story is answered first', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, i) => write(`many-${i}.star.md`, titled(`Story ${i}`))));
    await start();
    const answered: string[] = [];
    const all = client.connection.sendRequest('starwright/match', { question: 'Tell me about an outage.' }).then(() => answered.push('the whole bank'));
    await client.open(uri('one.star.md'), story({ tradeoff: [] }));
    expect(await client.codes(uri('one.star.md'))).toContain('no-tradeoff');
    answered.push('diagnostics');
    expect(await client.request('textDocument/hover', uri('one.star.md'), { line: 4, character: 4 })).toBeDefined();
    answered.push('hover');
    await all;
    expect(answered).toEqual(['diagnostics', 'hover', 'the whole bank']);
  });

  test('there is progress, and it can be cancelled: what was read stays, and asked again it goes on', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const answers = {
      'starwright/findStories': () => ['quick', 'slow'].map((name) => `vscode-vfs://far/away/${name}.star.md`),
      'starwright/readStory': async ({ uri: asked }: { uri: string }) => {
        if (asked.includes('slow')) await held;
        return titled(asked.includes('slow') ? 'Slow' : 'Quick');
      },
    };
    const capabilities = { ...PULL, window: { workDoneProgress: true } };
    await start({ folders: ['vscode-vfs://far/away'], initializationOptions: { readsStories: true }, capabilities, answers });
    expect(await ask()).toMatchObject({ complete: false });
    const begun = await client.until(() => client.progress.find(({ kind }) => kind === 'begin'));
    expect(begun).toMatchObject({ title: 'Reading your stories', cancellable: true });
    await client.until(() => client.progress.some(({ message }) => message === '1 of 2 stories'));

    await client.connection.sendNotification('window/workDoneProgress/cancel', { token: begun.token });
    await client.until(() => client.progress.some(({ kind }) => kind === 'end'));
    const again = await ask();
    expect(again.complete).toBe(false);
    expect(titles(again)).toEqual(['Quick']);

    release();
    expect(titles(await bank())).toEqual(['Quick', 'Slow']);
  });
});

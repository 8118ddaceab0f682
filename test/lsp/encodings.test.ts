import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction, Diagnostic, Position, Range } from 'vscode-languageserver/node';
import type { CutList } from '../../server/src/lsp/protocol.js';
import { jargon } from '../jargon.js';
import { Client, PULL, PUSH } from './client.js';
import { plainEdits } from './plainEdits.js';
import { Counting, ENCODINGS, type Encoding } from './counting.js';
import { story, STRONG } from './story.js';

const SENTENCE = 'On the rota, 🚦 漢字 é, I fixed the problem.';
const BOTH = `${SENTENCE} 🚦 é We handled stuff and leveraged synergies, [a 👩‍🚒 slot]. <!-- star-disable-line buzzword -- 🚦 its name -->`;
/** Findings, slots, a suppression and front matter behind characters of every size, on lines that end in CRLF. */
const TEXT = `---\nstar: 1\ntags: [é🚦, rule]\nrulez: 1\n---\n${story({ tradeoff: [], implementation: [BOTH], result: [`👩‍🚒 漢 ${STRONG.result[0]}`] })}\n## Framing: 🚦 Care\n\n### Action\n\n🚦 I went through the alerts and fixed the problem.\n`.replaceAll('\n', '\r\n');
const FOLDER_FILE = '# 🚦 é\nrules: { no-lerning: off } # 漢\nconfidentialTerms: ["🚦é", 7]\n';

let folder: string;
const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starwright-lsp-'));
  await writeFile(join(folder, 'closed.star.md'), TEXT);
  await mkdir(join(folder, '.starwright/rubric/phrases'), { recursive: true });
  await writeFile(join(folder, '.starwright/rubric/phrases/jargon.yaml'), `# 🚦\n${jargon()}`.replace('title: In-house', '"🚦é": 7\ntitle: In-house'));
});
afterAll(() => rm(folder, { recursive: true }));

const clients = new Map<Encoding, Client>();
beforeAll(async () => {
  for (const encoding of ENCODINGS) {
    const client = await Client.start({ capabilities: { ...PULL, general: { positionEncodings: [encoding, 'utf-16'] } }, folders: [uri('')] });
    await client.open(uri('open.star.md'), TEXT);
    await client.open(uri('.starwright.yaml'), FOLDER_FILE, 'yaml');
    clients.set(encoding, client);
  }
});
afterAll(() => Promise.all([...clients.values()].map((client) => client.stop())));

/** What each server answers, every place in it as an offset in `text`; all the same when they mean the same. */
async function answers(text: string, ask: (client: Client, counting: Counting) => Promise<unknown>): Promise<unknown[]> {
  return Promise.all(ENCODINGS.map(async (encoding) => {
    const counting = new Counting(encoding);
    return counting.offsetsIn(text, await ask(clients.get(encoding)!, counting));
  }));
}

async function sameFromAll(text: string, ask: (client: Client, counting: Counting) => Promise<unknown>): Promise<void> {
  const [first, ...others] = await answers(text, ask);
  expect(JSON.stringify(first)?.length).toBeGreaterThan(20);
  for (const other of others) expect(other).toEqual(first);
}

const whole = (counting: Counting, text: string): Range => ({ start: { line: 0, character: 0 }, end: counting.positionAt(text, text.length) });
const inStory = (client: Client, method: string, params: object = {}) => client.connection.sendRequest<unknown>(method, { textDocument: { uri: uri('open.star.md') }, ...params });
const inFolderFile = (client: Client, method: string, params: object = {}) => client.connection.sendRequest<unknown>(method, { textDocument: { uri: uri('.starwright.yaml') }, ...params });

test('a server says what it counts in', () => {
  for (const [encoding, { initialized }] of clients) expect(initialized.capabilities.positionEncoding).toBe(encoding);
});

test.each(ENCODINGS)('a finding behind an emoji is where it is, in %s @any-lsp-client:positions', async (encoding) => {
  const found = await clients.get(encoding)!.pull(uri('open.star.md'));
  const { range } = found.find(({ code }) => code === 'vague-verb')!;
  expect(new Counting(encoding).textIn(TEXT, range)).toBe('fixed the problem');
});

test.each(['textDocument/diagnostic', 'textDocument/codeLens', 'starwright/glance', 'starwright/evidence', 'starwright/followUps', 'starwright/told', 'starwright/redact'])('%s points at the same text', (method) =>
  sameFromAll(TEXT, (client) => inStory(client, method)));

test('code actions are found at the same place and change the same text', async () => {
  const everything = (client: Client, counting: Counting) => inStory(client, 'textDocument/codeAction', { range: whole(counting, TEXT), context: { diagnostics: [] } });
  await sameFromAll(TEXT, everything);
  await sameFromAll(TEXT, async (client, counting) => {
    const diagnostics = (await client.pull(uri('open.star.md'))).filter(({ code }) => code === 'vague-verb').map(({ data: _, ...bare }) => bare);
    return inStory(client, 'textDocument/codeAction', { range: counting.rangeOf(TEXT, 'the problem'), context: { diagnostics } });
  });
});

test.each(['the problem', '# Payment timeouts', '## Action', 'buzzword -- '])('a hover on "%s" is for the same text @any-lsp-client:hover', (piece) =>
  sameFromAll(TEXT, (client, counting) => inStory(client, 'textDocument/hover', { position: counting.rangeOf(TEXT, piece).start })));

test.each(['buzzword --', 'rulez'])('what is offered before "%s" replaces the same text @any-lsp-client:completion', (piece) =>
  sameFromAll(TEXT, (client, counting) => inStory(client, 'textDocument/completion', { position: counting.rangeOf(TEXT, piece).start })));

test('what a person asks for by name is about the same text', async () => {
  const positionOf = (counting: Counting): Position => counting.rangeOf(TEXT, 'fixed the problem').start;
  await sameFromAll(TEXT, (client, counting) => inStory(client, 'starwright/silence', { rule: 'vague-verb', position: positionOf(counting) }));
  await sameFromAll(TEXT, (client) => inStory(client, 'starwright/cuts', { telling: 0, seconds: 30 }));
  await sameFromAll(TEXT, async (client) => {
    const { version, sentences } = (await inStory(client, 'starwright/cuts', { telling: 0, seconds: 30 })) as CutList;
    return inStory(client, 'starwright/moveToNotes', { version, ranges: sentences.map(({ range }) => range) });
  });
  await sameFromAll(TEXT, (client) => inStory(client, 'starwright/noteRehearsal', { date: '2026-11-22', seconds: 92 }));
  const said = `Um, 🚦 é, on the rota I fixed the problem, um. ${STRONG.rootCause[0]} ${STRONG.result[0]} I learned that a shared limit makes every dependency as slow as the slowest one. `.repeat(2);
  await sameFromAll(said, async (client) => {
    const sheet = (await inStory(client, 'starwright/transcript', { telling: 0, text: said, seconds: 60 })) as object;
    // What was missed is in the story, the rest in the transcript.
    return { ...sheet, missed: [] };
  });
});

test('times stand at the end of the same lines', async () => {
  const settings = { starwright: { codeLens: false, inlayHints: true } };
  const told = [...clients.values()].map(async (client) => {
    const pushed = await Client.start({ capabilities: { general: { positionEncodings: [client.initialized.capabilities.positionEncoding!] } }, initializationOptions: { settings: settings.starwright } });
    await pushed.open(uri('open.star.md'), TEXT);
    const counting = new Counting(client.initialized.capabilities.positionEncoding as Encoding);
    const hints = await inStory(pushed, 'textDocument/inlayHint', { range: whole(counting, TEXT) });
    await pushed.stop();
    return counting.offsetsIn(TEXT, hints);
  });
  const [first, ...others] = await Promise.all(told);
  expect(first).not.toEqual([]);
  for (const other of others) expect(other).toEqual(first);
});

test('a story that is not open is shown in the same places', () =>
  sameFromAll(TEXT, async (client) => {
    const { items } = await client.connection.sendRequest<{ items: { uri: string; items?: Diagnostic[] }[] }>('workspace/diagnostic', { previousResultIds: [] });
    return items.find((item) => item.uri === uri('closed.star.md'))?.items;
  }));

test('a folder file is helped with in the same places', async () => {
  await sameFromAll(FOLDER_FILE, (client) => inFolderFile(client, 'textDocument/diagnostic'));
  await sameFromAll(FOLDER_FILE, (client, counting) => inFolderFile(client, 'textDocument/codeAction', { range: whole(counting, FOLDER_FILE), context: { diagnostics: [] } }));
  await sameFromAll(FOLDER_FILE, (client, counting) => inFolderFile(client, 'textDocument/completion', { position: counting.rangeOf(FOLDER_FILE, 'off').start }));
  await sameFromAll(FOLDER_FILE, (client, counting) => inFolderFile(client, 'textDocument/hover', { position: counting.rangeOf(FOLDER_FILE, 'off').start }));
});

test('what is wrong in a rubric is shown in the same place', async () => {
  const places = ENCODINGS.map(async (encoding) => {
    const client = clients.get(encoding)!;
    const { diagnostics } = await client.until(() => client.published.find((each) => each.uri.endsWith('jargon.yaml')));
    return new Counting(encoding).offsetsIn(`# 🚦\n${jargon()}`.replace('title: In-house', '"🚦é": 7\ntitle: In-house'), diagnostics);
  });
  const [first, ...others] = await Promise.all(places);
  for (const other of others) expect(other).toEqual(first);
});

const KINDS = ['pull', 'push'].flatMap((diagnostics) => ['snippets', 'plain'].flatMap((edits) => ENCODINGS.map((encoding) => ({ diagnostics, edits, encoding }))));

test.each(KINDS)('a client that has diagnostics by $diagnostics, takes $edits and counts in $encoding mends the same sentence @any-lsp-client:diagnostics @any-lsp-client:fix', async ({ diagnostics, edits, encoding }) => {
  const base = diagnostics === 'pull' ? PULL : PUSH;
  const workspaceEdit = edits === 'snippets' ? { documentChanges: true, snippetEditSupport: true } : {};
  const client = await Client.start({ capabilities: { ...base, workspace: { ...base.workspace, workspaceEdit }, general: { positionEncodings: [encoding] } } });
  const place = 'file:///stories/rota.star.md';
  const counting = new Counting(encoding);
  const found = async (version: number): Promise<Diagnostic[]> => (diagnostics === 'pull' ? client.pull(place) : (await client.until(() => client.published.find((each) => each.version === version))).diagnostics);
  let text = story({ implementation: [SENTENCE] });
  await client.open(place, text);

  const vague = (await found(1)).find(({ code }) => code === 'vague-verb')!;
  expect(counting.textIn(text, vague.range)).toBe('fixed the problem');
  const actions = await client.codeActions(place, vague.range, { diagnostics: [vague] });
  const fix = actions.find(({ title }) => title === 'Write "throttled [what]"') as CodeAction;
  expect(JSON.stringify(fix.edit).includes('${1:')).toBe(edits === 'snippets');
  const change = plainEdits(fix, place);
  text = counting.applied(text, change);
  expect(text).toContain('On the rota, 🚦 漢字 é, I throttled [what].');

  const filled = { range: counting.rangeOf(text, '[what]'), newText: 'the 🚦 retries' };
  const contentChanges = [...change, filled].map(({ range, newText }) => ({ range, text: newText }));
  await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: place, version: 2 }, contentChanges });
  text = counting.applied(text, [filled]);
  const after = await found(2);
  expect(after.map(({ code }) => code)).not.toContain('vague-verb');
  await client.open('file:///stories/again.star.md', text, 'markdown', 9);
  const again = diagnostics === 'pull' ? await client.pull('file:///stories/again.star.md') : (await client.until(() => client.published.find((each) => each.version === 9))).diagnostics;
  expect(after).toEqual(again);
  await client.stop();
});

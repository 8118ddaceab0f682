import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CompletionItem, Hover, TextEdit } from 'vscode-languageserver/node';
import { Client, PUSH } from './client.js';
import { plainEdits } from './plainEdits.js';

const FILE = 'file:///stories/.starwright.yaml';

let client: Client;
beforeAll(async () => {
  client = await Client.start();
});
afterAll(() => client.stop());

/** `"the text it points at": message` for each problem of a folder file with this text. */
async function problems(text: string, uri = FILE): Promise<string[]> {
  await client.open(uri, text, 'yaml');
  return (await client.pull(uri)).map(({ range, message }) => `"${client.document(uri).getText(range)}": ${message}`);
}

/** What is offered where the text has a `|`, and the text once one of them was chosen. */
async function offered(marked: string): Promise<{ labels: string[]; choose: (label: string) => string; items: CompletionItem[] }> {
  await client.open(FILE, marked.replace('|', ''), 'yaml');
  const position = client.document(FILE).positionAt(marked.indexOf('|'));
  const items = await client.request<CompletionItem[]>('textDocument/completion', FILE, position);
  const choose = (label: string): string => {
    const { range, newText } = items.find((item) => item.label === label)!.textEdit as TextEdit;
    const document = client.document(FILE);
    return document.getText().slice(0, document.offsetAt(range.start)) + newText + document.getText().slice(document.offsetAt(range.end));
  };
  return { labels: items.map(({ label }) => label), choose, items };
}

async function hovered(marked: string): Promise<string | undefined> {
  await client.open(FILE, marked.replace('|', ''), 'yaml');
  const hover = await client.request<Hover | null>('textDocument/hover', FILE, client.document(FILE).positionAt(marked.indexOf('|')));
  return (hover?.contents as { value: string } | undefined)?.value;
}

test.each([
  ['rulez: {}', ['"rulez": Unknown key "rulez". Did you mean "rules"? Known: profile, rules, wordsPerMinute, confidentialTerms.']],
  ['profile: star', [expect.stringMatching(/^"star": Unknown profile "star"\. Did you mean "star-l"\?/)]],
  ['rules:\r\n  no-tradeof: hint\r\n  no-prevention: loud\r\n', ['"no-tradeof": Unknown rule "no-tradeof". Did you mean "no-tradeoff"?', '"loud": Unknown level "loud". Use off, hint, information, warning or error.']],
  ['rules:\n  no-tradeoff:\n', ['"no-tradeoff": Say how much it matters: off, hint, information, warning or error.']],
  ['rules: all', ['"all": "rules" needs lines of the form "no-tradeoff: hint".']],
  ['wordsPerMinute: fast', ['"fast": "wordsPerMinute" needs a number from 60 to 300.']],
  ['confidentialTerms:\n  Contoso Bank: secret', ['"Contoso Bank: secret": "confidentialTerms" needs a list of texts, such as ["Contoso Bank"].']],
  ['- a list', [expect.stringMatching(/Expected keys and values/)]],
  ['profile: [star-l', [expect.stringMatching(/This is not valid YAML/)]],
  ['profile: star-l+esl\nrules: { no-tradeoff: off, no-learning: "off" }\nwordsPerMinute: 120\nconfidentialTerms: [Contoso Bank, 4711]\n', []],
  ['', []],
  ['# nothing yet\nprofile:\nrules:\nconfidentialTerms:\n', []],
])('%j', async (text, expected) => {
  expect(await problems(text)).toEqual(expected);
});

test('what is typed is judged as it is typed, before it is saved', async () => {
  expect(await problems('profile: star-l')).toEqual([]);
  await client.replace(FILE, 'profile: star-x');
  expect(await client.pull(FILE)).toMatchObject([{ code: 'folder-file', severity: 1, source: 'starwright' }]);
});

test('other YAML is none of our business', async () => {
  expect(await problems('rulez: {}', 'file:///stories/other.yaml')).toEqual([]);
  expect(await problems('rulez: {}', 'git:/stories/.starwright.yaml')).toEqual([]);
});

test('what was probably meant is a quick fix', async () => {
  await problems('rules:\n  no-tradeof: hint\n');
  const [problem] = await client.pull(FILE);
  const [action] = await client.codeActions(FILE, problem!.range);
  expect(action).toMatchObject({ title: 'Change to "no-tradeoff"', isPreferred: true });
  await client.edit(FILE, plainEdits(action!, FILE));
  expect(client.text(FILE)).toBe('rules:\n  no-tradeoff: hint\n');
});

test('keys are offered that are not there yet, each with what it does', async () => {
  const { labels, choose, items } = await offered('profile: star-l\nru|\n');
  expect(labels).toEqual(['rules', 'wordsPerMinute', 'confidentialTerms']);
  expect(choose('rules')).toBe('profile: star-l\nrules: \n');
  expect(JSON.stringify(items[0]!.documentation)).toMatch(/how much each finding matters/i);
});

test('profiles are offered, and after a plus what can be laid over one', async () => {
  expect((await offered('profile: |')).labels).toContain('reliability-90s');
  const { labels, choose } = await offered('profile: star-l+|');
  expect(labels).toEqual(['star-l+esl']);
  expect(choose('star-l+esl')).toBe('profile: star-l+esl');
});

test.each(['rules:\n  no-learning: hint\n\n  no-t|\n', 'rules: { no-learning: hint, no-t|', 'rules: # mine\r\n  |'])('finding codes are offered in %j, with their titles', async (marked) => {
  const { items, choose } = await offered(marked);
  expect(items.find(({ label }) => label === 'no-tradeoff')).toMatchObject({ detail: 'No tradeoff named' });
  expect(choose('no-tradeoff')).toContain('no-tradeoff: ');
});

test('a code that is being changed keeps its level', async () => {
  expect((await offered('rules:\n  no-t|: hint\n')).choose('no-tradeoff')).toBe('rules:\n  no-tradeoff: hint\n');
});

test.each(['rules:\n  no-tradeoff: |\n', 'rules: { no-tradeoff: h|'])('levels are offered in %j', async (marked) => {
  expect((await offered(marked)).labels).toEqual(['off', 'hint', 'information', 'warning', 'error']);
});

test.each(['# |', 'profile: star-l # |', 'confidentialTerms:\n  - |', 'wordsPerMinute: |'])('nothing is offered in %j', async (marked) => {
  expect((await offered(marked)).labels).toEqual([]);
});

test('a hover says of a code what it says of its finding, and what keys, profiles and levels mean', async () => {
  expect(await hovered('rules:\n  no-tr|adeoff: hint\n')).toMatch(/`no-tradeoff`[^]*\*\*Weak:\*\*[^]*\*\*Source:\*\*/);
  expect(await hovered('rules: { no-tradeoff: h|int }')).toMatch(/faint mark/);
  expect(await hovered('wordsPer|Minute: 120')).toMatch(/words a minute/);
  expect(await hovered('profile: star-l+|esl')).toMatch(/STAR-L[^]*\n\n/i);
  expect(await hovered('other: no-trade|off')).toBeUndefined();
});

test('a client that cannot ask is told, and told again when the file closes', async () => {
  const pushed = await Client.start({ capabilities: PUSH });
  await pushed.open(FILE, 'rulez: {}', 'yaml');
  const first = await pushed.until(() => pushed.published[0]);
  expect(first.diagnostics).toMatchObject([{ code: 'folder-file' }]);
  await pushed.close(FILE);
  await pushed.until(() => pushed.published.at(-1)?.diagnostics.length === 0);
  await pushed.stop();
});

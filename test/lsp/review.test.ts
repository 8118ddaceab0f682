import { afterAll, beforeAll, expect, test } from 'vitest';
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver/node';
import { Client } from './client.js';
import { plainEdits } from './plainEdits.js';
import { story, STRONG } from './story.js';

const STORY = 'file:///stories/payment.star.md';
const THREE = ['situation-too-long', 'no-tradeoff', 'no-prevention'];

let client: Client;
beforeAll(async () => {
  client = await Client.start();
});
afterAll(() => client.stop());

async function findings(text: string): Promise<Diagnostic[]> {
  await client.open(STORY, text);
  return client.pull(STORY);
}

function ofThree(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code }) => String(code)).filter((code) => THREE.includes(code));
}

/** Applies the preferred fix of a finding and returns what is found afterwards. */
async function fixed(diagnostic: Diagnostic): Promise<Diagnostic[]> {
  const actions = await client.codeActions(STORY, diagnostic.range, { diagnostics: [diagnostic] });
  const preferred = actions.find((action) => action.isPreferred) ?? actions[0]!;
  await client.edit(STORY, plainEdits(preferred, STORY));
  return client.pull(STORY);
}

test('a strong story has no warning and at most two findings @any-lsp-client:diagnostics', async () => {
  const found = await findings(story());
  expect(found.filter(({ severity }) => severity! <= 2)).toEqual([]);
  expect(found.length).toBeLessThanOrEqual(2);
});

test('six Situation sentences are too many; the fix keeps every word @any-lsp-client:diagnostics @any-lsp-client:fix', async () => {
  const extra = [
    'The service ran on twelve machines in two data centres.',
    'The team had six engineers.',
    'The partner bank had announced a migration.',
  ];
  const found = await findings(story({ situation: [...STRONG.situation, ...extra] }));
  expect(ofThree(found)).toEqual(['situation-too-long']);
  const after = await fixed(found.find(({ code }) => code === 'situation-too-long')!);
  expect(ofThree(after)).toEqual([]);
  for (const sentence of [...STRONG.situation, ...extra]) expect(client.text(STORY)).toContain(sentence);
});

test.each([
  // Another sentence of this story comes near to a tradeoff, so that it is said more gently.
  ['tradeoff', 'no-tradeoff', DiagnosticSeverity.Information],
  ['prevention', 'no-prevention', DiagnosticSeverity.Warning],
] as const)('a story without %s is told so, and a fill-in sentence answers it', async (part, code, severity) => {
  const found = await findings(story({ [part]: [] }));
  expect(ofThree(found)).toEqual([code]);
  const finding = found.find((diagnostic) => diagnostic.code === code)!;
  expect(finding).toMatchObject({ source: 'starwright', severity, data: { rule: code, nth: 0 } });

  const after = await fixed(finding);
  expect(ofThree(after)).toEqual([]);
  expect(after.filter((diagnostic) => diagnostic.code === 'unfilled-placeholder')).toHaveLength(1);
});

test('the last fix of a finding silences it with a reason', async () => {
  const found = await findings(story({ tradeoff: [] }));
  const finding = found.find(({ code }) => code === 'no-tradeoff')!;
  const actions = await client.codeActions(STORY, finding.range, { diagnostics: [finding], only: ['quickfix'] });
  await client.edit(STORY, plainEdits(actions.at(-1)!, STORY));
  expect(client.text(STORY)).toMatch(/<!-- star-disable-\S+ no-tradeoff/);
  const after = await client.codes(STORY);
  expect(after).not.toContain('no-tradeoff');
  expect(after).not.toContain('unused-suppression');
});

test('what has not changed is not sent twice', async () => {
  await client.open(STORY, story({ tradeoff: [] }));
  const first = await client.report(STORY);
  expect(first.kind).toBe('full');
  expect(await client.report(STORY, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  await client.replace(STORY, story());
  expect((await client.report(STORY, first.resultId)).kind).toBe('full');
});

test('only stories are reviewed', async () => {
  const text = story({ tradeoff: [] });
  const ofCode = async (uri: string, source: string, languageId = 'markdown'): Promise<string[]> => {
    await client.open(uri, source, languageId);
    return client.codes(uri);
  };
  expect(await ofCode('file:///notes/plain.md', text)).toEqual([]);
  expect(await ofCode('git:/stories/payment.star.md?%7B%22ref%22%3A%22HEAD%22%7D', text)).toEqual([]);
  expect(await ofCode('vscode-scm:git/scm0/input.star.md', text)).toEqual([]);
  expect(await ofCode('chat-editing:/payment.star.md', text)).toEqual([]);
  expect(await ofCode('untitled:Untitled-1', text)).toEqual([]);
  expect(await ofCode('untitled:Untitled-2', `---\nstar: 1\n---\n${text}`)).toContain('no-tradeoff');
  expect(await ofCode('file:///notes/marked.md', `---\nstar: 1\n---\n${text}`)).toContain('no-tradeoff');
  expect(await ofCode('file:///notes/marked.txt', `---\nstar: 1\n---\n${text}`, 'plaintext')).toEqual([]);
  expect(await ofCode('vscode-vfs://github/me/stories/payment.star.md', text)).toContain('no-tradeoff');
  expect(await ofCode('file://server/share/payment.star.md', text)).toContain('no-tradeoff');
  expect(await ofCode('vscode-test-web://mount/payment.star.md', text)).toContain('no-tradeoff');
});

test('a document that stops being a story has nothing more to say', async () => {
  const uri = 'untitled:Untitled-3';
  await client.open(uri, `---\nstar: 1\n---\n${story({ tradeoff: [] })}`);
  expect(await client.codes(uri)).toContain('no-tradeoff');
  await client.replace(uri, story({ tradeoff: [] }));
  expect(await client.codes(uri)).toEqual([]);
});

test.each([
  ['emoji and CRLF', '\r\n', '🙂👩‍🚀 '],
  ['a lone CR', '\r', ''],
  ['LF', '\n', ''],
])('positions are right with %s', async (_, eol, before) => {
  const phrase = 'The system was more robust.';
  const text = story({ learning: [...STRONG.learning, `${before}[your insight] was new to me.`], implementation: [...STRONG.implementation, phrase] });
  await client.open(STORY, text.replaceAll('\n', eol));
  const document = client.document(STORY);
  const found = await client.pull(STORY);
  const placeholder = found.find(({ code }) => code === 'unfilled-placeholder')!;
  expect(document.getText(placeholder.range)).toContain('your insight');
  for (const { range } of found) expect(document.getText(range).trim()).not.toBe('');
});

test('a fix keeps the line endings of the story', async () => {
  await client.open(STORY, story({ tradeoff: [] }).replaceAll('\n', '\r\n'));
  const finding = (await client.pull(STORY)).find(({ code }) => code === 'no-tradeoff')!;
  const after = await fixed(finding);
  expect(ofThree(after)).toEqual([]);
  expect(client.text(STORY)).not.toMatch(/[^\r]\n|\r(?!\n)/);
});

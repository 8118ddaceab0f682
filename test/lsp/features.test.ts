import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CodeAction, CodeLens, CompletionItem, Diagnostic, Hover, TextEdit } from 'vscode-languageserver/node';
import type { Catalog, Draft, DraftParams, Glance } from '../../server/src/lsp/protocol.js';
import { Client, PUSH } from './client.js';
import { plainEdits } from './plainEdits.js';
import { story, STRONG } from './story.js';

const STORY = 'file:///stories/payment.star.md';

let full: Client;
let plain: Client;
beforeAll(async () => {
  [full, plain] = await Promise.all([Client.start(), Client.start({ capabilities: PUSH })]);
});
afterAll(() => Promise.all([full.stop(), plain.stop()]));

/** The position of a piece of text in an open story. */
function at(client: Client, piece: string, plus = 0): { line: number; character: number } {
  const offset = client.text(STORY).indexOf(piece);
  expect(offset).toBeGreaterThanOrEqual(0);
  return client.document(STORY).positionAt(offset + plus);
}

async function noTradeoff(): Promise<Diagnostic> {
  await full.open(STORY, story({ tradeoff: [] }));
  return (await full.pull(STORY)).find(({ code }) => code === 'no-tradeoff')!;
}

test('a hover says why an interviewer cares, who says so, and shows a weak and a strong line @any-lsp-client:hover @any-lsp-client:explain', async () => {
  const { range } = await noTradeoff();
  const hover = await full.request<Hover>('textDocument/hover', STORY, range.start);
  expect(hover.contents).toMatchObject({ kind: 'markdown' });
  const { value } = hover.contents as { value: string };
  expect(value).toMatch(/`no-tradeoff`/);
  expect(value).toMatch(/\*\*Weak:\*\* \S/);
  expect(value).toMatch(/\*\*Strong:\*\* \S/);
  expect(value).toMatch(/\*\*Source:\*\* \S/);
});

test('a client that shows no Markdown gets none', async () => {
  const { range } = await noTradeoff();
  await plain.open(STORY, story({ tradeoff: [] }));
  const hover = await plain.request<Hover>('textDocument/hover', STORY, range.start);
  expect(hover.contents).toMatchObject({ kind: 'plaintext' });
  expect((hover.contents as { value: string }).value).not.toContain('**');
});

test('a hover on a section label shows its time and what was heard, by which sentence @any-lsp-client:hover', async () => {
  await full.open(STORY, story());
  const hover = await full.request<Hover>('textDocument/hover', STORY, at(full, '## Action', 4));
  const { value } = hover.contents as { value: string };
  expect(value).toMatch(/\*\*Action\*\* · \d+ words · \d+ s · \d+% of the story/);
  expect(value).toContain('I chose a separate pool for each partner');
});

test('there is nothing to say over a sentence that needs nothing', async () => {
  await full.open(STORY, story());
  expect(await full.request('textDocument/hover', STORY, at(full, 'two hundred shops'))).toBeNull();
});

test('words and seconds stand over the story and each section @any-lsp-client:lens', async () => {
  await full.open(STORY, story());
  const lenses = await full.request<CodeLens[]>('textDocument/codeLens', STORY);
  const over = (line: number) => lenses.filter(({ range }) => range.start.line === line).map(({ command }) => command!.title);
  expect(over(0)[0]).toMatch(/^\d+ words · \d+ s of \d+ s, \d+ s over$/);
  expect(over(at(full, '## Situation').line)[0]).toMatch(/^\d+ words · \d+ s · \d+%$/);
  expect(lenses).toHaveLength(7);
  expect(lenses.every(({ command }) => command?.command === '')).toBe(true);
});

test('a client with snippets gets tab stops that keep their brackets', async () => {
  const finding = await noTradeoff();
  const actions = await full.codeActions(STORY, finding.range, { diagnostics: [finding] });
  const preferred = actions.find(({ isPreferred }) => isPreferred)!;
  expect(preferred.kind).toBe('quickfix');
  expect(preferred.diagnostics).toEqual([finding]);
  expect(preferred.edit?.changes).toBeUndefined();
  const [change] = preferred.edit!.documentChanges!;
  expect(change).toMatchObject({ textDocument: { uri: STORY, version: 1 } });
  const edits = (change as { edits: { snippet?: { kind: string; value: string } }[] }).edits;
  expect(edits.map(({ snippet }) => snippet?.value).join('')).toMatch(/\$\{1:\[[^\]]+\]\}/);
});

test('a client without snippets gets plain text', async () => {
  const { range } = await noTradeoff();
  await plain.open(STORY, story({ tradeoff: [] }));
  const actions = await plain.codeActions(STORY, range);
  const preferred = actions.find(({ isPreferred, diagnostics }) => isPreferred && diagnostics?.[0]?.code === 'no-tradeoff')!;
  const edits: TextEdit[] = preferred.edit!.changes![STORY]!;
  expect(edits.map(({ newText }) => newText).join('')).toMatch(/\[[^\]]+\]/);
  expect(JSON.stringify(preferred)).not.toContain('${');
});

test('quick fixes are given only where they are asked for', async () => {
  const finding = await noTradeoff();
  const kinds = async (only: string[]): Promise<CodeAction[]> => full.codeActions(STORY, finding.range, { only });
  expect(await kinds(['quickfix'])).not.toEqual([]);
  expect((await kinds(['refactor'])).every(({ kind }) => kind!.startsWith('refactor.'))).toBe(true);
  expect((await kinds(['source'])).every(({ kind }) => kind === 'source.fixAll.starwright')).toBe(true);
  const elsewhere = at(full, 'I learned that');
  const far = await full.codeActions(STORY, { start: elsewhere, end: elsewhere });
  expect(far.filter(({ diagnostics }) => diagnostics?.[0]?.code === 'no-tradeoff')).toEqual([]);
  const other = { ...finding, code: 'no-prevention', data: { rule: 'no-prevention', nth: 0 } };
  expect(await full.codeActions(STORY, finding.range, { diagnostics: [other], only: ['quickfix'] })).toEqual([]);
});

test('a finding has at most one fix to apply first', async () => {
  await full.open(STORY, story({ diagnosis: [], rootCause: [], tradeoff: [], prevention: [], learning: [] }));
  for (const diagnostic of await full.pull(STORY)) {
    const actions = await full.codeActions(STORY, diagnostic.range, { diagnostics: [diagnostic] });
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter(({ isPreferred }) => isPreferred).length).toBeLessThanOrEqual(1);
  }
});

test('all safe fixes at once leave a story as it was but for what they name @any-lsp-client:fix', async () => {
  const unused = '<!-- star-disable-next-line no-learning -->\n';
  await full.open(STORY, story().replace('## Result', `${unused}## Result`));
  const start = { line: 0, character: 0 };
  const [action] = await full.codeActions(STORY, { start, end: start }, { only: ['source.fixAll'] });
  await full.edit(STORY, plainEdits(action!, STORY));
  expect(full.text(STORY)).toBe(story());
});

async function completionsAfter(client: Client, text: string, typed: string): Promise<CompletionItem[]> {
  await client.open(STORY, text);
  return client.request('textDocument/completion', STORY, at(client, typed, typed.length));
}

test('a line that begins is offered the sentences the story still lacks @any-lsp-client:completion', async () => {
  const text = story({ tradeoff: [], prevention: [] }).replace('## Result', '\n## Result');
  await full.open(STORY, text);
  const line = at(full, '\n## Result').line - 1;
  const items = await full.request<CompletionItem[]>('textDocument/completion', STORY, { line, character: 0 });
  const tradeoff = items.find(({ label }) => label === 'Tradeoff')!;
  expect(tradeoff.insertTextFormat).toBe(2);
  expect(tradeoff.textEdit?.newText).toMatch(/\$\{1:\[/);
  expect(items.some(({ label }) => label === 'Ownership')).toBe(false);
});

test('an opening bracket asks for the same sentences and is replaced', async () => {
  const items = await completionsAfter(plain, `${story({ tradeoff: [] })}\n[]\n`, '\n[');
  const tradeoff = items.find(({ label }) => label === 'Tradeoff')!;
  expect(tradeoff.insertTextFormat).toBe(1);
  const edit = tradeoff.textEdit as TextEdit;
  expect(plain.document(STORY).getText(edit.range)).toBe('[]');
  expect(edit.newText).not.toContain('${');
});

test('a heading that begins is offered the sections the story still lacks @any-lsp-client:completion', async () => {
  const items = await completionsAfter(full, `${story({ learning: [] })}\n#\n`, '\n#');
  expect(items.map(({ label }) => label)).toEqual(['## Learning', '## Framing: …', '## Follow-ups', '## Cues', '## Notes', '## Do not claim']);
});

test('front matter that is still being typed is offered its keys and names', async () => {
  const keys = await completionsAfter(full, `---\nstar: 1\nsha\n${story()}`, '\nsha');
  expect(keys.map(({ label }) => label)).toContain('shape');
  const names = await completionsAfter(full, `---\nstar: 1\nshape:\n---\n${story()}`, 'shape:');
  const incident = names.find(({ label }) => label === 'production-incident')!;
  expect(incident).toMatchObject({ detail: 'Production incident', textEdit: { newText: ' production-incident' } });
  const hover = await full.request<Hover>('textDocument/hover', STORY, at(full, 'shape:', 2));
  expect((hover.contents as { value: string }).value).toContain('The kind of story');
});

test('a slot is offered the words of the lists that serve it', async () => {
  const items = await completionsAfter(full, story({ tradeoff: ['I chose [your option] over waiting.'] }), '[your option]');
  expect(items.map(({ label }) => label)).toContain('a rollback');
});

test('an empty story is offered a beginning', async () => {
  const items = await completionsAfter(plain, '---', '---');
  expect(items[0]).toMatchObject({ label: 'Front matter', insertTextFormat: 1 });
});

test('what an editor types in prose is answered with nothing', async () => {
  const { triggerCharacters } = full.initialized.capabilities.completionProvider!;
  const text = story({ tradeoff: [] });
  for (const character of triggerCharacters!) {
    expect(await completionsAfter(full, text.replace('I owned the', `I owned${character}the`), `I owned${character}`)).toEqual([]);
  }
});

test('a suppression is offered the codes of the story first', async () => {
  const text = `<!-- star-disable-file no- -->\n${story({ tradeoff: [] })}`;
  const items = await completionsAfter(full, text, '<!-- star-disable-file no-');
  const sorted = [...items].sort((a, b) => a.sortText!.localeCompare(b.sortText!));
  expect(sorted[0]?.label).toMatch(/^[a-z-]+$/);
  expect(items.map(({ label }) => label)).toContain('no-tradeoff');
});

test('nothing is offered in mid-sentence', async () => {
  expect(await completionsAfter(full, story({ tradeoff: [] }), STRONG.task[0]!.slice(0, 12))).toEqual([]);
});

test('the catalog has every kind of story and every fill-in text', async () => {
  const catalog = await full.connection.sendRequest<Catalog>('starwright/catalog');
  expect(catalog.shapes.map(({ id }) => id)).toContain('production-incident');
  for (const { text, snippet, title, description } of catalog.shapes) {
    expect(text).toMatch(/## Situation/);
    expect(snippet).toMatch(/\$\{1:\[/);
    expect(title && description).not.toBe('');
  }
  expect(catalog.templates.map(({ id }) => id)).toContain('sentence-tradeoff');
  expect(catalog.shapes.find(({ id }) => id === 'mistake')?.templates).toContain('sentence-put-right');
});

test('the catalog has the questions, which kinds of story answer them, and which want none @any-lsp-client:questions', async () => {
  const { questions } = await full.connection.sendRequest<Catalog>('starwright/catalog');
  const named = (name: string) => questions.find(({ id }) => id === name);
  expect(named('incident-end-to-end')).toMatchObject({ shapes: ['production-incident', 'three-am-page'], wantsStory: true });
  expect(named('essential-telemetry')).toMatchObject({ kind: 'knowledge', wantsStory: false });
});

test('with a question of one’s own, the kinds of story that it asks for come first @any-lsp-client:questions', async () => {
  const { shapes } = await full.connection.sendRequest<Catalog>('starwright/catalog', { question: 'When did you push back on a design?' });
  expect(shapes[0]!.id).toBe('technical-disagreement');
  expect(new Set(shapes.map(({ id }) => id)).size).toBe(shapes.length);
});

test.each<[string, DraftParams, string]>([
  ['a template', { from: 'template', shape: 'mistake', title: 'Late', question: 'a-b' }, '---\nstar: 1\ntitle: "Late"\nshape: mistake\nstatus: draft\nquestions:\n  - a-b\n---\n\n# Late\n'],
  ['a question that wants no story', { from: 'question', question: 'essential-telemetry' }, '# Which metrics, logs and traces'],
  ['three lines', { from: 'lines', happened: 'It was slow', did: '', came: '', date: '2026-11-20' }, '---\nstar: 1\nstatus: draft\n---\n\n## Situation\n\nIt was slow\n'],
  ['a text', { from: 'text', text: 'S: slow\nT: mine\nA: I did.\nR: fast' }, '---\nstar: 1\nstatus: draft\n---\n\n# Slow\n\n## Situation\n\nslow\n'],
])('a draft is made of %s @any-lsp-client:new-story', async (_, params, beginning) => {
  const draft = await full.connection.sendRequest<Draft>('starwright/draft', params);
  expect('text' in draft && draft.text.startsWith(beginning)).toBe(true);
});

test('what makes no draft says why', async () => {
  const ask = (params: DraftParams) => full.connection.sendRequest<Draft>('starwright/draft', params);
  expect(await ask({ from: 'text', text: ' ' })).toEqual({ problem: 'empty' });
  expect(await ask({ from: 'text', text: 'word '.repeat(420_000) })).toEqual({ problem: 'too-long' });
  expect(await ask({ from: 'template', shape: 'no-such', title: 'X' })).toEqual({ problem: 'unknown' });
});

test('a glance has the times and which sentence was heard as what', async () => {
  await full.open(STORY, story());
  const glance = await full.request<Glance>('starwright/glance', STORY);
  expect(glance.profile).toMatchObject({ id: 'balanced', targetSeconds: 90 });
  const [told] = glance.tellings;
  expect(told!.sections.map(({ role }) => role)).toEqual(['situation', 'task', 'action', 'result', 'learning']);
  expect(told!.seconds).toBeGreaterThan(30);
  const tradeoff = told!.beats.find(({ id }) => id === 'tradeoff')!;
  expect(tradeoff.state).toBe('heard');
  expect(full.document(STORY).getText(tradeoff.evidence[0]!.range)).toMatch(/ over | instead | rather /);
});

test('a document that is no story has no glance', async () => {
  expect(await full.request<Glance | null>('starwright/glance', 'file:///stories/not-open.star.md')).toBeNull();
});

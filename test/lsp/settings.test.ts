import { expect, test } from 'vitest';
import { Client, PUSH } from './client.js';
import { story } from './story.js';

const STORY = 'file:///stories/payment.star.md';
const WITHOUT_TRADEOFF = story({ tradeoff: [] });

test('a change of settings is asked for, and the story reviewed anew', async () => {
  let settings: unknown = { rules: { 'no-tradeoff': 'off' } };
  const client = await Client.start({ settings: () => settings });
  await client.until(() => client.registered.includes('workspace/didChangeConfiguration'));
  await client.open(STORY, WITHOUT_TRADEOFF);
  expect(await client.codes(STORY)).not.toContain('no-tradeoff');

  settings = { rules: { 'no-tradeoff': 'error' } };
  const { resultId } = await client.report(STORY);
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.refreshes.includes('workspace/diagnostic/refresh'));
  expect((await client.report(STORY, resultId)).kind).toBe('full');
  const found = (await client.pull(STORY)).find(({ code }) => code === 'no-tradeoff');
  expect(found?.severity).toBe(1);
  await client.stop();
});

test('settings can differ from document to document', async () => {
  const settings = (uri: string | undefined) => (uri?.includes('/quiet/') ? { rules: { 'no-tradeoff': 'off' } } : {});
  const client = await Client.start({ settings });
  await client.open('file:///quiet/a.star.md', WITHOUT_TRADEOFF);
  await client.open('file:///loud/a.star.md', WITHOUT_TRADEOFF);
  expect(await client.codes('file:///quiet/a.star.md')).not.toContain('no-tradeoff');
  expect(await client.codes('file:///loud/a.star.md')).toContain('no-tradeoff');
  await client.stop();
});

test('front matter wins over settings', async () => {
  const client = await Client.start({ settings: () => ({ rules: { 'no-tradeoff': 'error' } }) });
  await client.open(STORY, `---\nstar: 1\nrules: { no-tradeoff: off }\n---\n${WITHOUT_TRADEOFF}`);
  expect(await client.codes(STORY)).not.toContain('no-tradeoff');
  await client.stop();
});

test('a client that sends its settings is heard, and its stories are published anew', async () => {
  const client = await Client.start({ capabilities: PUSH });
  await client.open(STORY, WITHOUT_TRADEOFF);
  await client.until(() => client.published.length === 1);
  await client.connection.sendNotification('workspace/didChangeConfiguration', {
    settings: { starwright: { rules: { 'no-tradeoff': 'off' } } },
  });
  const second = await client.until(() => client.published[1]);
  expect(second.diagnostics.map(({ code }) => code)).not.toContain('no-tradeoff');
  await client.stop();
});

test('settings that make no sense are named once and count as not set', async () => {
  const settings = { profile: 'balancd', rules: { 'no-tradeof': 'off', 'no-prevention': 'loud' }, wordsPerMinute: '140' };
  const client = await Client.start({ settings: () => settings });
  await client.open(STORY, WITHOUT_TRADEOFF);
  expect(await client.codes(STORY)).toContain('no-tradeoff');
  await client.until(() => client.logged.length >= 4);
  expect(client.logged.join('\n')).toMatch(/starwright\.profile: unknown profile "balancd".*balanced/);
  expect(client.logged.join('\n')).toMatch(/no-tradeof/);
  expect(client.logged.join('\n')).toMatch(/"no-prevention": unknown level "loud"/);
  expect(client.logged.join('\n')).toMatch(/wordsPerMinute/);
  await client.open('file:///stories/other.star.md', WITHOUT_TRADEOFF);
  await client.pull('file:///stories/other.star.md');
  expect(client.logged).toHaveLength(4);
  await client.stop();
});

test('settings of a wrong type altogether are survived', async () => {
  for (const settings of ['loud', 7, [], { rules: [] }]) {
    const client = await Client.start({ settings: () => settings });
    await client.open(STORY, WITHOUT_TRADEOFF);
    expect(await client.codes(STORY)).toContain('no-tradeoff');
    await client.stop();
  }
});

test('an editor that is slow to answer is not waited for, and heard when it does', async () => {
  let answer = (_settings: unknown): void => {};
  const client = await Client.start({ settings: () => new Promise((resolve) => (answer = resolve)) });
  await client.open(STORY, WITHOUT_TRADEOFF);
  expect(await client.codes(STORY)).toContain('no-tradeoff');
  answer({ rules: { 'no-tradeoff': 'off' } });
  await client.until(() => client.refreshes.includes('workspace/diagnostic/refresh'));
  expect(await client.codes(STORY)).not.toContain('no-tradeoff');
  await client.stop();
});

test('without findings, a story still has its times, hovers and completion', async () => {
  const client = await Client.start({ settings: () => ({ validate: false }) });
  await client.open(STORY, WITHOUT_TRADEOFF);
  expect(await client.pull(STORY)).toEqual([]);
  const whole = { start: { line: 0, character: 0 }, end: client.document(STORY).positionAt(Infinity) };
  expect((await client.codeActions(STORY, whole)).filter(({ kind }) => kind === 'quickfix')).toEqual([]);
  expect(await client.request<unknown[]>('textDocument/codeLens', STORY)).not.toEqual([]);
  const heading = client.document(STORY).positionAt(client.text(STORY).indexOf('## Action') + 4);
  expect(await client.request('textDocument/hover', STORY, heading)).not.toBeNull();
  await client.edit(STORY, [{ range: { start: whole.end, end: whole.end }, newText: '\n<!-- star-disable-line ' }]);
  expect(await client.request('textDocument/completion', STORY, client.document(STORY).positionAt(Infinity))).not.toEqual([]);
  await client.stop();
});

test('a story in another language is told so once, unless it is said to be English', async () => {
  let settings: unknown = {};
  const client = await Client.start({ settings: () => settings });
  await client.open(STORY, '## Situation\n\nJeden Herbst fielen in unserer Stadt die Automaten aus, sobald die ersten Blätter auf den Solarzellen lagen, und die Leute fuhren ohne Fahrschein. Ich war für die Stromversorgung verantwortlich.\n');
  expect(await client.codes(STORY)).toEqual(['other-language']);
  settings = { language: 'en' };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.until(() => client.refreshes.includes('workspace/diagnostic/refresh'));
  expect(await client.codes(STORY)).not.toContain('other-language');
  await client.stop();
});

test('each setting of a wrong type is named, with what it takes', async () => {
  const settings = { profile: 7, rules: [], rubric: { a: 1 }, wordsPerMinute: true, validate: 'no', language: 'de' };
  const client = await Client.start({ settings: () => settings });
  await client.open(STORY, WITHOUT_TRADEOFF);
  expect(await client.codes(STORY)).toContain('no-tradeoff');
  await client.until(() => client.logged.length >= Object.keys(settings).length);
  const logged = client.logged.join('\n');
  for (const setting of Object.keys(settings)) expect(logged).toContain(`starwright.${setting}: `);
  expect(logged).toContain('use true or false, not "no".');
  expect(logged).toContain('Use "auto" or "en".');
  await client.stop();
});

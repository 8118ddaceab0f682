import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { TELLING_MEASURES } from '../../server/src/review/checks.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { CLOCK } from '../../server/src/lsp/clock.js';
import { Client } from './client.js';
import { story } from './story.js';

const STORY = 'file:///stories/payment.star.md';

const rubricMethods = Object.getPrototypeOf(builtinRubric()) as { template: (id: string) => unknown };
const { template } = rubricMethods;
afterEach(() => void (rubricMethods.template = template));

const measures = TELLING_MEASURES as Record<string, unknown>;
const whole = { ...measures };
afterEach(() => Object.assign(measures, whole));

test('a check that throws is said once in the log and at the top of the story, and the others still run @any-lsp-client:diagnostics', async () => {
  measures['team-voice'] = () => {
    throw new Error('out of order');
  };
  const client = await Client.withClock(CLOCK);
  await client.open(STORY, story({ tradeoff: [] }));
  expect(await client.codes(STORY)).toEqual(['check-broke-off', 'action-share-too-low', 'no-tradeoff']);
  await client.replace(STORY, story({ tradeoff: [], learning: [] }));
  expect(await client.codes(STORY)).toEqual(expect.arrayContaining(['check-broke-off', 'no-tradeoff', 'no-learning']));
  expect(client.logged).toEqual([expect.stringMatching(/^The check team-only-voice broke off and was left out; this is a fault in Starwright\. Error/)]);
  expect(await client.stop()).toBe(0);
});

test('a fix that throws is left out of what is offered and said once in the log; everything else is offered @any-lsp-client:fix', async () => {
  const client = await Client.withClock(CLOCK);
  const all = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const titles = async () => (await client.codeActions(STORY, all)).map(({ title }) => title);
  await client.open(STORY, story({ tradeoff: [], learning: [] }));
  const before = await titles();
  const { fill } = builtinRubric().beat('tradeoff')!;
  rubricMethods.template = function (id) {
    if (id === fill) throw new Error('out of order');
    return template.call(this, id);
  };
  await client.replace(STORY, `${story({ tradeoff: [], learning: [] })}\n`);
  const after = await titles();
  expect(after).toEqual(before.filter((title) => !title.startsWith('Add: I chose')));
  expect(after.length).toBeLessThan(before.length);
  await titles();
  expect(client.logged).toEqual([expect.stringMatching(/^The fix for no-tradeoff broke off and was left out; this is a fault in Starwright\. Error/)]);
  expect(await client.stop()).toBe(0);
});

test('an ignore file that never ends holds up no story', async ({ skip }) => {
  skip(process.platform === 'win32', 'Windows has no named pipes among its files');
  const folder = await mkdtemp(join(tmpdir(), 'starwright-faults-'));
  for (const name of ['here', 'there']) await mkdir(join(folder, name));
  // Who reads a pipe waits until somebody writes into it.
  execFileSync('mkfifo', [join(folder, 'there/.starwrightignore')]);
  const [here, there] = ['here', 'there'].map((name) => pathToFileURL(join(folder, name, 'a.star.md')).href) as [string, string];
  const client = await Client.start();
  await client.open(there, story({ tradeoff: [] }));
  const late = client.codes(there);
  await client.open(here, story({ tradeoff: [] }));
  expect(await client.codes(here)).toContain('no-tradeoff');
  expect(await late).toContain('no-tradeoff');
  expect(await client.stop()).toBe(0);
  await rm(folder, { recursive: true });
});

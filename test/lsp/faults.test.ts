import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { TELLING_MEASURES } from '../../server/src/review/checks.js';
import { CLOCK } from '../../server/src/lsp/clock.js';
import { Client } from './client.js';
import { story } from './story.js';

const STORY = 'file:///stories/payment.star.md';

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
  expect(client.logged).toEqual([expect.stringMatching(/^The check team-only-voice broke off and was left out; this is a fault in Starwright\. Error: out of order/)]);
  expect(await client.stop()).toBe(0);
});

test('a folder on a disk that does not answer holds up no story in another', async ({ skip }) => {
  skip(process.platform === 'win32', 'Windows has no named pipes among its files');
  const folder = await mkdtemp(join(tmpdir(), 'starwright-faults-'));
  for (const name of ['here', 'there']) await mkdir(join(folder, name));
  // Reading a pipe takes until somebody writes into it.
  const pipe = join(folder, 'there/.starwrightignore');
  execFileSync('mkfifo', [pipe]);
  const [here, there] = ['here', 'there'].map((name) => pathToFileURL(join(folder, name, 'a.star.md')).href) as [string, string];
  const client = await Client.start();
  await client.open(there, story({ tradeoff: [] }));
  const late = client.codes(there);
  await client.open(here, story({ tradeoff: [] }));
  expect(await client.codes(here)).toContain('no-tradeoff');
  await writeFile(pipe, '');
  expect(await late).toContain('no-tradeoff');
  expect(await client.stop()).toBe(0);
  await rm(folder, { recursive: true });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PracticeParams, PracticeSheet } from '../../server/src/lsp/protocol.js';
import { Client } from './client.js';
import { story } from './story.js';

let folder: string;
let client: Client;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'starwright-practice-'));
  await writeFile(join(folder, 'new.star.md'), story());
  await writeFile(join(folder, 'rough.star.md'), '---\nstar: 1\nstatus: draft\n---\n\n# Rough\n\n## Action\n\nI wrote it down.\n');
  client = await Client.start({ folders: [pathToFileURL(folder).href] });
});
afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true });
});

async function sheet(params: PracticeParams): Promise<PracticeSheet> {
  for (;;) {
    const told = client.told.length;
    const answer = await client.connection.sendRequest<PracticeSheet>('starwright/practice', params);
    if (answer.complete) return answer;
    await client.until(() => client.told.length > told);
  }
}

test('the stories of the folder, the plans there are, and the one that was chosen with its ticks', async () => {
  const { stories, drafts, plans, plan, checklist } = await sheet({ plan: 'eight-hours', ticks: ['company'] });
  expect(stories.map(({ title, ago, times }) => [title, ago, times])).toEqual([['Payment timeouts', undefined, []]]);
  expect(drafts).toBe(1);
  expect(plans.map(({ id }) => id)).toEqual(['tonight', 'five-stories', 'night-before', 'eight-hours']);
  expect(plan!.steps.find(({ id }) => id === 'company')).toMatchObject({ state: 'done', ticked: true });
  expect(checklist).toHaveLength(5);
});

test('a plan that is not there is left out', async () => {
  expect(await sheet({ plan: 'nothing', ticks: [] })).not.toHaveProperty('plan');
});

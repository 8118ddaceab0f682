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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { NotHeld, RehearsalPlan, TranscriptSheet } from '../../server/src/lsp/protocol.js';
import { Client } from './client.js';
import { plainEdits } from './plainEdits.js';
import { story } from './story.js';

const ADDRESS = 'file:///stories/payment.star.md';
const STORY = story();
const FRAMED = `${STORY}\n## Framing: Care for the pager\n\n### Action\n\nI went through the alerts of a month and removed half of them.\n`;
const textDocument = { uri: ADDRESS };

let client: Client;
beforeAll(async () => {
  client = await Client.start({});
  await client.open(ADDRESS, FRAMED);
});
afterAll(() => client.stop());

test('a telling comes with its cues, when each begins, and the times of its parts @any-lsp-client:rehearse', async () => {
  const plan = await client.connection.sendRequest<RehearsalPlan>('starwright/rehearsal', { textDocument, telling: 0 });
  expect(plan).toMatchObject({ title: 'Payment timeouts', timeline: { target: 90, milestones: [45, 72, 90] } });
  expect(plan.lacks).toBeUndefined();
  expect(plan.cues).toHaveLength(5);
  expect(plan.timeline.stretches[0]).toMatchObject({ title: 'Situation', from: 0 });
  const framing = await client.connection.sendRequest<RehearsalPlan>('starwright/rehearsal', { textDocument, telling: 1 });
  expect(framing.framing).toBe('Care for the pager');
  expect(await client.connection.sendRequest('starwright/rehearsal', { textDocument, telling: 9 })).toBeNull();
});

test('a rehearsal is noted by one edit at the top of the story', async () => {
  const edit = await client.connection.sendRequest<WorkspaceEdit>('starwright/noteRehearsal', { textDocument, date: '2026-11-22', seconds: 92.4, note: 'calmer' });
  expect(plainEdits({ title: 'Note', edit }, ADDRESS)).toEqual([{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: '---\nrehearsed:\n  - { date: 2026-11-22, seconds: 92, note: "calmer" }\n---\n\n' }]);
});

test('a transcript is held against the telling, with places an editor can go to @any-lsp-client:rehearse', async () => {
  const text = 'Um, I worked on the payment service for two hundred shops.\nI gave each bank its own pool and cut the timeout to two seconds, basically.';
  const sheet = await client.connection.sendRequest<TranscriptSheet>('starwright/transcript', { textDocument, telling: 0, text, seconds: 12 });
  expect(sheet).toMatchObject({ title: 'Payment timeouts', seconds: 12, timed: true, target: 90 });
  const line = ({ start }: { start: { line: number } }): string => FRAMED.split('\n')[start.line]!;
  const prevention = sheet.missed.find(({ title }) => title === 'Prevention')!;
  expect(line(prevention.range!)).toContain('To keep this from happening again');
  expect(prevention.text).toMatch(/^To keep this from happening again/);
  expect(sheet.fillers[0]).toEqual({ start: { line: 0, character: 0 }, end: { line: 0, character: 2 } });
});

test('one of another story is not compared, and says so', async () => {
  const other = readFileSync(path.join(import.meta.dirname, '../transcripts/bucket-good.txt'), 'utf8');
  expect(await client.connection.sendRequest<NotHeld>('starwright/transcript', { textDocument, telling: 0, text: other })).toEqual({ why: expect.stringMatching(/another one/) });
});

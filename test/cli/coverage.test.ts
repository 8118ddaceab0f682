import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, starwright, storyWithout } from './run.js';

const story = (front: string, title = 'Payment timeouts'): string => `---\nstar: 1\ntitle: ${title}\n${front}\n---\n\n${storyWithout('front', 'title')}`;
const BANK = {
  'mine/outage.star.md': story('shape: production-incident\nsignals: [incident-judgement]'),
  'yours/slip.star.md': story('shape: mistake\nstatus: draft', 'The wrong tariff'),
  'yours/old.star.md': story('shape: proud-project\nstatus: retired', 'The old one'),
};
const kindness = (shape: string): string => `- id: kindness\n  title: Kindness\n  family: signal\n  about: Whether you were kind.\n  strong: You were.\n  weak: You were not.\n  heard: [{ shapes: [${shape}], beats: [ownership] }]\n  sources: [starwright]\n`;
const coverage = (cwd: string, ...args: string[]) => starwright(['coverage', ...args], { cwd });
const report = async (cwd: string, ...args: string[]) => JSON.parse((await coverage(cwd, '--format', 'json', ...args)).stdout);

describe('coverage', () => {
  test('several folders are one bank; stories are named by their paths @command-line:bank @command-line:coverage', async () => {
    const { stories, themes, signals, next, loops } = await report(folderWith(BANK), 'mine', 'yours');
    expect(stories).toEqual([
      { path: 'mine/outage.star.md', title: 'Payment timeouts', status: 'ready' },
      { path: 'yours/slip.star.md', title: 'The wrong tariff', status: 'draft' },
    ]);
    expect(themes.slice(0, 1)).toEqual([{ id: 'production-incident', title: 'Production incident', state: 'covered', maybe: [], stories: ['mine/outage.star.md'], cells: [{ path: 'mine/outage.star.md', how: 'marked', draft: false }] }]);
    expect(themes.find(({ id }: { id: string }) => id === 'mistake')).toMatchObject({ state: 'draft', stories: ['yours/slip.star.md'] });
    expect(signals).toHaveLength(8);
    expect(next).toMatchObject({ shape: expect.any(String), template: expect.any(String), why: expect.stringMatching(/^It would be your first about /) });
    expect(loops.map(({ id }: { id: string }) => id)).toEqual(['backend-day', 'sre-day', 'behavioral-hour']);
    expect(loops[0].rounds[3].stories).toMatchObject([{ path: 'mine/outage.star.md', fit: 'strong' }]);
  });

  test('for a person: a matrix of at most 80 columns, what is missing, and the day that was asked for', async () => {
    const { code, stdout, stderr } = await coverage(folderWith(BANK), '--loop', 'behavioral-hour');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Themes +1 {2}2\nProduction incident +covered +M {2}\.\n/m);
    expect(stdout).toMatch(/^Mistake +draft +\. {2}m\n/m);
    expect(stdout).toContain('  1  Payment timeouts\n  2  The wrong tariff (draft)\n');
    expect(stdout).toMatch(/^Write this one next\n(?: {2}.*\n)+ {2}starwright new --shape \S+\n/m);
    expect(stdout).toContain('An interview day: One long conversation about the past\n');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('as Markdown and as a page', async () => {
    const cwd = folderWith(BANK);
    expect((await coverage(cwd, '--format', 'md')).stdout).toMatch(/^# Coverage of your stories\n[\s\S]*\n\| Production incident \| covered \| marked \| {2}\|\n/);
    const { stdout } = await coverage(cwd, '--format', 'html');
    expect(stdout).toMatch(/^<!DOCTYPE html>[\s\S]*<th scope="row">Production incident<\/th><td class="covered">covered<\/td>[\s\S]*<\/html>\n$/);
  });

  test('a title steers neither the terminal nor the page', async () => {
    const cwd = folderWith({ 'a.star.md': story('shape: mistake', '"\\e[31m<script>alert(1)</script>\\u202e"') });
    expect((await coverage(cwd)).stdout).not.toMatch(/[\u001b\u202e]/u);
    expect((await coverage(cwd, '--format', 'html')).stdout).not.toContain('<script');
  });

  test('the profile says which themes: on the command line, else in the folder', async () => {
    const cwd = folderWith({ ...BANK, '.starwright.yaml': 'profile: sre-qa\nrules:\n  bank-too-small: off\n' });
    const inFolder = await report(cwd);
    expect(inFolder.profile).toBe('sre-qa');
    expect(inFolder.advice.map(({ rule }: { rule: string }) => rule)).not.toContain('bank-too-small');
    expect((await report(cwd, '--profile', 'star-l')).profile).toBe('star-l');
  });

  test('advice that is made an error fails a job', async () => {
    const cwd = folderWith(BANK);
    expect((await coverage(cwd, '--rule', 'bank-theme-gap=error')).code).toBe(1);
    expect((await coverage(cwd)).code).toBe(0);
  });

  test('a rubric of one\'s own has its own sizes, signals and days', async () => {
    const cwd = folderWith({
      ...BANK,
      '.starwright/rubric/wider/bank-too-small.yaml': 'id: bank-too-small\nextends: bank-too-small\nlimit: 1\n',
      '.starwright/rubric/signals.yaml': kindness('production-incident'),
      '.starwright/rubric/loops.yaml': '- id: one-talk\n  title: One talk\n  summary: One talk.\n  sources: [starwright]\n  rounds:\n    - { id: talk, title: Talk, about: All of it., stories: 1, signals: [kindness], shapes: [] }\n',
    });
    const { advice, signals, loops } = await report(cwd, '--loop', 'one-talk');
    expect(advice.map(({ rule }: { rule: string }) => rule)).not.toContain('bank-too-small');
    expect(signals.at(-1)).toMatchObject({ id: 'kindness', cells: [{ path: 'mine/outage.star.md', how: 'heard', draft: false }] });
    expect(loops).toMatchObject([{ id: 'one-talk', rounds: [{ stories: [{ path: 'mine/outage.star.md', fit: 'stretch' }] }] }]);
  });

  test('what a rubric of one\'s own hears a signal by must exist', async () => {
    const cwd = folderWith({ ...BANK, 'own/signals.yaml': kindness('mistke') });
    const { code, stderr } = await coverage(cwd, '--rubric', 'own');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('There is no shape "mistke". Did you mean "mistake"?') });
  });
});

describe('coverage of what is not as it should be', () => {
  test('what cannot be read is named, and the rest goes on', async () => {
    const cwd = folderWith({ ...BANK, 'mine/picture.star.md': 'PNG\0\x01', 'mine/empty.star.md': '' });
    symlinkSync(join(cwd, 'mine'), join(cwd, 'mine/again'));
    const { code, stdout, stderr } = await coverage(cwd, '--format', 'json', 'mine', 'nowhere');
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toEqual([
      'starwright: mine/empty.star.md: holds no story that can be read, and is left out.',
      expect.stringMatching(/^starwright: mine\/picture\.star\.md: it is a binary file/),
      expect.stringMatching(/^starwright: nowhere: there is no such file or folder/),
    ]);
    expect(JSON.parse(stdout).stories).toHaveLength(1);
  });

  test('an empty folder, or one in which all are retired, has every gap', async () => {
    for (const files of [{}, { 'old.star.md': BANK['yours/old.star.md'] }]) {
      const { stories, themes, next } = await report(folderWith(files));
      expect([stories, new Set(themes.map(({ state }: { state: string }) => state)), next.shape]).toEqual([[], new Set(['gap']), 'production-incident']);
    }
    const { code, stdout } = await coverage(folderWith({}));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Stories ready: 0\. Drafts: 0\. Profile: Balanced\.\n/);
  });

  test.each([
    [['--format', 'pdf'], 'unknown format "pdf".'],
    [['--format', 'htm'], 'unknown format "htm". Did you mean "html"?'],
    [['--loop', 'sre-dya'], 'unknown loop "sre-dya". Did you mean "sre-day"? Known: backend-day, sre-day, behavioral-hour.'],
    [['--profile', 'balancd'], 'unknown profile "balancd". Did you mean "balanced"?'],
    [['--max-warnings', '1'], 'unknown option --max-warnings.'],
  ])('%j: one clear message', async (args, message) => {
    const { code, stdout, stderr } = await coverage(folderWith(BANK), ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`starwright: ${message}`);
  });
});

import { describe, expect, test } from 'vitest';
import { folderWith, starwright, storyWithout } from './run.js';

const FRAMED = `${storyWithout()}\n## Framing: The partner's side\n\n### Action\n\nI sat with the partner and agreed on a limit for retries.\n`;
const TOLD =
  'during a sale our checkout timed out and one in ten customers could not pay i was on call so the investigation was mine and the fix too i traced the slow requests and the cause was a retry storm each timeout got retried three times um and that used up the thread pool i chose to shed retries over scaling out because the partner could not take more load and a few payments failed for it';

const files = { 'pay.star.md': FRAMED, 'told.txt': TOLD, 'empty.star.md': '', 'other.txt': 'We planted a hedge of beech along the lane in April and watered it every other evening until the school holidays began.', 'huge.txt': 'a word '.repeat(150_000) };

const run = (args: string, input = '') => starwright(['rehearse', ...args.split(' ').filter(Boolean)], { cwd: folderWith(files), input });

describe('rehearse', () => {
  test('without a transcript: five cues, when each begins, and milestones @command-line:rehearse', async () => {
    const { code, stdout, stderr } = await run('pay.star.md --seconds 60');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Payment timeouts {2}\d+ s as written, fitted to 60 s\n/);
    expect(stdout.match(/^ {2}0:\d\d {2}\S/gm)).toHaveLength(5);
    expect(stdout).toMatch(/milestones {2}half 0:30, 80 % 0:48, full 1:00\n$/);
  });

  test('as JSON, with cues and timeline beside what every report has', async () => {
    const report = JSON.parse((await run('pay.star.md --format json')).stdout);
    expect(report).toMatchObject({ title: 'Payment timeouts', framing: null, heard: [], missed: [], findings: [], timeline: { target: 90, milestones: [45, 72, 90] } });
    expect(report.cues[0]).toMatchObject({ role: 'situation', from: 0, text: expect.any(String), range: { start: { line: 10, character: 0 } } });
  });

  test('with a transcript: what was said and what was not, from a file or standard input @command-line:rehearse', async () => {
    const { code, stdout } = await run('pay.star.md --transcript told.txt --seconds 30 --format json');
    const report = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(report).toMatchObject({ seconds: 30, timed: true, wordsPerMinute: 154 });
    expect(report.heard).toEqual(expect.arrayContaining(['ownership', 'root-cause', 'tradeoff']));
    expect(report.missed).toEqual(expect.arrayContaining(['prevention', 'measured-result', 'learning']));
    expect(report.findings.map(({ rule }: { rule: string }) => rule)).toEqual(['rehearsal-section-skipped']);
    expect(report.fillers).toHaveLength(1);
    expect((await run('pay.star.md --transcript - --seconds 30 --format json', TOLD)).stdout).toBe(stdout);
  });

  test('a framing, in any capitals', async () => {
    expect((await run('pay.star.md --framing')).code).toBe(2);
    const { stdout } = await starwright(['rehearse', 'pay.star.md', '--framing', "the PARTNER's side"], { cwd: folderWith(files) });
    expect(stdout).toMatch(/^Payment timeouts · The partner's side {2}/);
  });
});

describe('rehearse says in one message what it cannot do', () => {
  test.each([
    ['', 'name the story to rehearse: starwright rehearse FILE.'],
    ['a.star.md b.star.md', '"rehearse" takes one story, but 2 paths were given.'],
    ['.', '. is a folder. Name one story in it.'],
    ['nowhere.star.md', 'nowhere.star.md: there is no such file or folder. Check the path.'],
    ['empty.star.md', 'empty.star.md: there is no story in it yet, so there is nothing to rehearse.'],
    ['pay.star.md --seconds 0', '--seconds needs a time from 1 to 3600, not 0.'],
    ['pay.star.md --seconds abc', '--seconds needs a whole number, not "abc".'],
    ['pay.star.md --framing Partners', 'there is no framing "Partners". There is "The partner\'s side".'],
    ['pay.star.md --transcript nowhere.txt', 'nowhere.txt: there is no such file or folder. Check the path.'],
    ['pay.star.md --transcript huge.txt', 'huge.txt: The transcript is longer than a story can be told (200,000 characters). Keep the part that tells this story.'],
    ['pay.star.md --transcript other.txt', 'The transcript has too few words in common with this story. It probably tells another one.'],
    ['pay.star.md --transcript -', 'There is too little in the transcript to compare it with the story.'],
    ['- --transcript -', 'the story and the transcript cannot both be standard input. Name a file for one of them.'],
    ['pay.star.md --format jsn', 'unknown format "jsn". Did you mean "json"? Use pretty or json.'],
    ['pay.star.md --profile balancd', 'unknown profile "balancd". Did you mean "balanced"? Known: '],
  ])('%s', async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(`starwright: ${message}`)).toBe(true);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

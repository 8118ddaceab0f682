import { describe, expect, test } from 'vitest';
import type { BankStory } from '../../server/src/bank/index.js';
import { adviceIn, bankOf, covered, storyOf } from './banks.js';

/** A story that nothing is to be said of. */
const FINE = 'shape: mistake\nquestions: [a-mistake]\nrehearsed: [{ date: 2026-11-18 }]';
const prepared = (stories: readonly BankStory[]): BankStory[] => stories.map((story) => ({ ...story, followUps: 1 }));
const aboutStories = (stories: readonly BankStory[]): string[] => adviceIn(covered(prepared(stories))).filter((line) => / \S+\.star\.md: /.test(line) && !line.startsWith('missing-backend-details'));
const aboutBank = (stories: readonly BankStory[]): string[] => adviceIn(covered(stories)).filter((line) => line.startsWith('bank-'));
const many = (count: number, front: string): BankStory[] => bankOf(Object.fromEntries(Array.from({ length: count }, (_, index) => [`pier-${index}`, front])));

describe('about all stories', () => {
  test('an empty bank: how many there should be, and what about', () => {
    expect(aboutBank([])).toEqual([
      expect.stringMatching(/^bank-signal-gap: No story shows "Reliability as a habit", "[^"]+", "[^"]+" or 5 more yet\./),
      expect.stringMatching(/^bank-theme-gap: No finished story yet for "Production incident", /),
      'bank-too-small: Stories ready: 0. About 8 cover most questions.',
    ]);
  });

  test('drafts and retired stories do not make a bank large enough; retired ones do not make it too large', () => {
    expect(aboutBank([...many(7, FINE), ...many(5, 'status: draft')]).at(-1)).toBe('bank-too-small: Stories ready: 7. About 8 cover most questions.');
    expect(aboutBank([...many(12, FINE), ...many(6, 'status: retired')]).join()).not.toMatch(/too-/);
    expect(aboutBank(many(13, FINE)).at(-1)).toBe('bank-too-large: You have 13 stories. 12 well practised ones serve you better.');
  });
});

describe('about one story', () => {
  test('nothing where nothing is to be said', () => {
    expect(aboutStories(bankOf({ fine: FINE }))).toEqual([]);
  });

  test('a story without front matter: no kind, no question, no title', () => {
    expect(aboutStories([storyOf('pier-3.star.md', '## Situation\n\nThe ferry pier had one server.')])).toEqual([
      'no-question-mapped pier-3.star.md: This story answers no question yet. Choose one or two it fits.',
      'no-story-headline pier-3.star.md: This story has no title. Give it one line you would know it by.',
      'shape-unset pier-3.star.md: No kind of story is set. Choose one, so that the right things are asked for.',
    ]);
  });

  test('a story for too many questions; each framing carries as many again', () => {
    const front = FINE.replace('[a-mistake]', '[one, two, three, four, two]');
    expect(aboutStories(bankOf({ all: front }))).toEqual(['one-story-overused all.star.md: This story answers 4 of your questions. Keep it to 3, or add a framing.']);
    expect(aboutStories(bankOf({ all: [front, '## Situation\n\nOne server.\n\n## Framing: Calm\n\n### Action\n\nI waited.'] }))).toEqual([]);
  });

  test.each([
    ['2026-10-06', ['stale-story old.star.md: Last told 45 days ago. Tell it aloud once before you rely on it.']],
    ['2026-10-21', []],
    ['2027-01-01', []],
    ['2026-02-30', []],
    ['last summer', []],
  ])('last told %s', (date, said) => {
    expect(aboutStories(bankOf({ old: FINE.replace('2026-11-18', date) }))).toEqual(said);
  });

  test('the last time counts, wherever it stands in the list, and a story never told is not stale', () => {
    expect(aboutStories(bankOf({ often: FINE.replace('{ date: 2026-11-18 }', '{ date: 2026-11-18 }, { date: 2026-01-05 }') }))).toEqual([]);
    expect(aboutStories(bankOf({ never: FINE.replace(/rehearsed.*/, '') }))).toEqual([]);
    expect(adviceIn(covered(bankOf({ old: FINE.replace('2026-11-18', '2025-11-18') }).map((story) => ({ ...story, followUps: 1 })), 'balanced')).join()).toMatch(/Last told 367 days ago/);
  });

  test('a ready story without a follow-up question', () => {
    expect(adviceIn(covered(bankOf({ fine: FINE, rough: `${FINE}\nstatus: draft` }))).filter((line) => line.startsWith('no-followup'))).toEqual([
      'no-followup-prepared fine.star.md: No follow-up is prepared. Note three: the choice, the people, the lesson.',
    ]);
  });

  test('details that a follow-up asks for, once three of them are missing', () => {
    const advice = (text: string): string[] => adviceIn(covered(bankOf({ it: [FINE, text] }))).filter((line) => line.startsWith('missing-backend'));
    expect(advice('I was asked to make it better.')).toEqual([expect.stringMatching(/^missing-backend-details it\.star\.md: Not noted: system, .* and constraint\. A word/)]);
    expect(advice('Our booking service took 900 requests a second.\n\nI watched the p95 on the dashboard, and we could not afford any downtime.')).toEqual([]);
  });

  test('two framings that say the same: as the finding in the story says it', () => {
    const action = 'I read the logs of four Mondays side by side and saw one report hold a lock on the printer table. I moved the report to a replica.';
    const text = `## Situation\n\nLabels were late every Monday.\n\n## Action\n\n${action}\n\n## Framing: Care for the pager\n\n### Action\n\n${action} It was quiet.`;
    expect(aboutStories(bankOf({ twice: [FINE, text] }))).toEqual([expect.stringMatching(/^framing-duplicates-text twice\.star\.md: This framing shares \d+% of its text with another\. Tell it differently\.$/)]);
    expect(aboutStories(bankOf({ twice: [`${FINE}\nrules: { framing-duplicates-text: off }`, text] }))).toEqual([]);
  });

  test('two stories with one title: both are told of the other', () => {
    const [one, other] = ['a/pier.star.md', 'b/pier.star.md'].map((id, index) => storyOf(id, `---\nstar: 1\ntitle: ${['The outage', 'the  OUTAGE'][index]}\n${FINE}\n---\nI waited.`)) as [BankStory, BankStory];
    expect(aboutStories([one, other])).toEqual([
      'same-title a/pier.star.md: b/pier.star.md has the same title. Give each its own, so that you pick the right one.',
      'same-title b/pier.star.md: a/pier.star.md has the same title. Give each its own, so that you pick the right one.',
    ]);
    expect(aboutStories([one, { ...other, status: 'retired' }])).toEqual([]);
    expect(aboutStories([storyOf('a%20b.star.md', '---\nstar: 1\ntitle: The outage\n---\nI waited.'), one]).join()).toContain('a b.star.md has the same title');
  });
});

describe('how strongly', () => {
  const severities = (front: string, options = {}): string[] => covered(bankOf({ it: front }), 'balanced', options).advice.filter(({ code }) => /^(shape-unset|bank-too-small)$/.test(code)).map(({ severity, code }) => `${severity} ${code}`);

  test('asked for in the views of the bank, what is off in its file is information about the bank and a hint about a story', () => {
    expect(severities('status: ready')).toEqual(['information bank-too-small', 'hint shape-unset']);
  });

  test('a person says otherwise: in a folder or setting, in the story, on the command line', () => {
    const defaults = { rules: { 'shape-unset': 'off', 'bank-too-small': 'warning' } } as const;
    expect(severities('status: ready', { defaults })).toEqual(['warning bank-too-small']);
    expect(severities('rules: { shape-unset: warning }', { defaults })).toEqual(['warning bank-too-small', 'warning shape-unset']);
    expect(severities('rules: { shape-unset: warning }', { defaults, override: { rules: { 'shape-unset': 'error', 'bank-too-small': 'off' } } })).toEqual(['error shape-unset']);
  });
});

import { describe, expect, test } from 'vitest';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { compileRubric, type Check } from '../../server/src/rubric/index.js';
import { parseStory } from '../../server/src/story/index.js';
import { STRONG } from './reviewing.js';

const { data } = builtinRubric();

const CHECK: Check = {
  code: 'mine', title: 'Mine', message: '{actual} of {limit}{missing}', why: 'Because.', sources: [], weak: 'Weak.', strong: 'Strong.', severity: 'warning', covers: [],
  measure: 'tally', shapes: [], fills: [], examples: { fires: [], silent: [] },
};

/** `message: "the text it points at"` for each finding of one check of a person's own. */
function said(check: Partial<Check>, text: string, limits: Readonly<Record<string, number>> = {}): string[] {
  const profiles = data.profiles.map((profile) => ({ ...profile, limits: { ...profile.limits, findingsPerSection: 99, ...limits } }));
  const rubric = compileRubric({ ...data, profiles, checks: [{ ...CHECK, ...check }] });
  return review(parseStory(text), rubric).tellings[0].findings.filter(({ rule }) => rule === 'mine').map(({ message, range }) => `${message}: "${text.slice(range.start, range.end)}"`);
}

describe('a tally counts what its file says', () => {
  const action = (text: string): string => `## Situation\nThe queue stood still.\n\n## Action\n${text}\n\n## Result\nIt moved.\n`;

  test('matches in one sentence', () => {
    const check: Partial<Check> = { count: { of: 'matches', per: 'sentence', patterns: ['{figure}'], in: ['action'] }, default: 2, bound: 'most' };
    expect(said(check, action('I moved 3 of 40 shards in 12 minutes. Then I moved 4 more.'))).toEqual(['3 of 2: "3"']);
  });

  test('distinct words over a section', () => {
    const check: Partial<Check> = { count: { of: 'distinct', per: 'telling', patterns: ['(kafka|redis|envoy)'], in: ['action'] }, section: 'action', default: 2, bound: 'most' };
    expect(said(check, action('I put Redis before Kafka. Then I took Kafka out of Redis.'))).toEqual([]);
    expect(said(check, action('I put Redis before Kafka and Envoy before both.'))).toEqual(['3 of 2: "## Action"']);
  });

  test('too few sentences of a kind', () => {
    const check: Partial<Check> = { count: { of: 'sentences', per: 'telling', patterns: ['I ...1 {past}'], in: ['action'] }, section: 'action', default: 2, bound: 'least' };
    expect(said(check, action('I drained the queue. It was late.'))).toEqual(['1 of 2: "## Action"']);
    expect(said(check, action('I drained the queue. I then added a limit.'))).toEqual([]);
  });

  test('sentences that follow each other', () => {
    const check: Partial<Check> = { count: { of: 'sentences', per: 'run', patterns: ['we'], unless: ['I'], in: ['action'] }, default: 2, bound: 'most' };
    expect(said(check, action('We looked. We waited. I drained it. We left.'))).toEqual([]);
    expect(said(check, action('I drained it. We looked. We waited. We left.'))).toEqual(['3 of 2: "We"']);
  });

  test('words of a sentence, shown at its beginning', () => {
    const check: Partial<Check> = { count: { of: 'words', per: 'sentence' }, default: 6, bound: 'most' };
    expect(said(check, action('I drained the old queue by hand at night.'))).toEqual(['9 of 6: "I drained the old"']);
  });

  test('nothing, unless what it waits for is there', () => {
    const check: Partial<Check> = { count: { of: 'matches', per: 'telling', patterns: ['drained'], when: ['watched'], in: ['action'] }, section: 'action', default: 1, bound: 'least' };
    expect(said(check, action('I slept.'))).toEqual([]);
    expect(said(check, action('I watched.'))).toEqual(['0 of 1: "## Action"']);
  });

  test('the profile\'s limit comes before the check\'s own', () => {
    const check: Partial<Check> = { count: { of: 'words', per: 'sentence' }, limit: 'sentenceWords', default: 6, bound: 'most' };
    expect(said(check, action('I drained the old queue by hand at night.'), { sentenceWords: 20 })).toEqual([]);
  });
});

describe('a composite speaks where its parts are silent', () => {
  const without = STRONG.replace(/I considered adding[^]*?for one night\.\n/, '').replace(/I also added a check[^]*?slow lookups\.\n/, '');
  const check: Partial<Check> = { measure: 'composite', beats: ['failure-mode', 'tradeoff', 'prevention'], default: 3, section: 'action' };

  test('one of them is reported by itself: nothing more is said', () => {
    expect(said(check, without)).toEqual([]);
  });

  test('none of them is: it names what is missing', () => {
    expect(said(check, `---\nstar: 1\nrules: { no-tradeoff: off, no-prevention: off }\n---\n\n${without}`)).toEqual(['1 of 3tradeoff, prevention: "## Action"']);
  });
});

describe('a comparison of topics', () => {
  const check: Partial<Check> = { measure: 'topics', topics: ['topic-latency', 'topic-cost'] };
  const story = (result: string): string => `## Situation\nRequests had a latency of nine seconds.\n\n## Action\nI added an index.\n\n## Result\n${result}\n`;

  test('the Result is about something else', () => {
    expect(said(check, story('The monthly bill fell by 300 euros.'))).toHaveLength(1);
  });
  test('the Result is about the same', () => {
    expect(said(check, story('Latency fell, and so did the bill.'))).toEqual([]);
  });
});

test('a criterion about one kind of story is silent in the others', () => {
  const check: Partial<Check> = { shapes: ['mistake'], count: { of: 'words', per: 'sentence' }, default: 1, bound: 'most' };
  expect(said(check, STRONG)).toEqual([]);
  expect(said(check, `---\nstar: 1\nshape: mistake\n---\n\n${STRONG}`).length).toBeGreaterThan(3);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportText } from '../../server/src/cli/report/rehearsal.js';
import { hold, WHY_NOT, type TranscriptReport } from '../../server/src/rehearse/index.js';
import { hear } from '../../server/src/review/hear.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { saidOf } from '../../server/src/rehearse/fillers.js';
import { parseStory } from '../../server/src/story/index.js';
import { parseSpoken } from '../../server/src/story/spoken.js';
import { STRONG } from './reviewing.js';

const rubric = builtinRubric();

function held(story: string, transcript: string, seconds?: number) {
  const reviewed = review(parseStory(story), rubric);
  return { reviewed, report: hold(reviewed, reviewed.tellings[0], rubric, transcript, seconds === undefined ? {} : { seconds }) };
}

function reportOf(transcript: string, seconds?: number, story = STRONG): TranscriptReport {
  const { report } = held(story, transcript, seconds);
  if (typeof report === 'string') throw new Error(`not compared: ${report}`);
  return report;
}

const codesOf = (report: TranscriptReport): string[] => report.findings.map(({ code }) => code);

const TOLD = `We run bookings for forty hotels. After a schema change the search timed out every evening at the peak and guests stood waiting at the desk.
Finding the cause was my responsibility, and fixing it before the holiday weekend.
I put the slow query log next to traces of the evening before. One lookup scanned the whole table, because the migration had dropped a composite index and nobody recreated it.
There were two options, read replicas or rebuilding the index online. I chose the rebuild since we could reverse it in minutes, and we accepted slower writes for a night.
First one region, then the others. And the deploy pipeline now blocks a migration that drops an index in use, plus there is an alert on slow lookups.
Search went from nine seconds to three hundred milliseconds at the peak, on the same graphs, four weeks long. The hotels stopped calling support.
I learned that an index is part of what a service promises.`;

describe('beats', () => {
  test('told in other words, with figures said as words, all were said', () => {
    expect(reportOf(TOLD).missed).toEqual([]);
  });

  test('what is left out is missed, with the place where the story says it', () => {
    const { missed } = reportOf(TOLD.split('\n').filter((line) => !/pipeline|learned/.test(line)).join('\n'));
    expect(missed.map(({ id }) => id)).toEqual(expect.arrayContaining(['prevention', 'learning']));
    const { range } = missed.find(({ id }) => id === 'prevention')!;
    expect(STRONG.slice(range!.start, range!.end)).toContain('check to the deploy pipeline');
  });

  test('a Result that was not told is not heard in another part', () => {
    const { missed } = reportOf(TOLD.split('\n').slice(0, 4).join('\n'));
    expect(missed.map(({ id }) => id)).toEqual(expect.arrayContaining(['measured-result', 'learning']));
  });

  test('fillers do not hide what was said', () => {
    expect(reportOf(TOLD.replace(/\bthe\b/g, 'um the')).missed).toEqual([]);
  });
});

describe('findings', () => {
  test('a good telling in its time has none', () => {
    expect(reportOf(TOLD, 80).findings).toEqual([]);
  });

  test('over time, in all and in the part that took most', () => {
    const { findings } = reportOf(TOLD.replace('We run', `${'We talked about the hotels and the desk and guests at length. '.repeat(12)}We run`), 170);
    expect(findings.filter(({ code }) => code === 'rehearsal-over-time').map(({ message }) => message)).toEqual([
      'You took 170 s; the aim was 90 s. Cut the background first.',
      expect.stringMatching(/^You took \d+ s for Situation; the aim was \d+ s\./),
    ]);
  });

  test('the pace only of a time that was measured', () => {
    expect(codesOf(reportOf(TOLD, 45))).toEqual(['rehearsal-pace']);
    expect(codesOf(reportOf(TOLD, 119))).toEqual(['rehearsal-pace']);
    expect(codesOf(reportOf(TOLD))).toEqual([]);
  });

  test('recitation, in the words of the story', () => {
    const read = STRONG.replace(/^#.*$/gm, '').replace('9 seconds', 'nine seconds');
    expect(codesOf(reportOf(read))).toContain('rehearsal-recitation');
  });

  test('a vague phrase once, with every place', () => {
    const report = reportOf(`${TOLD} We fixed the issue. And later on we fixed the issue.`);
    const [vague] = report.findings.filter(({ code }) => code === 'rehearsal-vague-phrases');
    expect(vague!.message).toBe('You said "fixed the issue" twice. Say what was done instead.');
    expect(vague!.places).toHaveLength(2);
  });

  test('a level of the front matter holds', () => {
    const story = (rules: string): string => `---\nstar: 1\nrules: { rehearsal-pace: ${rules} }\n---\n${STRONG}`;
    expect(codesOf(reportOf(TOLD, 45, story('off')))).toEqual([]);
    expect(reportOf(TOLD, 45, story('warning')).findings[0]!.severity).toBe('warning');
  });
});

describe('fillers', () => {
  const fillersIn = (text: string): string[] => saidOf('rehearsal-fillers', hear(parseSpoken(text).tellings[0], rubric), rubric).map(({ start, end }) => text.slice(start, end));

  test.each([
    ['Um, so we had, like, a queue.', ['Um', 'like']],
    ['it was, you know, the queue', ['you know']],
    ['It was kind of stuck and basically dead, I mean, really.', ['kind of', 'basically', 'I mean']],
    ['and like we waited for like two hours uh', ['like', 'like', 'uh']],
    ['She was like, oh no.', ['like']],
  ])('%s', (text, fillers) => {
    expect(fillersIn(text)).toEqual(fillers);
  });

  test.each(['I like the queue.', 'Nobody knew what it is like at night.', 'We needed that sort of data.', 'What kind of query was it?', 'It looked like a leak.', 'As you know, queues fill up.', 'Do you know what failed?', 'He said “um, like, no”.', 'I would like two replicas.', 'services like the queue'])(
    'none in: %s',
    (text) => {
      expect(fillersIn(text)).toEqual([]);
    },
  );
});

describe('no comparison', () => {
  test.each([
    ['empty', ''],
    ['empty', 'Um, yes, okay.'],
    ['too-long', 'the index '.repeat(30_000)],
    ['other-language', 'Also unsere Hotels konnten jeden Abend nicht suchen, weil ein Index fehlte. Ich habe die Ursache gefunden und den Index in einer Nacht wieder aufgebaut, und danach war die Suche wieder schnell und die Gäste mussten nicht mehr warten.'],
    ['other-story', 'I had written a date picker and the intern from the other office wanted tests for leap years. We argued about libraries, drew calendars on paper and in the end kept mine with two more cases.'],
  ] as const)('%s', (why, transcript) => {
    expect(held(STRONG, transcript).report).toBe(why);
    expect(WHY_NOT[why]).toMatch(/\.$/);
  });
});

/** Each transcript with the story it is held against and, where it was measured, its time. */
const SAID: readonly (readonly [string, string, number?])[] = [
  ['labels-good', 'examples/label-cache-stampede', 118],
  ['labels-rambling', 'examples/label-cache-stampede', 131],
  ['labels-recited', 'examples/label-cache-stampede', 96],
  ['labels-dictated', 'examples/label-cache-stampede'],
  ['labels-german', 'examples/label-cache-stampede'],
  ['seats-good', 'examples/label-cache-stampede'],
  ['bucket-good', 'examples/deleted-the-wrong-bucket', 97],
  ['bucket-rambling', 'examples/deleted-the-wrong-bucket', 84],
  ['bucket-recited', 'examples/deleted-the-wrong-bucket', 78],
  ['bucket-dictated', 'examples/deleted-the-wrong-bucket'],
  ['labels-good', 'examples/deleted-the-wrong-bucket'],
  ['seats-good', 'examples/seat-inventory-migration', 117],
  ['seats-rambling', 'examples/seat-inventory-migration', 99],
  ['seats-recited', 'examples/seat-inventory-migration', 90],
  ['seats-dictated', 'examples/seat-inventory-migration'],
  ['bucket-good', 'examples/seat-inventory-migration'],
  ['search-rambling', 'examples/slow-search-before-the-sale', 80],
  ['certs-partial', 'test/bank/stories/certificates-by-hand'],
  ['ledger-noresult', 'test/bank/stories/ledger-without-a-night-off', 70],
  ['pages-good', 'test/bank/stories/ninety-pages-a-week', 86],
  ['pages-short', 'test/bank/stories/ninety-pages-a-week', 18],
  ['index-good', 'test/bank/stories/dropped-the-wrong-index', 72],
  ['teams-partial', 'test/bank/stories/four-teams-one-key'],
  ['queue-second-language', 'examples/queue-or-cron-disagreement'],
  ['night-half-sentences', 'test/bank/stories/label-queue-at-three'],
  ['parcels-free', 'test/bank/stories/parcels-before-christmas'],
  ['report-paraphrase', 'test/bank/stories/report-that-took-a-minute'],
  ['budget-second-language', 'test/bank/stories/budget-said-no'],
  ['events-free', 'test/bank/stories/events-or-polling'],
  ['review-half-sentences', 'test/bank/stories/what-the-review-left-out'],
  ['ledger-paraphrase', 'test/bank/stories/ledger-without-a-night-off'],
];

test('the transcripts and what is said of them', async () => {
  const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const blocks = SAID.map(([name, story, seconds]) => {
    const transcript = read(`test/transcripts/${name}.txt`);
    const { reviewed, report } = held(read(`${story}.star.md`), transcript, seconds);
    const said = typeof report === 'string' ? `${report}: ${WHY_NOT[report]}\n` : reportText(report, reviewed, reviewed.tellings[0], transcript);
    return `== ${name}.txt, held against ${story}.star.md\n${said}`;
  });
  await expect(blocks.join('\n')).toMatchFileSnapshot('../transcripts/reports.snap.txt');
});

test('a transcript of sixty-four tellings in a row is held against the story', () => {
  const { report } = held(STRONG, TOLD.repeat(64));
  expect(typeof report === 'string' ? report : report.heard.length).toBeGreaterThan(0);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { hold } from '../../server/src/rehearse/index.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';

/** What a reader heard in a transcript: see `test/transcripts/read.yaml`. */
interface Heard {
  readonly transcript: string;
  readonly story: string;
  readonly leftOut: readonly string[];
  readonly half: readonly string[];
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const rubric = builtinRubric();
const reports = (parse(read('test/transcripts/read.yaml')) as Heard[]).map((reader) => {
  const reviewed = review(parseStory(read(`${reader.story}.star.md`)), rubric);
  const report = hold(reviewed, reviewed.tellings[0], rubric, read(`test/transcripts/${reader.transcript}.txt`));
  if (typeof report === 'string') throw new Error(`${reader.transcript}: ${report}`);
  return { reader, report };
});

test('a beat is called left out only where a reader says so nine times in ten, and never where nothing was left out', () => {
  const called = reports.flatMap(({ reader, report }) => report.missed.map(({ id }) => ({ of: reader.transcript, id, right: reader.leftOut.includes(id) })));
  expect(called.filter(({ right }) => !right).map(({ of, id }) => `${of}: ${id}`)).toEqual(['pages-short: ownership', 'night-half-sentences: mitigation']);
  expect(called.length).toBeGreaterThanOrEqual(22);
});

test('a beat that is heard was said, or half of it, nineteen times in twenty', () => {
  const heard = reports.flatMap(({ reader, report }) => report.heard.map(({ id }) => reader.leftOut.includes(id)));
  expect(heard.filter((wrong) => wrong).length / heard.length).toBeLessThan(0.05);
});

test('told in the words of the story, nothing is unsure', () => {
  const plain = reports.filter(({ reader }) => /-(?:good|recited)$/.test(reader.transcript) && reader.leftOut.length === 0);
  expect(plain.flatMap(({ reader, report }) => report.unsure.map(({ id }) => `${reader.transcript}: ${id}`))).toEqual(['pages-good: failure-mode']);
});

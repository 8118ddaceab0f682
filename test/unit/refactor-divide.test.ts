import { describe, expect, test } from 'vitest';
import { parseStory } from '../../server/src/story/index.js';
import { fixed } from './reviewing.js';
import { MONDAY_LOCK as LOCK } from '../mondayLock.js';
import { offered, refactored, STORIES, titles } from './refactoring.js';

const divisions = (text: string): string[] => titles(text).filter((title) => title.startsWith('Divide'));

describe('an unlabelled story is divided where its evidence shows the seams', () => {
  test('into sections, and with the sub-steps that are told one after the other', () => {
    expect(divisions(LOCK.join(' '))).toEqual([
      'Divide into Situation, Task, Action, Result and Learning',
      'Divide into Situation, Task, Action (Diagnosis, Root cause, Tradeoff, Prevention), Result and Learning',
    ]);
  });

  test('with headings in place of the space between two sentences', () => {
    const [situation, task, diagnosis, cause, tradeoff, prevention, result, learning] = LOCK;
    expect(refactored(LOCK.join(' '), 'Divide into Situation, Task, Action (')).toBe(
      `## Situation\n\n${situation}\n\n## Task\n\n${task}\n\n## Action\n\n### Diagnosis\n\n${diagnosis}\n\n### Root cause\n\n${cause}\n\n### Tradeoff\n\n${tradeoff}\n\n### Prevention\n\n${prevention}\n\n## Result\n\n${result}\n\n## Learning\n\n${learning}`.replaceAll('\n', parseStory(LOCK.join(' ')).eol),
    );
  });

  test('a byte order mark stays before all of it', () => {
    expect(refactored(`\ufeff${LOCK.join(' ')}`, 'Divide into')).toBe(`\ufeff${refactored(LOCK.join(' '), 'Divide into')}`);
  });

  test('a part without evidence gets no heading', () => {
    const story = [LOCK[0], LOCK[2], 'I deleted in batches of a thousand rows.'].join(' ');
    expect(divisions(story)[0]).toBe('Divide into Situation and Action');
  });
  test('what is heard in a section without a seam of its own is in its name', () => {
    expect(divisions([`${LOCK[0]} I owned the scheduler.`, ...LOCK.slice(2)].join(' ').replace('calendars. I owned', 'calendars; I owned'))[0]).toMatch(/^Divide into Situation and task, Action,/);
  });
  test('the quick fix for a story without labels is the surest way', () => {
    const text = `# Mondays\n\n${LOCK.join('\n')}\n`;
    expect(fixed(text, 'no-sections')).toBe(refactored(text, 'Divide into'));
  });
});

const FORMS: [string, string][] = [
  ['one paragraph', LOCK.join(' ')],
  ['a paragraph for each sentence', LOCK.join('\n\n')],
  ['lines that wrap', LOCK.join(' ').replace(/(.{60}\S*) /g, '$1\n')],
  ['CRLF', `# Mondays\r\n\r\n${LOCK.join('\r\n')}\r\n`],
  ['a byte order mark and front matter', `\ufeff---\nstar: 1\n---\n${LOCK.join(' ')}\n`],
  ['a list', LOCK.map((line) => `- ${line}`).join('\n')],
  ['a numbered list', LOCK.map((line, index) => `${index + 1}. ${line}`).join('\n')],
  ['a block quote', LOCK.map((line) => `> ${line}`).join('\n>\n')],
  ['a list in a quote, under a title', `# Mondays\n\n${LOCK.map((line) => `> - ${line}`).join('\n')}\n`],
  ['bold, code and quoted sentences', LOCK.join(' ').replace('I owned the scheduler', '**I owned `scheduler.main`').replace('was mine.', 'was mine.**').replace('The root cause was one delete over eleven million rows.', '“The root cause was one delete.” It took eleven million rows.')],
  ['headings of its own, below the sections', `${LOCK.slice(0, 2).join(' ')}\n\n### What I saw\n\n${LOCK.slice(2, 6).join(' ')}\n\n### How it ended\n\n${LOCK.slice(6).join(' ')}\n`],
  ['a rule and code in between', `${LOCK.slice(0, 3).join(' ')}\n\n\`\`\`sql\ndelete from t\n\`\`\`\n\n---\n\n${LOCK.slice(3).join(' ')}\n`],
];

describe('no word is moved or lost', () => {
  const letters = (text: string): string => text.replace(/[\s>]+/g, '');
  const headings = /^[ \t>\ufeff]*#{2,3} (?:Situation|Task|Action|Result|Learning|Diagnosis|Root cause|Tradeoff|Implementation|Prevention)(?: and (?:task|learning))?[ \t]*\r?$/gm;
  const kept = (text: string, after: string): void => expect(letters(after.replace(headings, (line) => line.replace(/#.*/, '')))).toBe(letters(text));

  test.each(FORMS)('in %s', (_, text) => {
    const divided = offered(text).filter(({ title }) => title.startsWith('Divide')).map(({ title }) => refactored(text, title)!);
    expect(divided).not.toEqual([]);
    for (const after of divided) {
      kept(text, after);
      expect(parseStory(after).tellings[0].sections.every(({ label }) => label)).toBe(true);
      expect(titles(after).filter((title) => title.startsWith('Divide'))).toEqual([]);
    }
  });
  test.each(STORIES)('in %s', (_, text) => {
    const divided = offered(text).filter(({ title }) => title.startsWith('Divide'));
    expect(divided.length).toBeLessThanOrEqual(2);
    for (const { title } of divided) kept(text, refactored(text, title)!);
  });
});

describe('nothing is offered', () => {
  test.each([
    ['where labels are', '## Situation\n\nThe queue stopped.\n\nNobody saw it.\n\nIt was late.\n'],
    ['where nothing is told', 'The weather is fine. There is a tree in the yard. The tree is green.'],
    ['where headings of its own stand as high as a section', `## Before\n\n${LOCK.slice(0, 3).join(' ')}\n\n## After\n\n${LOCK.slice(3).join(' ')}\n`],
    ['inside a fence', `\`\`\`\n${LOCK.join(' ')}\n\`\`\`\n`],
  ])('%s', (_, text) => {
    expect(titles(text).filter((title) => title.startsWith('Divide'))).toEqual([]);
  });
});

/** Labelled stories of the corpus as one paragraph: how many sentences come back under the label that their author gave them. */
test('the seams are where people put them, for three sentences in four and more', () => {
  let [right, all] = [0, 0];
  for (const [, text] of STORIES) {
    const sections = parseStory(text).tellings[0].sections;
    if (sections.length < 3 || sections.some(({ label }) => label === undefined)) continue;
    const told = sections.flatMap(({ role, sentences }) => sentences.map((sentence) => ({ role, words: text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ') })));
    const after = refactored(told.map(({ words }) => words).join(' '), 'Divide') ?? '';
    const place = parseStory(after).tellings[0].sections;
    for (const { role, words } of told) {
      all++;
      const found = place.find((section) => after.slice(section.start, section.end).includes(words));
      if (found?.role === role) right++;
    }
  }
  expect(right / all).toBeGreaterThan(0.75);
}, 30_000);

import { describe, expect, test } from 'vitest';
import { parseStory, TokenClass } from '../../server/src/story/index.js';

function tokensIn(text: string) {
  return parseStory(text).tellings[0].sections.flatMap((section) => section.sentences.flatMap(({ tokens }) => tokens));
}

/** The names of the classes a word of the sentence has. */
function classesOf(text: string, word: string): string[] {
  const token = tokensIn(text).find((candidate) => candidate.word === word);
  expect(token, `${word} in ${tokensIn(text).map((candidate) => candidate.word).join(' | ')}`).toBeDefined();
  return Object.entries(TokenClass).flatMap(([name, bit]) => (token!.classes & bit ? [name] : []));
}

describe('quantities and their kinds', () => {
  test.each([
    ['Errors fell by 45% at once.', '45%', 'percent'],
    ['Errors fell by 45 percent at once.', '45 percent', 'percent'],
    ['It took 450ms each.', '450ms', 'duration'],
    ['It took 20 minutes each.', '20 minutes', 'duration'],
    ['It took five minutes each.', 'five minutes', 'duration'],
    ['It took one week each.', 'one week', 'duration'],
    ['It cost $4,500 a month.', '$4,500', 'money'],
    ['It grew 3x in May.', '3x', 'times'],
    ['It ran twice a day.', 'twice', 'times'],
  ])('%s', (text, word, kind) => {
    expect(classesOf(text, word)).toEqual(expect.arrayContaining(['number', 'figure', kind]));
  });

  test.each([
    ['It rang at 3:25 in the night.', '3:25', ['number', 'clock']],
    ['It rang at 3 am that night.', '3 am', ['number', 'clock']],
    ['We joined in 2021 together.', '2021', ['number', 'date']],
    ['It was a SEV 2 incident.', '2', []],
    ['We saw 503 errors there.', '503', []],
    ['We moved to Python 3 then.', '3', []],
    ['The 100th deploy was fine.', '100th', []],
    ['Our p95 was bad.', 'p95', ['metric']],
  ])('no outcome: %s', (text, word, kinds) => {
    expect(classesOf(text, word)).toEqual(kinds);
  });

  test('an amount does not go on behind a full stop', () => {
    expect(tokensIn('I ran `timeout 5. minutes` there.').map(({ word }) => word)).toEqual(['i', 'ran', 'timeout', '5', 'minutes', 'there']);
  });
});

describe('words', () => {
  test('hyphens join two words of a pattern', () => {
    expect(tokensIn('A trade-off.').map(({ word }) => word)).toEqual(['a', 'trade', 'off']);
  });
  test('possessives lose their s, contractions do not', () => {
    expect(tokensIn("The customer's cart: it’s empty.").map(({ word }) => word)).toEqual(['the', 'customer', 'cart', "it's", 'empty']);
  });
  test('short quotations are marked, a story told in quotes is not', () => {
    expect(classesOf('They said "ops broke it" again.', 'ops')).toContain('quoted');
    expect(classesOf('"Ops broke it and I fixed it.', 'ops')).not.toContain('quoted');
  });
  test('inline code is code', () => {
    expect(classesOf('I set `max_conns` lower.', 'max_conns')).toContain('code');
  });
});

describe('slots', () => {
  test.each(['I moved [service] away.', 'I moved {{service}} away.', 'I moved TODO away.', 'I moved TBD away.', 'It fell XX% there.'])('%s', (text) => {
    expect(parseStory(text).tellings[0].sections[0]!.sentences[0]!.slots).toHaveLength(1);
  });
  test.each(['I read [the runbook](./runbook.md) twice.', '- [ ] a task to do', '- [x] a task done', 'An `array[0]` was empty.'])('no slot: %s', (text) => {
    expect(parseStory(text).tellings[0].sections[0]!.sentences[0]!.slots).toEqual([]);
  });
});

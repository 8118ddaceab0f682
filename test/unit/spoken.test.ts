import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../server/src/story/saidNumbers.js';
import { parseSpoken } from '../../server/src/story/spoken.js';

function saidIn(text: string): string[] {
  return parseSpoken(text).tellings[0].sections.flatMap(({ sentences }) => sentences.map(({ start, end }) => text.slice(start, end)));
}

describe('what was said, read as sentences', () => {
  test('dictation without punctuation is split where a clause of its own begins', () => {
    const dictated =
      'one monday eleven percent of the label requests failed and boxes were piling up in the depots i was on call and i got paged at six so first i looked at the traces and there were four thousand queries waiting for sixty connections';
    expect(saidIn(dictated)).toEqual([
      'one monday eleven percent of the label requests failed and boxes were piling up in the depots',
      'i was on call and i got paged at six',
      'so first i looked at the traces',
      'and there were four thousand queries waiting for sixty connections',
    ]);
  });

  test('what has punctuation keeps its sentences, and paragraphs end them', () => {
    expect(saidIn('I was on call. Then it broke\n\nso I looked')).toEqual(['I was on call.', 'Then it broke', 'so I looked']);
  });

  test('what was said is no Markdown and has no labels', () => {
    expect(saidIn('Result: it # works')).toEqual(['Result: it # works']);
  });

  test.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['a\0b', 'binary'],
    ['word '.repeat(50_000), 'too-large'],
  ])('%#: what cannot be read says so', (text, why) => {
    expect(parseSpoken(text).notAStory).toBe(why);
  });
});

describe('numbers', () => {
  test.each([
    ['four percent', [4]],
    ['4%', [4]],
    ['zero point two percent', [0.2]],
    ['five fifty two am', [5, 52]],
    ['5:52 am', [5, 52]],
    ['twenty six minutes', [26]],
    ['four thousand', [4000]],
    ['4,000', [4000]],
    ['one point two million', [1_200_000]],
    ['1.2 million', [1_200_000]],
    ['three hundred ten', [310]],
    ['10k', [10_000]],
    ['twice', [2]],
  ])('"%s" is the same said and written', (said, numbers) => {
    expect(numbersIn(said.split(' '))).toEqual(numbers);
  });
});

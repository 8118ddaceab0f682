import { describe, expect, test } from 'vitest';
import { MOST_CHARACTERS, MOST_LINES } from '../../server/src/story/bounds.js';
import { parseStory } from '../../server/src/story/index.js';
import { readMarkdown } from '../../server/src/story/markdown.js';
import { SHAPES } from '../torture/shapes.js';
import { timesOf } from '../torture/stages.js';

const SIZE = 50_000;

/** In milliseconds, for what takes at most one second on a slow machine: a guard against hanging, and no measurement. */
const HANGS = 20_000;

describe(`hostile texts of ${SIZE.toLocaleString('en')} characters are done with, and nothing throws`, () => {
  test.each(Object.entries(SHAPES))('%s', (_, shape) => {
    timesOf(shape(SIZE));
  }, HANGS);
});

describe('what no story can be is not read', () => {
  test.each([
    ['too many characters', 'a'.repeat(MOST_CHARACTERS + 1)],
    ['too many lines', 'a\r\n'.repeat(MOST_LINES)],
  ])('%s', (_, text) => {
    expect(parseStory(text).notAStory).toBe('too-large');
    expect(parseStory(text.slice(0, -3)).notAStory).not.toBe('too-large');
  });
});

describe('too many marks are prose, and the text stays where it is', () => {
  const proseOf = (text: string): string[] => readMarkdown(text).blocks.map(({ prose }) => prose.trim());

  test('in a paragraph; other paragraphs and a fence keep theirs', () => {
    const tangle = '**a '.repeat(600).trimEnd();
    const [first, second, last] = readMarkdown(`*One.*\n\n${tangle}\n\`\`\`js\ncode\n\`\`\`\n\n\`Two\`.\n`).blocks;
    expect([first!.strong.length, second!.strong.length, last!.code.length]).toEqual([1, 0, 1]);
    expect(second!.prose).toBe(tangle);
  });

  test('quotes and lists that are deeper than a person nests them', () => {
    expect(proseOf(`${'> '.repeat(30)}It was late.`)).toEqual([expect.stringMatching(/^(?:> )+It was late\.$/)]);
    expect(proseOf(`${'- '.repeat(12)}It was late.`)).toEqual(['It was late.']);
  });
});

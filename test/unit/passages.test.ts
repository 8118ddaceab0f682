import { describe, expect, test } from 'vitest';
import { readMarkdown, readWhole } from '../../server/src/story/markdown.js';
import { awkwardLines, jumble } from '../fuzz/awkward.js';
import { dice } from './dice.js';

describe('Markdown that is read passage by passage is read as in one go', () => {
  test.each([
    ['lines that are awkward beside each other', awkwardLines],
    ['pieces of inline markup', jumble],
  ])('in 1,500 texts made of %s', (_, textOf) => {
    for (let seed = 0; seed < 1500; seed++) {
      const text = textOf(dice(seed * 7919));
      expect([text, JSON.stringify(readMarkdown(text))]).toEqual([text, JSON.stringify(readWhole(text))]);
    }
  });
});

import { describe, expect, test } from 'vitest';
import { readMarkdown, readWhole } from '../../server/src/story/markdown.js';
import { StoryMemory } from '../../server/src/story/memory.js';
import { awkwardLines, BREAKS, jumble, LINES } from '../fuzz/awkward.js';
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

describe('a text that was divided before is divided around a change only', () => {
  test('in 400 texts, three changes each, into the same as if it were new', () => {
    for (let seed = 0; seed < 400; seed++) {
      const memory = new StoryMemory();
      const roll = dice(seed * 104_729 + 1);
      let text = awkwardLines(dice(seed * 31));
      for (let change = 0; change <= 3; change++) {
        memory.begin();
        const { yaml, blocks, comments } = readMarkdown(text, memory);
        expect([text, JSON.stringify({ yaml, blocks, comments })]).toEqual([text, JSON.stringify(readMarkdown(text))]);
        const at = roll(text.length + 1);
        text = text.slice(0, at) + (roll(3) === 0 ? BREAKS[roll(BREAKS.length)]! : roll(3) === 0 ? '' : LINES[roll(LINES.length)]!) + text.slice(at + roll(4));
      }
    }
  });
});

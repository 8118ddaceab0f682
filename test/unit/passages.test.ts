import { describe, expect, test } from 'vitest';
import { readMarkdown, readWhole } from '../../server/src/story/markdown.js';
import { StoryMemory } from '../../server/src/story/memory.js';
import { dice } from './dice.js';

const LINES = [
  'I moved the queue.', 'It was late, and **nobody** knew why.', '**Situation:** We had `one` region.', 'Result: 40 % fewer pages', '## Action', '### Root cause #2', '# One #', '#no heading', '####### seven',
  '- I read the log', '- **Then** I asked', '-', '- ', '- - twice', '1. First', '2) Second', '14. Later', '+ plus', '* star', '  - deeper', '  and on', '\tand on', '    code()', '> quoted', '> - quoted item', '> ```', '>',
  '```', '```js', '````', '~~~', '   ```', '  ```', '``` a`b', '- ```', '---', '***', '===', '--- ', '- ---', '<!-- note -->', '<!-- open', 'it ends --> here', '  <!-- in', '<div>', '</div>', '<a href="x">', '<b>bold</b>', '<pre>', '</pre>', '<?php', '?>', '<!X', '<![CDATA[', ']]>',
  '[slot] is open', '[a](b)', '![a](b)', '[x] done', '[a]', '[a]: /b', '[ref][a]', 'a * b * c', '*one* and _two_', 'snake_case and _x', '__init__', 'a_', '**bold**er', '**A:**b', '**two **x', '(**in**)', '***all***', '**a*b**', '`` two ` ``', '`a', '`a``', '`**a**` and **b**', 'p99 < 200 ms', 'a<b', 'a <b', 'R&D &amp; Q', 'A & B', 'a\\*b', 'end\\', 'spaces  ', 'ends in tab\t', 'tab\tinside', 'x | y', '"Quoted," she said', '2024 was hard', '2024. was hard', '$5 a day', '~5 %', '~~gone~~', 'https://a_b.example/c', 'é', '😀 done', '我们', 'a\u2028b', '\u00a0', '\u00a0x', '\f', 'x\u00a0', '=', '= x', '-x', '--', '–', '(a)', '[', ']', ']: x', '&#35;', '\\', '#', '# ', '##\tTab', '## Closed ##', '## C#', '## `code` and **bold**', '## a  ',
];
const BREAKS = ['\n', '\n', '\n\n', '\n\n', '\n\n\n', '\n \n', '\n\t\n'];

/** A text of such lines, with one kind of line ending, and now and then front matter or a byte order mark. */
function sample(seed: number): string {
  const roll = dice(seed);
  let text = '';
  for (let lines = 1 + roll(9); lines > 0; lines--) text += LINES[roll(LINES.length)]! + BREAKS[roll(BREAKS.length)]!;
  if (roll(3) === 0) text = text.trimEnd();
  if (roll(6) === 0) text = `---${['', ' '][roll(2)]!}\n${['title: a\n', '', '- x\n\n'][roll(3)]!}${['---', '--- ', '...', '----'][roll(4)]!}\n${text}`;
  if (roll(8) === 0) text = `\ufeff${text}`;
  return text.replaceAll('\n', ['\n', '\n', '\r\n', '\r'][roll(4)]!);
}

/** The pieces that inline markup is made of, in any order. */
const PIECES = ['a', 'b ', 'I ', '`', '`', '*', '**', '_', '[', ']', '(', ')', '<', '>', '&', '\\', '!', '~', '# ', '- ', '1. ', '"', ':', '.', ',', ' ', '  ', '\n', '\n', '\n\n', 'é', '—', '😀', '\u00a0', '\t', '=', '---', '@', 'x/', 'amp;', '2', '“'];

function jumble(seed: number): string {
  const roll = dice(seed);
  let text = '';
  for (let pieces = 3 + roll(14); pieces > 0; pieces--) text += PIECES[roll(PIECES.length)]!;
  return text;
}

describe('Markdown that is read passage by passage is read as in one go', () => {
  test.each([
    ['lines that are awkward beside each other', sample],
    ['pieces of inline markup', jumble],
  ])('in 1,500 texts made of %s', (_, textOf) => {
    for (let seed = 0; seed < 1500; seed++) {
      const text = textOf(seed * 7919);
      expect([text, JSON.stringify(readMarkdown(text))]).toEqual([text, JSON.stringify(readWhole(text))]);
    }
  });
});

describe('a text that was divided before is divided around a change only', () => {
  test('in 400 texts, three changes each, into the same as if it were new', () => {
    for (let seed = 0; seed < 400; seed++) {
      const memory = new StoryMemory();
      const roll = dice(seed * 104_729 + 1);
      let text = sample(seed * 31);
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

import { pick, type Roll } from './roll.js';

/** Lines of Markdown that are awkward beside each other. */
export const LINES = [
  'I moved the queue.', 'It was late, and **nobody** knew why.', '**Situation:** We had `one` region.', 'Result: 40 % fewer pages', '## Action', '### Root cause #2', '# One #', '#no heading', '####### seven',
  '- I read the log', '- **Then** I asked', '-', '- ', '- - twice', '1. First', '2) Second', '14. Later', '+ plus', '* star', '  - deeper', '  and on', '\tand on', '    code()', '> quoted', '> - quoted item', '> ```', '>',
  '```', '```js', '````', '~~~', '   ```', '  ```', '``` a`b', '- ```', '---', '***', '===', '--- ', '- ---', '<!-- note -->', '<!-- open', 'it ends --> here', '  <!-- in', '<div>', '</div>', '<a href="x">', '<b>bold</b>', '<pre>', '</pre>', '<?php', '?>', '<!X', '<![CDATA[', ']]>',
  '[slot] is open', '[a](b)', '![a](b)', '[x] done', '[a]', '[a]: /b', '[ref][a]', 'a * b * c', '*one* and _two_', 'snake_case and _x', '__init__', 'a_', '**bold**er', '**A:**b', '**two **x', '(**in**)', '***all***', '**a*b**', '`` two ` ``', '`a', '`a``', '`**a**` and **b**', 'p99 < 200 ms', 'a<b', 'a <b', 'R&D &amp; Q', 'A & B', 'a\\*b', 'end\\', 'spaces  ', 'ends in tab\t', 'tab\tinside', 'x | y', '"Quoted," she said', '2024 was hard', '2024. was hard', '$5 a day', '~5 %', '~~gone~~', 'https://a_b.example/c', 'é', '😀 done', '我们', 'a\u2028b', '\u00a0', '\u00a0x', '\f', 'x\u00a0', '=', '= x', '-x', '--', '–', '(a)', '[', ']', ']: x', '&#35;', '\\', '#', '# ', '##\tTab', '## Closed ##', '## C#', '## `code` and **bold**', '## a  ',
];
export const BREAKS = ['\n', '\n', '\n\n', '\n\n', '\n\n\n', '\n \n', '\n\t\n'];

/** A text of such lines, with one kind of line ending, and now and then front matter or a byte order mark. */
export function awkwardLines(roll: Roll): string {
  let text = '';
  for (let lines = 1 + roll(9); lines > 0; lines--) text += pick(roll, LINES) + pick(roll, BREAKS);
  if (roll(3) === 0) text = text.trimEnd();
  if (roll(6) === 0) text = `---${pick(roll, ['', ' '])}\n${pick(roll, ['title: a\n', '', '- x\n\n'])}${pick(roll, ['---', '--- ', '...', '----'])}\n${text}`;
  if (roll(8) === 0) text = `\ufeff${text}`;
  return text.replaceAll('\n', pick(roll, ['\n', '\n', '\r\n', '\r']));
}

/** The pieces that inline markup is made of, in any order. */
const PIECES = ['a', 'b ', 'I ', '`', '`', '*', '**', '_', '[', ']', '(', ')', '<', '>', '&', '\\', '!', '~', '# ', '- ', '1. ', '"', ':', '.', ',', ' ', '  ', '\n', '\n', '\n\n', 'é', '—', '😀', '\u00a0', '\t', '=', '---', '@', 'x/', 'amp;', '2', '“'];

export function jumble(roll: Roll): string {
  let text = '';
  for (let pieces = 3 + roll(14); pieces > 0; pieces--) text += pick(roll, PIECES);
  return text;
}

import { describe, expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { review } from '../../server/src/review/index.js';
import { LineIndex, parseStory } from '../../server/src/story/index.js';

const STORY = [
  '# A night with the queue 🚦',
  '',
  '## Situation',
  'I worked on the *dispatch* service &amp; its `queue`. One\\* night it stopped. We had “errors” [here](http://x.y/a_b).',
  'It hurt. It went on. Nobody slept.',
  '',
  '## Action',
  '> - We fixed it 👩‍🚒 and handled the rest.',
  '> - We improved things.',
  '',
  '## Result',
  'It got better.',
].join('\n');

/** Every piece the review points at, as text; the same whatever stands before it and however lines end. */
function pieces(text: string): string[] {
  const story = parseStory(text);
  const { tellings } = review(story, builtinRubric());
  const sentences = story.tellings[0].sections.flatMap((section) => section.sentences);
  const ranges = [...sentences, ...sentences.flatMap(({ tokens }) => tokens), ...tellings[0].findings.map(({ range }) => range), ...tellings[0].beats.flatMap(({ evidence }) => evidence.map(({ range }) => range))];
  return ranges.map(({ start, end }) => text.slice(start, end).replace(/\r\n|\r/g, '\n'));
}

describe('ranges name the same text', () => {
  const expected = pieces(STORY);
  test('and there are some', () => expect(expected.length).toBeGreaterThan(40));
  test.each([
    ['CRLF', STORY.replaceAll('\n', '\r\n')],
    ['lone CR', STORY.replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${STORY}`],
    ['front matter', `---\nstar: 1\n---\n${STORY}`],
    ['front matter and CRLF', `---\nstar: 1\n---\n${STORY}`.replaceAll('\n', '\r\n')],
    ['a comment with emoji', `<!-- 👩‍🚒 é 漢字 -->\n\n${STORY}`],
  ])('under %s', (_, text) => {
    expect(pieces(text)).toEqual(expected);
  });
});

describe('lines and characters', () => {
  const text = 'a\r\nb😀c\rd\u2028e\n';
  const lines = new LineIndex(text);
  test.each([
    ['a', 0, 0],
    ['b', 1, 0],
    ['c', 1, 3],
    ['d', 2, 0],
    ['e', 2, 2],
  ])('%s stands on line %i at %i', (letter, line, character) => {
    expect(lines.positionAt(text.indexOf(letter))).toEqual({ line, character });
    expect(text[lines.offsetAt({ line, character })]).toBe(letter);
  });
  test('a character past the end of a line is held to it', () => {
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(1);
    expect(lines.offsetAt({ line: 99, character: 0 })).toBe(text.length);
  });
});

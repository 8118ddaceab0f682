import { describe, expect, test } from 'vitest';
import { hiding } from '../../server/src/bank/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { reviewAnswer } from '../../server/src/service/answers/index.js';
import { reviewedStory } from '../../server/src/service/index.js';
import { parseStory, StoryMemory } from '../../server/src/story/index.js';
import type { Story } from '../../server/src/story/types.js';
import { visibleText } from '../../server/src/story/visible.js';
import { STRONG } from './reviewing.js';

describe('an entity in a heading is what a page shows', () => {
  test.each([
    ['# Story &eacute;t&eacute;', 'Story été'],
    ['# R&amp;D &#233;&#xE9; &copy;', 'R&D éé ©'],
    ['A&nbsp;week&NewLine;off\n===', 'A week off'],
    ['# \\&amp; and `a&amp;b` and &foo; and &#0;', '&amp; and a&amp;b and &foo; and \ufffd'],
  ])('%s', (heading, title) => {
    expect(parseStory(`${heading}\n\nI did it.\n`).title?.value).toBe(title);
  });

  test('of a section, a framing and a bold label; their places are those of the text', () => {
    const text = '## Result &amp; impact\n\nIt was fast.\n\n## Framing: N&oacute;rth\n\n**Result &amp; learning:** It was calm.\n';
    const { tellings } = parseStory(text);
    const labels = tellings.map(({ title, label, sections }) => [title, label?.text, ...sections.map((section) => section.label?.text)]);
    expect(labels).toEqual([[undefined, undefined, 'Result & impact'], ['Nórth', 'Framing: Nórth', 'Result & learning']]);
    const { start, end } = tellings[1]!.label!;
    expect(text.slice(start, end)).toBe('## Framing: N&oacute;rth');
  });

  test('a text that is read on from another shows the same', () => {
    const memory = new StoryMemory();
    const text = '# One\n\nI did it.\n\n## Result &amp; impact\n\nIt was fast.\n';
    parseStory(text, memory);
    const moved = text.replace('I did it.', 'I did it, and more.\n\nMuch more.');
    const labels = ({ tellings }: Story) => tellings[0].sections.map(({ label }) => label);
    expect(labels(parseStory(moved, memory))).toEqual(labels(parseStory(moved)));
    expect(labels(parseStory(moved)).at(-1)?.text).toBe('Result & impact');
  });

  test('a name in it is hidden from agents as a whole', () => {
    const text = STRONG.replace(/^# .*$/m, '# The queue at N&oacute;rth');
    expect(text).not.toBe(STRONG);
    const story = parseStory(text);
    const reviewed = reviewedStory({ uri: 'a', version: null }, story, builtinRubric(), { defaults: { confidentialTerms: ['Nórth'] } });
    expect(reviewAnswer(reviewed, 'a', hiding(story, ['Nórth'])).story.title).toMatch(/^The queue at (?!.*rth)/);
  });
});

test('notes on a card show entities as the page does', () => {
  expect(visibleText('Caf&eacute; &amp; `a&amp;b` \\&amp; &lt;b&gt;')).toBe('Café & a&amp;b &amp; <b>');
});

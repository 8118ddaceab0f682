import { expect, test } from 'vitest';
import { bankStory, Compact } from '../../server/src/bank/index.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';

const rubric = builtinRubric();
const told = (title: string) => bankStory('file:///one.star.md', review(parseStory(`# ${title}\n\n## Action\n\nI owned the fix and I rolled it back within a minute.\n`), rubric), rubric);

test('a story made small says the same', () => {
  const story = told('A title that is cut from a long text');
  expect(new Compact().story(story)).toEqual(story);
});

test('what many stories have is kept once', () => {
  const compact = new Compact();
  const [one, other] = [compact.story(told('One')), compact.story(told('Other'))];
  expect(other.tellings[0].heard).toBe(one.tellings[0].heard);
});

import { describe, expect, test } from 'vitest';
import { offers, texts } from './offering.js';

const asI = (sentence: string): string[] => texts(`‸${sentence}`, 'Say "I');

describe('"we" as "I", for the person to choose', () => {
  test.each([
    ['We moved the queue to the new cluster.', 'I moved the queue to the new cluster.'],
    ['Then we moved the queue.', 'Then I moved the queue.'],
    ["We'd moved the queue before lunch.", "I'd moved the queue before lunch."],
    ["We've moved the queue by ourselves.", "I've moved the queue by myself."],
    ["We're asked to move the queue.", "I'm asked to move the queue."],
    ['We were asked to move the queue.', 'I was asked to move the queue.'],
    ['We built our own queue so that we could sleep.', 'I built my own queue so that we could sleep.'],
    ['We asked them to lend us their queue.', 'I asked them to lend us their queue.'],
  ])('%s', (before, after) => {
    expect(asI(before)).toEqual([after]);
  });
  test('the one under the cursor', () => {
    expect(texts('We found the leak, and ‸we patched the decoder.', 'Say "I')).toEqual(['We found the leak, and I patched the decoder.']);
  });
  test.each([
    ['several people are needed', 'We agreed on a date.'],
    ['it was done together', 'We rebuilt the queue together.'],
    ['a later verb belongs to "we"', 'We moved the queue and were done by noon.'],
    ['it befell the team', 'We went from two releases a month to nine.'],
    ['somebody else says it', 'The vendor said we broke the queue.'],
    ['it is quoted', 'He wrote "we moved the queue" in the channel.'],
    ['a slot is still to be filled', 'We moved [what].'],
  ])('but not where %s', (_, sentence) => {
    expect(asI(sentence)).toEqual([]);
  });
});

test('or the part of the person before what the team did', () => {
  expect(texts('‸We moved the queue.', 'Say your part')).toEqual(['I [proposed it / led it / did a part of it], and we moved the queue.']);
  expect(texts('I wrote the plan, and ‸we moved the queue.', 'Say your part')).toEqual([]);
});

test('or after it, unless that is written already', () => {
  const [after] = texts('We moved ‸the queue. It was late.', 'Add: My part');
  expect(after).toMatch(/^We moved the queue\. My part was \[[^\]]+\].* It was late\.$/);
  expect(texts('We moved ‸the queue. My part was [what you did yourself].', 'Add: My part')).toEqual([]);
});

test('a title shows what will be said, and leaves it to the person', () => {
  expect(offers('‸We first moved the queue.').map(({ title }) => title)).toContain('Say "I first moved …" if that was you');
});

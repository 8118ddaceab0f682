import { describe, expect, test } from 'vitest';
import { sentencesOf } from './story.js';

/** `|` marks where a sentence ends and the next begins. */
describe('sentences', () => {
  test.each([
    'We saw p95 vs. p99 diverge.| Then it stopped.',
    'It was job No. 3 in the list.| I read it.',
    'At 2:47 a.m. the pager rang.| I woke up.',
    'It rang at 3 a.m.| I woke up.',
    'It took approx. 40 minutes.| Nobody slept.',
    'The Node.js service restarted.| Twice.',
    'We ran v2.3.1 in production.| It leaked.',
    'I asked "why now?" and nobody knew.| So I looked.',
    '"It is the cache."| That was the guess.',
    'Use a queue, e.g. Kafka, for that.| We did.',
    'Queues, topics, etc. were new to us.| I learned.',
    'What broke?| The pool did!| All of it.',
    'It failed (again.)| I rolled back.',
    'We waited... and waited.| Then it came back.',
    'It was slow…| Very slow.',
    'Rows went from 1.5 to 3.2 million.| The index did not fit.',
    'It ended without a full stop',
    'The fix was simple.| we shipped it.',
    'J. Smith asked for it.| I agreed.',
  ])('%s', (marked) => {
    expect(sentencesOf(marked.replaceAll('|', ''))).toEqual(marked.split('|').map((sentence) => sentence.trim()));
  });

  test('each item of a list is one', () => {
    expect(sentencesOf('- read the logs\n- found the leak. Fixed it.\n  - added a test\n')).toEqual(['read the logs', 'found the leak.', 'Fixed it.', 'added a test']);
  });
  test('markup, links and code do not break them', () => {
    expect(sentencesOf('I read **the docs** at [a page](http://x.y/z.html?a=b.c). Then `kill -9. Now` ran.')).toEqual([
      'I read **the docs** at [a page](http://x.y/z.html?a=b.c).',
      'Then `kill -9. Now` ran.',
    ]);
  });
});

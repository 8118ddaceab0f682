import { describe, expect, test } from 'vitest';
import { cuesOf, cueTimes, timelineOf } from '../../server/src/rehearse/index.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';
import { STRONG } from './reviewing.js';

const rubric = builtinRubric();

function rehearsed(text: string, telling = 0) {
  const reviewed = review(parseStory(text), rubric);
  const told = reviewed.tellings[telling]!;
  return { told, cues: cuesOf(reviewed, told, rubric), timeline: (target: number) => timelineOf(told, target, rubric) };
}

describe('cues', () => {
  test('are five, in the order told, cut from the sentences that say what matters', () => {
    expect(rehearsed(STRONG).cues.map(({ role, text }) => `${role}: ${text}`)).toMatchInlineSnapshot(`
      [
        "task: I was responsible for finding the cause and for a fix",
        "action: The root cause was a composite index that the migration had dropped",
        "action: I chose the rebuild over replicas because it was reversible within minutes",
        "action: I wrote the change as two steps",
        "result: Search at the peak went from 9 seconds to 300 ms",
      ]
    `);
  });

  test('are at most a dozen words that stand in the story, one after the other', () => {
    const flat = STRONG.replace(/\s+/g, ' ');
    for (const { text, range } of rehearsed(STRONG).cues) {
      expect(flat).toContain(text);
      expect(text.split(' ').length).toBeLessThanOrEqual(12);
      expect(STRONG.slice(range!.start, range!.end).replace(/\s+/g, ' ')).toContain(text);
    }
  });

  test('of a framing are cut from its own sentences, for the person\'s own were written for another Action', () => {
    const both = `${STRONG}\n## Cues\n\n- 40 hotels\n\n## Framing: Care for the pager\n\n### Action\n\nI removed every alert that nobody had acted on.\n`;
    expect(rehearsed(both).cues.map(({ text }) => text)).toEqual(['40 hotels']);
    expect(rehearsed(both, 1).cues.map(({ text }) => text)).toContain('I removed every alert that nobody had acted on');
  });

  test('are cut even from a sentence that never ends', () => {
    const long = `## Situation\n\nA queue was stuck.\n\n## Action\n\n${'I moved 3 of the queues, because the disk was full, and '.repeat(2000)}I slept.\n`;
    for (const { text } of rehearsed(long).cues) expect(text.split(' ').length).toBeLessThanOrEqual(12);
  });

  test('are the person\'s own where there are any', () => {
    const { cues } = rehearsed(`${STRONG}\n## Cues\n\n- 40 hotels, every evening\n- the **dropped** index\n`);
    expect(cues).toEqual([
      { role: 'body', text: '40 hotels, every evening' },
      { role: 'body', text: 'the dropped index' },
    ]);
  });

  test('a framing has cues of its own', () => {
    const framed = `${STRONG}\n## Framing: The check\n\n### Action\n\nI wrote a check that blocks a migration which drops an index still in use.\n\n## Cues\n\n- the main telling's\n`;
    expect(rehearsed(framed, 1).cues.map(({ text }) => text)).toContain('I wrote a check that blocks a migration');
  });

  test('under a framing are its own, and the file keeps those that stand outside of it', () => {
    const framed = `${STRONG}\n## Framing: The check\n\n### Action\n\nI wrote a check.\n\n### Cues\n\n- a check\n- an index in use\n\n## Cues\n\n- 40 hotels\n`;
    expect(rehearsed(framed, 1).cues.map(({ text }) => text)).toEqual(['a check', 'an index in use']);
    expect(rehearsed(framed).cues.map(({ text }) => text)).toEqual(['40 hotels']);
    expect(rehearsed(framed.slice(0, framed.indexOf('## Cues\n\n- 40'))).cues.map(({ text }) => text)).not.toContain('a check');
  });

  test('of the file are taken over by a framing that takes over its Action', () => {
    const framed = `${STRONG}\n## Framing: The lesson\n\n### Learning\n\nI learned to ask for the plan of a query.\n\n## Cues\n\n- 40 hotels\n`;
    expect(rehearsed(framed, 1).cues.map(({ text }) => text)).toEqual(['40 hotels']);
  });

  test.each([
    ['at a comma, without the word that joins', 'I looked at four dashboards for most of that long evening, and then I found that the composite index was gone.', 'I found that the composite index was gone'],
    ['without half of a pair of quotation marks', 'The ticket said “search is slow for every hotel in the north, and the guests are waiting at the desk”.', 'The ticket said search is slow for every hotel in the north'],
    ['without markup and addresses', 'I **added** an [alert](https://example.test/a) on slow lookups.', 'I added an alert on slow lookups'],
  ])('are cut %s', (_, sentence, cue) => {
    expect(rehearsed(`## Situation\n\nSearch failed.\n\n## Action\n\n${sentence}\n\n## Result\n\nIt works.\n`).cues.map(({ text }) => text)).toContain(cue);
  });

  test('a sentence that is still to be filled in is no cue, and an empty story has none', () => {
    expect(rehearsed('## Action\n\nI chose [option] over [other option].\n').cues).toEqual([]);
    expect(rehearsed('').cues).toEqual([]);
  });
});

describe('a timeline', () => {
  test('fits a telling that is too long to its target, each part in proportion', () => {
    const { stretches, milestones } = rehearsed(STRONG).timeline(60);
    expect(stretches.map(({ title, from, to }) => `${title} ${from}-${to}`)).toMatchInlineSnapshot(`
      [
        "Situation 0-8",
        "Task 8-11",
        "Action 11-48",
        "Result 48-54",
        "Learning 54-60",
      ]
    `);
    expect(stretches.at(-1)!.to).toBe(60);
    expect(milestones).toEqual([30, 48, 60]);
  });

  test('leaves a shorter telling its own times', () => {
    const { told, timeline } = rehearsed(STRONG);
    expect(timeline(300).stretches.at(-1)!.to).toBe(told.timing.seconds);
  });

  test('divides a story without labels where its evidence shows the seams', () => {
    const prose = STRONG.replace(/^#.*\n/gm, '');
    expect(rehearsed(prose).timeline(90).stretches.map(({ title }) => title)).toContain('Action');
  });

  test('a story without an Action, and one without anything, have what there is', () => {
    expect(rehearsed('## Situation\n\nSearch failed every evening.\n').timeline(90).stretches).toEqual([{ role: 'situation', title: 'Situation', from: 0, to: 2 }]);
    expect(rehearsed('').timeline(90).stretches).toEqual([]);
  });

  test('says when each cue should begin', () => {
    const { cues, told, timeline } = rehearsed(STRONG);
    const times = cueTimes(cues, told, timeline(60));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(60);
  });
});

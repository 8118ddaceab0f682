import { describe, expect, test } from 'vitest';
import { offers, texts } from './offering.js';

/** Long enough that any seam is worth a full stop. */
const TAIL = ' over the whole of the following week until every one of the nine depots had gone back to its usual hours';
const split = (sentence: string): string[] => texts(`## Action\n\n‸${sentence}${TAIL}.\n`, 'Split').map((after) => after.slice('## Action\n\n'.length, -TAIL.length - 2));

describe('a long sentence is split at a seam', () => {
  test.each([
    ['I read the worker logs of that night, and I restarted the ferry planner', 'I read the worker logs of that night. I restarted the ferry planner'],
    ['I read the worker logs of that night, and then I restarted the planner', 'I read the worker logs of that night. Then I restarted the planner'],
    ['I read the worker logs of that night, and restarted the ferry planner', 'I read the worker logs of that night. I restarted the ferry planner'],
    ['We read the worker logs of that night, and then restarted the planner', 'We read the worker logs of that night. Then we restarted the planner'],
    ['The gate scanner dropped every third ticket, so I moved the crews', 'The gate scanner dropped every third ticket. So I moved the crews'],
    ['The gate scanner dropped every third ticket, but nobody had told the crews', 'The gate scanner dropped every third ticket. But nobody had told the crews'],
    ['The gate scanner dropped every third ticket; the crews had to count by hand', 'The gate scanner dropped every third ticket. The crews had to count by hand'],
    ['The gate scanner dropped every third ticket - we counted the guests by hand', 'The gate scanner dropped every third ticket. We counted the guests by hand'],
    ['I moved the counting to the second gate, which meant that the crews stood in the rain', 'I moved the counting to the second gate. That meant that the crews stood in the rain'],
    ['The crews counted the guests by hand because the scanner had lost its map', 'The crews counted the guests by hand. That was because the scanner had lost its map'],
    ['When the gate scanner stopped, I woke the crews, and we went to the gates', 'When the gate scanner stopped, I woke the crews. We went to the gates'],
  ])('%s', (before, after) => {
    expect(split(before)).toContain(after);
  });
});

describe('nothing is split where', () => {
  test.each([
    ['a list of deeds would lose its end', 'I read the worker logs, restarted the ferry planner, and moved the crews'],
    ['the first part is no sentence', 'When the gate scanner stopped in the rain, and the crews were away, the guests left'],
    ['the verb has another subject', 'The scanner that I had bought read the tickets, and dropped every third one'],
    ['the verb needs its "had"', 'I had read the worker logs of that night, and written a note'],
    ['"so that" gives the purpose', 'I moved the counting to the second gate, so that the crews were dry'],
    ['"which" is about the last word', 'I moved the counting to the second gate, which was the one with a roof'],
    ['the words are quoted', 'I read the note "the scanner dropped every third ticket, so we moved the crews"'],
    ['the words are in brackets', 'I moved the counting (the scanner dropped every third ticket, so we were blind)'],
    ['a slot is still to be filled', 'I moved the counting to [where], and I restarted the ferry planner'],
    ['it is code', 'I ran the job with `the planner was down for a day, so we moved the crews`'],
  ])('%s', (_, sentence) => {
    expect(split(sentence)).toEqual([]);
  });
  test('the sentence is short', () => {
    expect(texts('I read ‸the logs of the ferry planner, and I restarted it.', 'Split')).toEqual([]);
  });
  test('a beat would be heard no longer', () => {
    const choice = 'I ‸chose a second gate over a faster scanner for the nine depots of the harbour line, because it was there within a day, and the cost of that was two more people at night.';
    expect(texts(`## Action\n\n${choice}\n`, 'Split').filter((after) => after.includes('harbour line. That was because'))).toEqual([]);
  });
});

test('the profile says how long a sentence may be', () => {
  const sentence = 'I ‸read the logs of the planner that night, and I restarted it before the first ferry had left the harbour for the northern islands at five.';
  expect(texts(sentence, 'Split', 'balanced+esl')).toHaveLength(1);
  expect(texts(sentence.replace(' for the northern islands at five', ''), 'Split', 'balanced+esl')).toEqual([]);
});

test('each choice shows the words around its seam, at most three of them', () => {
  const chain = 'The fair was in its second week and I lived beside the harbour; the planner stood in my kitchen, but I had no key for it, so the crew waited in the rain, and I rang the night porter of the ferry line.';
  const titles = offers(`## Situation\n\n‸${chain}\n`).filter(({ title }) => title.startsWith('Split')).map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(1);
  expect(titles.length).toBeLessThanOrEqual(3);
  expect(titles).toContain('Split the sentence: "… for it. So the crew …"');
});

test('a line break, a block quote and bold text stay what they are', () => {
  const quoted = `> I **read the worker logs** of that ‸night,\r\n> and I restarted the ferry planner${TAIL}.\r\n`;
  expect(texts(quoted, 'Split')).toEqual([`> I **read the worker logs** of that night.\r\n> I restarted the ferry planner${TAIL}.\r\n`]);
});

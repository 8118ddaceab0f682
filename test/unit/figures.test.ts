import { describe, expect, test } from 'vitest';
import { parseStory } from '../../server/src/story/index.js';
import { offers, texts } from './offering.js';

describe('a figure that is only about so', () => {
  test.each([
    ['Errors fell by ‸40%.', 'Errors fell by about 40%.'],
    ['The import took ‸9 minutes.', 'The import took about 9 minutes.'],
    ['Errors fell from 12% to ‸3%.', 'Errors fell from 12% to about 3%.'],
    ['The queue held ‸4,000 orders.', 'The queue held about 4,000 orders.'],
  ])('%s', (before, after) => {
    expect(texts(`## Result\n\n${before}`, 'Say "about').map((text) => text.slice(11))).toEqual([after]);
  });
  test.each([
    'Errors fell by about ‸40%.',
    'Errors fell by ~‸40%.',
    'The ‸40% drop was real.',
    'It was a ‸9-minute import.',
    'The import took ‸3 to 5 minutes.',
    'It reached ‸100% of the depots.',
    'I cut the timeout to ‸2 seconds.',
    'It came back on ‸2021-03-02.',
    'It came back at ‸3:25.',
    'It returned `‸503` for a day.',
    'We have ‸7 depots.',
  ])('nothing for %s', (sentence) => {
    expect(texts(`## Result\n\n${sentence}`, 'Say "about')).toEqual([]);
  });
});

describe('a figure that the person does not have', () => {
  test.each([
    ['Errors fell by ‸40% in a month.', 'Errors fell markedly in a month. I do not have the exact figure.'],
    ['Errors fell from 12% to ‸3%.', 'Errors fell markedly. I do not have the exact figure.'],
    ['The import is ‸40% faster now.', 'The import is markedly faster now. I do not have the exact figure.'],
  ])('%s', (before, after) => {
    expect(texts(`## Result\n\n${before}`, 'Say "').filter((text) => text.includes('markedly')).map((text) => text.slice(11))).toEqual([after]);
  });
  test.each([
    'Errors went from 12% to ‸3%.',
    'Errors fell by ‸40%, which saved €900.',
    'The goal was to cut errors by ‸40%.',
    'The crew fell by ‸two thirds.',
  ])('nothing for %s', (sentence) => {
    expect(offers(`## Result\n\n${sentence}`).filter(({ after }) => after.includes('markedly'))).toEqual([]);
  });
});

const record = (marked: string): string[] => texts(marked, 'Record in metrics');
const RESULT = 'Over the next six weeks, errors fell from about 12% to ‸3%.';
const SAID = 'before: "12%", after: "3%", window: "next six weeks", confidence: approximate, source: "[where the figure is from]"';
const METRIC = `{ name: "[what]", ${SAID} }`;

describe('a figure goes into the front matter', () => {
  const told = RESULT.replace('‸', '');
  test.each([
    ['that is made for it', '', `---\nmetrics:\n  - ${METRIC}\n---\n\n`],
    ['after the other keys', '---\ntitle: "A: b" # mine\n---\n', `---\ntitle: "A: b" # mine\nmetrics:\n  - ${METRIC}\n---\n`],
    ['that is empty', '---\n---\n', `---\nmetrics:\n  - ${METRIC}\n---\n`],
    ['under a key without a list', '---\nmetrics: # to do\nstar: 1\n---\n', `---\nmetrics: # to do\n  - ${METRIC}\nstar: 1\n---\n`],
    ['into an empty list', '---\nmetrics: []\n---\n', `---\nmetrics: [${METRIC}]\n---\n`],
    ['into a list in brackets', '---\nmetrics: [{ name: a }]\nstar: 1\n---\n', `---\nmetrics: [{ name: a }, ${METRIC}]\nstar: 1\n---\n`],
    ['after the last of a list', '---\nmetrics:\n- { name: a } # old\n\nstar: 1\n---\n', `---\nmetrics:\n- { name: a } # old\n- ${METRIC}\n\nstar: 1\n---\n`],
    [
      'with its keys on lines of their own, where the others have them so',
      '---\nmetrics:\n    - name: a\n      after: "1"\n---\n',
      `---\nmetrics:\n    - name: a\n      after: "1"\n    - name: "[what]"\n      ${SAID.replaceAll(/, (?=\w+:)/g, '\n      ')}\n---\n`,
    ],
  ])('%s', (_, before, after) => {
    for (const eol of ['\n', '\r\n']) {
      const [written] = record(`${before}## Result\n\n${RESULT}\n`.replaceAll('\n', eol));
      expect(written).toBe(`${after}## Result\n\n${told}\n`.replaceAll('\n', eol));
      expect(parseStory(written!).frontMatter).toMatchObject({ problems: [] });
      expect(parseStory(written!).frontMatter!.metrics.at(-1)).toMatchObject({ before: '12%', after: '3%', window: 'next six weeks' });
    }
  });
  test('behind a byte order mark', () => {
    expect(record(`\ufeff${RESULT}`)[0]).toMatch(/^\ufeff---\nmetrics:/);
  });
  test('once', () => {
    expect(record(`---\nmetrics:\n  - { before: "12%", after: "3%" }\n---\n${RESULT}`)).toEqual([]);
  });
  test.each([
    ['is broken', '---\ntitle: a: b\n---\n'],
    ['is one pair of braces', '---\n{ star: 1 }\n---\n'],
    ['has something else there', '---\nmetrics: none\n---\n'],
  ])('but not when that %s', (_, front) => {
    expect(record(front + RESULT)).toEqual([]);
  });
});

describe('what is recorded is what the sentence says', () => {
  const values = (sentence: string): string[] => record(`## Result\n\n${sentence}`).map((text) => /before: "(.*)", after: "(.*)", window/.exec(text)!.slice(1).join(' → '));
  test.each([
    ['Lag fell from 12 to ‸7 days.', '12 days → 7 days'],
    ['Lag fell from 2.6 s to ‸35 ms.', '2.6 s → 35 ms'],
    ['Calls went from fifteen a day to ‸under two.'.replace('‸under ', 'under ‸'), 'fifteen a day → under two'],
    ['Lag ‸480 ms → 130 ms at peak.', '480 ms → 130 ms'],
    ['Errors fell by ‸40%.', '[before] → fell by 40%'],
    ['The import is ‸40% faster.', '[before] → 40% faster'],
  ])('%s', (sentence, said) => {
    expect(values(sentence)).toEqual([said]);
  });
  test.each(['Calls went from forty a day to ‸five or six.', 'Errors fell by ‸two thirds.', 'We got ‸two more machines.', 'I paged the crew at ‸3:25.', 'I worked from 6 to ‸2 that month.', 'We bought ‸five smaller machines.', 'Lag fell from 2h+ to ‸6 minutes.'])('nothing for %s', (sentence) => {
    expect(values(sentence)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { amountOf, mayBeSame } from '../../server/src/story/amounts.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';
import { applied } from './reviewing.js';

const findings = (text: string, code: string) => review(parseStory(text), builtinRubric(), { override: { rules: { [code]: 'error' } } }).tellings.flatMap(({ findings: all }) => all.filter(({ rule }) => rule === code));
const marked = (text: string, code: string): string[] => findings(text, code).map(({ range }) => text.slice(range.start, range.end));

describe('amounts', () => {
  test.each([
    ['4%', 'percent', 4],
    ['9 seconds', 'seconds', 9],
    ['nine seconds', 'seconds', 9],
    ['300 ms', 'seconds', 0.3],
    ['$2,000', 'money', 2000],
    ['1.2k', 'things', 1200],
    ['3x', 'times', 3],
    ['about 5 minutes', 'seconds', 300],
    ['12 pages a week', 'things', 12],
  ])('%s', (written, of, value) => {
    expect(amountOf(written)).toMatchObject({ of, value });
  });
  test.each([
    ['4.1%', '4%', true],
    ['about 4%', '4.4%', true],
    ['187', '190', true],
    ['0.3 seconds', '300 ms', true],
    ['2 minutes', '110 seconds', true],
    ['4%', '6%', false],
    ['4%', '4 seconds', false],
    ['1.5%', '0.5%', false],
    ['300 ms', '1 second', false],
  ])('%s and %s may be the same: %s', (a, b, same) => {
    expect(mayBeSame(amountOf(a)!, amountOf(b)!)).toBe(same);
  });
});

describe('a figure that differs from where it is told again', () => {
  const framed = (first: string, second: string): string => `## Result\n\n${first}\n\n## Framing: Other\n\n### Result\n\n${second}\n`;
  const recorded = (metric: string, result: string): string => `---\nstar: 1\nmetrics:\n  - ${metric}\n---\n\n## Result\n\n${result}\n`;
  test.each([
    [framed('Search went from 9 seconds to 300 ms.', 'Search went from nine seconds to 2 seconds.'), ['2 seconds']],
    [framed('Failed payments fell from 4% to 1%.', 'Failed payments fell from 8% to 1%.'), ['8%']],
    [framed('Pages went from 40 to 6 a week.', 'Pages on call went from 40 to 12 a week.'), ['12']],
    [recorded('{ name: failed payments, before: "4%", after: "1.5%" }', 'Failed payments went from 4% to 0.2%.'), ['0.2%']],
  ])('%s', (text, figures) => {
    expect(marked(text, 'figure-differs')).toEqual(figures);
  });
  test.each([
    framed('Search went from 9 seconds to 300 ms.', 'Search went from nine seconds to about 0.3 seconds.'),
    framed('Search went from 9 seconds to 300 ms.', 'Deploys went from nine seconds to 2 seconds.'),
    framed('Search went from 9 seconds to 2 seconds in a week and from 9 seconds to 300 ms in a month.', 'Search went from 9 seconds to 300 ms.'),
    framed('Within two weeks, search went from 9 seconds to 2 seconds.', 'Within six months, search went from 9 seconds to 300 ms.'),
    framed('Failed payments fell from 4.1% to 1%.', 'Failed payments fell from about 4% to 1%.'),
    framed('Failed payments fell from 4% to 1%.', 'Failed payments fell from [before] to 2%.'),
    recorded('{ name: failed payments, before: "[before]", after: "1.5%" }', 'Failed payments went from 4% to 0.2%.'),
    recorded('{ name: failed payments, before: 4%, after: 1.5% }', 'Refunds went from 4% to 0.2%.'),
    '## Result\n\nSearch went from 9 seconds to 2 seconds, later search went from 9 seconds to 300 ms.\n',
  ])('nothing for %s', (text) => {
    expect(marked(text, 'figure-differs')).toEqual([]);
  });
  test('the fix writes the other figure', () => {
    const text = framed('Search went from 9 seconds to 300 ms.', 'Search went from 9 seconds to 2 seconds.');
    expect(applied(text, findings(text, 'figure-differs')[0]!.fixes[0]!.edits)).toContain('### Result\n\nSearch went from 9 seconds to 300 ms.');
  });
});

describe('a recorded figure says where it is from', () => {
  test.each([
    ['in one line', '---\nmetrics:\n  - { name: pages, before: "40", after: "6" }\n---\n\n## Result\n\nFine.\n', '---\nmetrics:\n  - { name: pages, before: "40", after: "6", source: "[where the figure is from]" }\n---\n\n## Result\n\nFine.\n'],
    ['on lines of its own', '---\nmetrics:\n  - name: pages\n    after: "6"\n---\n\n## Result\n\nFine.\n', '---\nmetrics:\n  - name: pages\n    after: "6"\n    source: "[where the figure is from]"\n---\n\n## Result\n\nFine.\n'],
  ])('%s', (_, text, expected) => {
    const [finding] = findings(text, 'metric-without-source');
    expect(applied(text, finding!.fixes[0]!.edits)).toBe(expected);
    expect(findings(expected, 'metric-without-source')).toEqual([]);
  });
});

describe('a framing in the words of another telling', () => {
  const ACTION = 'I read the logs of four Mondays side by side and saw one report hold a lock on the printer table. I moved the report to a replica and watched it for a week.';
  const story = (framing: string): string => `## Situation\n\nLabels were late every Monday, and two depots waited.\n\n## Action\n\n${ACTION}\n\n## Framing: Care for the pager\n\n${framing}\n`;

  test('is reported on its heading with how much it shares', () => {
    const text = story(`### Action\n\n${ACTION} It was quiet.`);
    expect(marked(text, 'framing-duplicates-text')).toEqual(['## Framing: Care for the pager']);
    expect(findings(text, 'framing-duplicates-text')[0]!.message).toMatch(/^This framing shares \d\d% of its text/);
  });
  test('the fix takes over a section that is the same', () => {
    const text = story(`### Action\n\n${ACTION}\n\n### Result\n\nNobody was paged on a Monday any more, and the depots had their labels.`);
    const fixed = applied(text, findings(text, 'framing-duplicates-text')[0]!.fixes[0]!.edits);
    expect(fixed).toBe(story('### Result\n\nNobody was paged on a Monday any more, and the depots had their labels.'));
    expect(marked(fixed, 'framing-duplicates-text')).toEqual([]);
  });
  test.each([
    ['other words', 'I asked the three people on call what had woken them in the last month, deleted every alert nobody had acted on, and wrote a note on why.'],
    ['a short version', 'I read the logs of four Mondays side by side and saw one report hold a lock on the printer table.'],
    ['too little to tell', 'I moved the report to a replica.'],
  ])('is not reported for %s', (_, action) => {
    expect(marked(story(`### Action\n\n${action}`), 'framing-duplicates-text')).toEqual([]);
  });
});

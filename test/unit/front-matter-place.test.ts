import { describe, expect, test } from 'vitest';
import { parseStory } from '../../server/src/story/index.js';
import { frontMatterPlace } from '../../server/src/story/frontMatterPlace.js';

/** What the `|` in a text stands for: `key of metrics "na" beside before`, or nothing. */
function at(marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = frontMatterPlace(parseStory(text), offset);
  if (!place) return undefined;
  const { kind, path, word, beside } = place;
  return [kind, path.length > 0 && `of ${path.join('.')}`, `"${text.slice(word.start, word.end)}"`, beside.length > 0 && `beside ${beside.join(' ')}`].filter(Boolean).join(' ');
}

const closed = (front: string): string => `---\n${front}\n---\n\n## Situation\n`;

describe('the place of the cursor in the front matter', () => {
  test.each([
    ['star: 1\n|', 'key "" beside star'],
    ['star: 1\nsha|\ntitle: A', 'key "sha" beside star title'],
    ['sh|ape: mistake', 'key "shape"'],
    ['shape:|', 'value of shape ""'],
    ['shape: |', 'value of shape ""'],
    ['shape: mis|take # sure', 'value of shape "mistake"'],
    ['shape: mistake # su|re', undefined],
    ['shape: "mis|take"', 'value of shape "mistake"'],
    ['shape: "mistake"|', undefined],
    ['shape: [mistake, pro|', 'value of shape "pro" beside mistake'],
    ['shape: [mistake,| three-am-page]', 'value of shape "" beside mistake three-am-page'],
    ['shape: [mistake, three-am-page]|', undefined],
    ['signals: [\n  ownership,\n  judg|\n]', 'value of signals "judg" beside ownership'],
    ['shape:\n  - mistake\n  - |', 'value of shape "" beside mistake'],
    ['shape:\n- mistake\n- th|\n- slo-tradeoff', 'value of shape "th" beside mistake slo-tradeoff'],
    ['shape:\n  -|', 'value of shape ""'],
    ['star: 1\n-|', undefined],
    ['rules: { no-|', 'key of rules "no-"'],
    ['rules: { no-tradeoff: |, no-learning: off }', 'value of rules.no-tradeoff "" beside no-tradeoff no-learning'],
    ['rules:\n  no-tradeoff: hint\n  no-|', 'key of rules "no-" beside no-tradeoff'],
    ['rules:\n  no-tradeoff: h|', 'value of rules.no-tradeoff "h"'],
    ['metrics:\n  - { name: errors, | }', 'key of metrics "" beside name'],
    ['metrics:\n  - { name: "a, b", confidence: ex| }', 'value of metrics.confidence "ex" beside name confidence'],
    ['metrics:\n  - name: errors\n    | \n  - source: x', 'key of metrics "" beside name'],
    ['metrics:\n  - na|', 'value of metrics "na"'],
    ['metrics:\n  - name: errors\n    confidence: |', 'value of metrics.confidence ""'],
    ['shape: [mistake,\ntitle: "A\nsta|', 'key "sta" beside title shape'],
    ['title: a: b: |', 'value of title "a: b: "'],
  ])('%j', (front, expected) => {
    expect(at(closed(front))).toBe(expected);
    expect(at(closed(front).replace(/\n/g, '\r\n'))).toBe(expected);
    expect(at(`\uFEFF${closed(front)}`)).toBe(expected);
  });

  test('a block that is not closed yet reaches to the cursor', () => {
    expect(at('---\nstar: 1\nsha|')).toBe('key "sha" beside star');
    expect(at('---\nstar: 1\nshape: |\n\n## Situation\n')).toBe('value of shape ""');
  });

  test.each(['---\n\n## Sit|', '---\nWe lost one queue.\nI rest|', '---\n# Ti|tle', '## Situation\nsta|r: 1', closed('star: 1').replace('## S', '## |S'), '---|\nstar: 1\n---\n', '---\nstar: 1\n---|\n', '---|'])('%j is no front matter', (text) => {
    expect(at(text)).toBeUndefined();
  });
});

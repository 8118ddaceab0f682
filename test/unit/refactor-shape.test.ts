import { describe, expect, test } from 'vitest';
import { parseStory } from '../../server/src/story/index.js';
import { setEntry } from '../../server/src/refactor/setEntry.js';
import { applied } from './reviewing.js';
import { refactored, titles } from './refactoring.js';

const TOLD = `## Situation

I was paged at 03:10 because checkout was down and every payment failed.

## Action

I declared an incident, opened a bridge and rolled back the release. The root cause was a missing index.

## Result

Checkout was restored within 20 minutes.
`;

describe('set the kind of story', () => {
  test('on the title, the kind that was recognised goes into the front matter', () => {
    expect(refactored(`# Night shift\n\n${TOLD}`, 'Set the kind of story: Production incident', 'Night')).toBe(`---\nshape: production-incident\n---\n\n# Night shift\n\n${TOLD}`);
  });
  test('in front matter without a kind, as its last entry', () => {
    expect(refactored(`---\nstar: 1\n---\n\n${TOLD}`.replaceAll('\n', '\r\n'), 'Set the kind of story', 'star')).toContain('star: 1\r\nshape: production-incident\r\n---\r\n');
  });
  test('where a kind is set, or below the title, nothing is offered', () => {
    const set = (text: string, at: string): string[] => titles(text, at).filter((title) => title.startsWith('Set the kind'));
    expect(set(`---\nshape: mistake\n---\n\n# Night shift\n\n${TOLD}`, 'Night')).toEqual([]);
    expect(set(`# Night shift\n\n${TOLD}`, 'rolled back')).toEqual([]);
  });
});

describe('an entry of the front matter', () => {
  const written = (text: string, key: string, value: string): string | undefined => {
    const edit = setEntry(parseStory(text), key, value);
    return edit && applied(text, [edit]);
  };
  test.each([
    ['---\nstatus: draft # soon\n---\n\nA.\n', '---\nstatus: ready # soon\n---\n\nA.\n'],
    ['---\nstatus:\nstar: 1\n---\n\nA.\n', '---\nstatus: ready\nstar: 1\n---\n\nA.\n'],
    ['---\nstar: 1\n---\n\nA.\n', '---\nstar: 1\nstatus: ready\n---\n\nA.\n'],
    ['\ufeffA.\n', '\ufeff---\nstatus: ready\n---\n\nA.\n'],
  ])('%j → %j', (before, after) => {
    expect(written(before, 'status', 'ready')).toBe(after);
  });
  test('front matter that cannot be read is left alone', () => {
    expect(written('---\ntitle: a: b\n---\n\nA.\n', 'status', 'ready')).toBeUndefined();
    expect(written('---\n{ star: 1 }\n---\n\nA.\n', 'status', 'ready')).toBeUndefined();
  });
});

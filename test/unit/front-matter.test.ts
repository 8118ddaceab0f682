import { describe, expect, test } from 'vitest';
import { LineIndex, parseStory } from '../../server/src/story/index.js';

const withFront = (front: string): string => `---\n${front}\n---\n\n## Situation\nOne queue stopped.\n`;

describe('front matter', () => {
  test('is read whole', () => {
    const { frontMatter } = parseStory(
      withFront('star: 1\ntitle: "A: title"\nshape: [production-incident, mistake]\nprofile: star-l\nstatus: draft\nrules: { no-tradeoff: off }\nmetrics:\n  - { name: errors, confidence: directional }'),
    );
    expect(frontMatter).toMatchObject({ star: true, title: 'A: title', status: 'draft', problems: [], metrics: [{ name: 'errors', confidence: 'directional' }] });
    expect(frontMatter!.shapes.map(({ value }) => value)).toEqual(['production-incident', 'mistake']);
    expect(frontMatter!.profile!.value).toBe('star-l');
    expect(frontMatter!.rules.get('no-tradeoff')!.value).toBe('off');
  });
  test('a rule switched off without quotes is YAML 1.1 false or the word', () => {
    expect(parseStory(withFront('rules:\n  no-tradeoff: false')).frontMatter!.rules.get('no-tradeoff')!.value).toBe('off');
  });
  test('broken YAML is named with its place, and the story is still read', () => {
    const text = withFront('title: a: b\nshape: mistake');
    const story = parseStory(text);
    const [problem] = story.frontMatter!.problems;
    expect(problem!.code).toBe('invalid-front-matter');
    expect(new LineIndex(text).positionAt(problem!.start).line).toBe(1);
    expect(story.tellings[0].sections).toHaveLength(1);
  });
  test.each([
    ['shapes: mistake', 'unknown-front-matter-key', 'shape'],
    ['status: drafty', 'invalid-front-matter-value', 'draft'],
    ['rules: { no-tradeoff: warn }', 'invalid-front-matter-value', 'warning'],
  ])('%s', (front, code, suggestion) => {
    expect(parseStory(withFront(front)).frontMatter!.problems).toMatchObject([{ code, suggestion }]);
  });
  test.each(['rules: { no-tradeoff: }', 'rules:\n  no-tradeoff'])('%j is still being typed', (front) => {
    expect(parseStory(withFront(front)).frontMatter!.problems).toEqual([]);
  });
  test('keys of other tools are left alone', () => {
    expect(parseStory(withFront('layout: post\npermalink: /x')).frontMatter!.problems).toEqual([]);
  });
});

describe('what is no story', () => {
  test.each([
    ['', 'empty'],
    ['\ufeff \n', 'empty'],
    ['ab\0cd', 'binary'],
    ['Buy milk.', 'no-prose'],
    ['---\nstar: 1\n---\n', undefined],
    ['## Situation\n', undefined],
  ])('%j', (text, kind) => {
    expect(parseStory(text).notAStory).toBe(kind);
  });

  test.each(['\n', '\r\n', '\r'])('its lines end as they do: %j', (eol) => {
    expect(parseStory(`a\0${eol}b`).eol).toBe(eol);
  });
});

test.each([
  ['status: draft', 'status', 'draft'],
  ['title: "A: title"  # mine', 'title', '"A: title"'],
  ['shape:\n  - mistake\n  - proud-project\nstar: 1', 'shape', '- mistake\n  - proud-project'],
  ['star: 1\nshape:', 'shape', ''],
  ['shape:   \nstar: 1', 'shape', ''],
])('%j: the value of %s stands where it is written', (front, key, value) => {
  const text = withFront(front);
  const { entries, body } = parseStory(text).frontMatter!;
  const range = entries.get(key)!;
  expect(text.slice(range.start, range.end)).toBe(value);
  expect(text.slice(body.start, body.end)).toBe(`${front}\n`);
});

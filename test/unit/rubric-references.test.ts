import { describe, expect, test } from 'vitest';
import { MEASURES } from '../../server/src/review/checks.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';

const rubric = builtinRubric();
const { beats, phrases, checks, shapes, profiles, templates, sources } = rubric.data;
const criteria = [...beats.flatMap((beat) => beat.gaps), ...phrases, ...checks];
const templateIds = new Set(templates.map(({ id }) => id));

describe('what the rubric refers to exists', () => {
  test('templates', () => {
    const named = [...beats.map(({ fill }) => fill), ...[...phrases, ...checks].flatMap(({ fills }) => fills), ...shapes.flatMap(({ opening, template }) => [opening, template])];
    expect(named.filter((id) => !templateIds.has(id))).toEqual([]);
  });
  test('sources', () => {
    const known = new Set(sources.map(({ id }) => id));
    expect([...criteria, ...shapes, ...profiles, ...templates].flatMap((item) => item.sources).filter((id) => !known.has(id))).toEqual([]);
  });
  test('beats named by shapes, profiles and gaps', () => {
    const known = new Set(beats.map(({ id }) => id));
    const named = [...shapes, ...profiles].flatMap((item) => Object.keys(item.beats)).concat(beats.flatMap(({ gaps }) => gaps.flatMap((gap) => [...gap.heard, ...gap.alsoMissing])));
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });
  test('measures', () => {
    expect(checks.map(({ measure }) => measure).filter((measure) => !MEASURES.includes(measure))).toEqual([]);
  });
});

describe('what people script against', () => {
  test('finding codes are unique and kebab-case', () => {
    const codes = criteria.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });
  test('messages stay under 90 characters', () => {
    expect(criteria.filter(({ message }) => message.length >= 90).map(({ code }) => code)).toEqual([]);
  });
  test('a dozen snippets, no more: they reach every Markdown file', () => {
    const prefixes = templates.flatMap(({ prefix }) => prefix ?? []);
    expect(prefixes.length).toBeLessThanOrEqual(12);
    expect(prefixes.every((prefix) => prefix.startsWith('star-'))).toBe(true);
  });
});

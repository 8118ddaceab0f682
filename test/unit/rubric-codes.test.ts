import { describe, expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';

const rubric = builtinRubric();
const { beats, phrases, checks, wider, templates } = rubric.data;
const criteria = [...beats.flatMap((beat) => beat.gaps), ...phrases, ...checks, ...wider];

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

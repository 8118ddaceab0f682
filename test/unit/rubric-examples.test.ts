import { describe, expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import type { Beat, Check, Phrase } from '../../server/src/rubric/index.js';
import { review } from '../../server/src/review/index.js';
import { parseStory, type Role } from '../../server/src/story/index.js';

const rubric = builtinRubric();
const NAMES: Record<Role, string> = { situation: 'Situation', task: 'Task', action: 'Action', result: 'Result', learning: 'Learning', body: 'Action' };

/** An example alone under the label of a section, in a story of a shape if it is about one. */
const under = (role: Role, text: string, [shape]: readonly string[] = []): string => `${shape ? `---\nstar: 1\nshape: ${shape}\n---\n\n` : ''}## ${NAMES[role]}\n\n${text.trim()}\n`;

const reviewOf = (text: string) => review(parseStory(text), rubric).tellings[0];
const isHeard = (beat: string, text: string): boolean => reviewOf(text).beats.find(({ id }) => id === beat)!.present;

/** Codes before severities, limits and suppressions: what a check or phrase found at all. */
const codesIn = (text: string, code: string): string[] =>
  review(parseStory(text), rubric, { override: { rules: { [code]: 'error' } } }).tellings.flatMap(({ findings }) => findings.map(({ rule }) => rule));

describe.each(rubric.data.beats)('beat $id', (beat: Beat) => {
  test.each(beat.examples.heard)('hears: %s', (text) => {
    expect(isHeard(beat.id, under(beat.section, text))).toBe(true);
  });
  test.each(beat.examples.missed)('does not hear: %s', (text) => {
    expect(isHeard(beat.id, under(beat.section, text))).toBe(false);
  });
  test('its fill-in sentence says it, once filled', () => {
    const template = rubric.template(beat.fill);
    expect(template).toBeDefined();
    const { beats } = reviewOf(under(beat.section, template!.text));
    expect(beats.find(({ id }) => id === beat.id)).toMatchObject({ drafted: true, present: false });
  });
});

describe.each(rubric.data.phrases)('phrase $code', (phrase: Phrase) => {
  const role = phrase.cues[0]!.in?.[0] ?? 'action';
  test.each(phrase.examples.fires)('fires on: %s', (text) => {
    expect(codesIn(under(role, text, phrase.shapes), phrase.code)).toContain(phrase.code);
  });
  test.each(phrase.examples.silent)('is silent on: %s', (text) => {
    expect(codesIn(under(role, text, phrase.shapes), phrase.code)).not.toContain(phrase.code);
  });
});

describe.each(rubric.data.checks)('check $code', (check: Check) => {
  test.each(check.examples.fires)('fires on: %s', (text) => {
    expect(codesIn(text, check.code)).toContain(check.code);
  });
  test.each(check.examples.silent)('is silent on: %s', (text) => {
    expect(codesIn(text, check.code)).not.toContain(check.code);
  });
});

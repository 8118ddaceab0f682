import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPackFolder } from '../../server/src/config/packFolder.js';
import { examplesOf, readPack, type PackFile } from '../../server/src/pack/index.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { compileRubric } from '../../server/src/rubric/index.js';
import { parseStory } from '../../server/src/story/index.js';

const folder = path.join(import.meta.dirname, '../../examples/leadership-principles');
const pack = readPack(filesOf(path.join(folder, '.starwright/rubric')), builtinRubric().data);
const rubric = compileRubric(pack.data);

function filesOf(at: string): readonly PackFile[] {
  const read = readPackFolder(at);
  if ('problem' in read) throw new Error(read.problem);
  return read.files;
}

const reviewOf = (name: string) => review(parseStory(readFileSync(path.join(folder, name), 'utf8')), rubric);
const findingsIn = (name: string) => reviewOf(name).tellings.flatMap(({ findings }) => findings);

/** The finding codes that the pack brings along. */
const ownCodes = new Set(
  [...pack.things.keys()].flatMap((thing) => {
    const [kind, id] = thing.split('/') as [string, string];
    return kind === 'beats' ? rubric.beat(id)!.gaps.map(({ code }) => code) : [id];
  }),
);

describe('the example pack', () => {
  test('has no problems', () => {
    expect(pack.problems).toEqual([]);
    expect(pack.name).toBe('Eight principles');
  });

  test('does what its examples say', () => {
    const examples = examplesOf(rubric).filter(({ kind, id }) => pack.things.has(`${kind}/${id}`));
    expect(examples.filter(({ holds }) => !holds()).map(({ id, text }) => `${id}: ${text}`)).toEqual([]);
    expect(examples.length).toBeGreaterThan(80);
  });

  test('shows every kind of thing a pack can hold', () => {
    const kinds = Object.keys(builtinRubric().data).filter((kind) => kind !== 'hearing');
    expect(kinds.filter((kind) => ![...pack.things.keys()].some((thing) => thing.startsWith(`${kind}/`)))).toEqual([]);
  });

  test('its kind of story has a template that says every beat it asks for, once it is filled in', () => {
    const text = rubric.template(rubric.shape('carried-out-anyway')!.template)!.text;
    const [telling] = review(parseStory(text), rubric).tellings;
    expect(telling.beats.filter(({ required, drafted }) => required && !drafted)).toEqual([]);
    expect(telling.findings.filter(({ rule }) => ownCodes.has(rule))).toEqual([]);
  });
});

const stories = readdirSync(folder).filter((name) => name.endsWith('.star.md'));

describe('its stories', () => {
  test.each(stories)('%s is reviewed against its profile', (name) => {
    expect(reviewOf(name).profile.id).toBe('eight-principles');
  });

  test('the strong one has no warning, and says every principle that can be heard', () => {
    const findings = findingsIn('weighbridge-without-a-signal.star.md');
    expect(findings.filter(({ severity }) => severity === 'warning' || severity === 'error')).toEqual([]);
    const heard = reviewOf('weighbridge-without-a-signal.star.md').tellings[0].beats.filter(({ present }) => present).map(({ id }) => id);
    expect(heard).toEqual(expect.arrayContaining(['customer-asked', 'disagreed-openly', 'then-committed', 'with-less', 'bar-raised']));
  });

  test('the other has gaps that only the pack knows', () => {
    const warnings = findingsIn('reminders-sent-twice.star.md').filter(({ severity }) => severity === 'warning');
    expect(warnings.map(({ rule }) => rule).filter((rule) => ownCodes.has(rule)).sort()).toEqual(['no-commitment', 'no-customer-asked', 'principle-as-slogan']);
  });
});

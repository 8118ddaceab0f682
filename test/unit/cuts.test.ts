import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cutsToFit, inOrder, rankCuts, type Cut } from '../../server/src/review/cuts.js';
import { notesEdits } from '../../server/src/review/fixes/notes.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';
import { applied, STRONG } from './reviewing.js';

const rubric = builtinRubric();

/** The ranking of a telling of a text, and what it takes to apply it. */
function ranked(text: string, nth = 0) {
  const reviewed = review(parseStory(text), rubric);
  const told = reviewed.tellings[nth]!;
  const cuts = rankCuts(told.telling, reviewed.tellings.flatMap(({ beats }) => beats), rubric);
  const words = (cut: Cut): string => text.slice(cut.sentence.start, cut.sentence.end);
  const without = (some: readonly Cut[]): string => applied(text, notesEdits({ story: reviewed.story, telling: told.telling }, inOrder(some)));
  return { reviewed, told, cuts, texts: cuts.map(words), words, without };
}

const PADDED = STRONG.replace(
  'so guests waited at the desk.',
  'so guests waited at the desk. The company had moved offices that spring and most of us still sat between boxes on the third floor. It was August.',
).replace('and an alert on slow lookups.', 'and an alert on slow lookups. I also added a weekly check in the pipeline that fails when an index is missing, so that it cannot happen again.');

describe('what can be cut', () => {
  test('is setup that no beat rests on first, the longest first', () => {
    const { cuts, texts } = ranked(PADDED);
    expect(texts.slice(0, 2)).toEqual(['The company had moved offices that spring and most of us still sat between boxes on the third floor.', 'It was August.']);
    expect(cuts[0]).toMatchObject({ reason: 'no-beat', setup: true, beats: [] });
  });
  test('is one of two sentences that say the same, and not the other', () => {
    const { cuts, words } = ranked(PADDED);
    const twice = cuts.filter(({ beats }) => beats.includes('prevention'));
    expect(twice.map(({ reason }) => reason)).toEqual(['heard-elsewhere']);
    expect(words(twice[0]!)).toMatch(/^I also added a/);
  });
  test('is never the only strong evidence of a beat that is asked for', () => {
    const { told, cuts } = ranked(PADDED);
    for (const beat of told.beats.filter(({ present, required }) => present && required)) {
      const strong = beat.evidence.filter(({ strength }) => strength === 'strong');
      const left = beat.evidence.filter(({ sentence }) => !cuts.some((cut) => cut.sentence === sentence));
      expect(left.some(({ strength }) => strength === 'strong') || (strong.length === 0 && left.length >= 2), beat.id).toBe(true);
    }
  });
  test('leaves the first sentence, something in every section and under every sub-step, and what is still to be filled in', () => {
    const text = '## Situation\nIt rained. It was cold.\n\n## Action\n### Diagnosis\nThere it was.\n### Implementation\nThe rest was easy. That is [what you did].\n\n## Result\nAll was well.\n';
    expect(ranked(text).texts.sort()).toEqual(['It was cold.', 'The rest was easy.']);
  });
  test('does not lose a beat of a framing that tells the sentence, too', () => {
    const framed = `${PADDED}\n## Framing: Care for the pager\n### Action\nI went through the alerts of a month and removed half of them.\n`;
    const { reviewed, without, cuts } = ranked(framed);
    const heard = ({ tellings }: typeof reviewed): string[] => tellings.flatMap(({ beats }, nth) => beats.filter(({ present, required }) => present && required).map(({ id }) => `${nth} ${id}`));
    expect(heard(review(parseStory(without(cuts)), rubric))).toEqual(expect.arrayContaining(heard(reviewed)));
  });
  test('in a framing is what the framing itself tells', () => {
    const framed = `${PADDED}\n## Framing: Care for the pager\n### Action\nI went through the alerts of a month and removed half of them. The weather was fine.\n`;
    expect(ranked(framed, 1).texts).toEqual(['The weather was fine.']);
  });
  test('in a story without labels leaves how it begins and how it ends', () => {
    const { texts } = ranked('The queue stopped at nine. It was a Friday. I read the logs and found a full disk. Nobody slept. After that it ran.');
    expect(texts).toContain('It was a Friday.');
    expect(texts).not.toContain('The queue stopped at nine.');
    expect(texts).not.toContain('After that it ran.');
  });
});

describe('what is cut to fit', () => {
  const seconds = (text: string): number => ranked(text).told.timing.seconds;
  test('brings the story to the length, and no more is cut than that', () => {
    const { told, cuts, without } = ranked(PADDED);
    for (const target of [75, 90, told.timing.seconds - 1]) {
      const chosen = cutsToFit(cuts, told.timing, target);
      expect(seconds(without(chosen))).toBeLessThanOrEqual(target);
      expect(seconds(without(chosen.slice(0, -1)))).toBeGreaterThan(target);
    }
    expect(cutsToFit(cuts, told.timing, told.timing.seconds)).toEqual([]);
  });
  test('is everything that can go when that does not suffice', () => {
    const { told, cuts } = ranked(PADDED);
    expect(cutsToFit(cuts, told.timing, 5)).toEqual(cuts);
  });
});

test('no labelled story of the corpus loses a beat that is asked for, however short it is made', () => {
  const corpus = path.join(import.meta.dirname, '../corpus');
  const stories = readdirSync(corpus).filter((file) => file.endsWith('.star.md')).map((file) => readFileSync(path.join(corpus, file), 'utf8'));
  const heard = (text: string): string[] => ranked(text).told.beats.filter(({ present, required }) => present && required).map(({ id }) => id);
  const lost = stories.flatMap((text) => {
    const { told, cuts, without } = ranked(text);
    const chosen = cutsToFit(cuts, told.timing, 60);
    if (chosen.length === 0 || !told.telling.sections.some(({ label }) => label)) return [];
    const after = ranked(without(chosen)).told;
    expect(after.timing.words).toBe(chosen.reduce((left, { sentence }) => left - sentence.words, told.timing.words));
    return heard(text).filter((id) => !after.beats.find((beat) => beat.id === id)!.present);
  });
  expect(lost).toEqual([]);
}, 60_000);

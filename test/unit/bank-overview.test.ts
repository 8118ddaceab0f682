import { describe, expect, test } from 'vitest';
import { bankQuestions, Matchmaker, type BankStory } from '../../server/src/bank/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { compileRubric } from '../../server/src/rubric/index.js';
import { bankOverview, type BankOverview } from '../../server/src/service/index.js';
import { finished } from '../../server/src/story/index.js';
import { bankOf, covered, storyOf } from './banks.js';

const rubric = builtinRubric();
const overview = (stories: readonly BankStory[]): BankOverview => bankOverview({ stories, unread: [], complete: true }, covered(stories), [], rubric);
const many = (count: number): BankStory[] => bankOf(Object.fromEntries(Array.from({ length: count }, (_, nth) => [`pier-${nth}`, nth % 3 === 0 ? 'shape: mistake\nsignals: [data-integrity]' : 'status: draft'])));

describe('everything the views show', () => {
  test('advice is said once, with the numbers of the stories it is about', () => {
    const { advice } = overview(bankOf({ one: 'status: ready', other: 'shape: mistake', third: 'status: retired', last: 'status: ready' }));
    expect(advice.filter(({ code }) => code === 'shape-unset')).toEqual([
      { code: 'shape-unset', title: 'Kind of story not set', severity: 'hint', message: 'No kind of story is set. Choose one, so that the right things are asked for.', stories: [0, 3] },
    ]);
    expect(advice.find(({ code }) => code === 'bank-too-small')).not.toHaveProperty('stories');
  });

  test('a theme names its stories by their numbers too', () => {
    const { coverage } = overview(bankOf({ old: 'status: retired\nshape: mistake', slip: 'shape: mistake', rough: 'shape: mistake\nstatus: draft' }));
    expect(coverage.themes.find(({ id }) => id === 'mistake')).toMatchObject({ state: 'covered', stories: [{ story: 1, how: 'marked' }, { story: 2, how: 'marked' }], maybe: [] });
  });

  test('ten times the stories: each adds its own row, a few digits, and not one sentence', () => {
    const size = (count: number): number => JSON.stringify(overview(many(count))).length;
    expect((size(300) - size(30)) / 270).toBeLessThan(420);
  });

  test('a kind of story is called what the rubric calls it that the story was read with', () => {
    const shapes = rubric.data.shapes.map((shape) => (shape.id === 'mistake' ? { ...shape, id: 'near-miss', title: 'Near miss' } : shape));
    const nested = compileRubric({ ...rubric.data, shapes });
    expect(overview([storyOf('a.star.md', '---\nshape: near-miss\n---\nI waited.', nested)]).stories[0]!.shapes).toEqual([{ id: 'near-miss', title: 'Near miss', declared: true }]);
  });
});

describe('a bank that changes', () => {
  const said = (matchmaker: Matchmaker): unknown => bankQuestions(matchmaker, rubric).map(({ fit, best }) => [fit, best]);

  test('is matched as if it had been read anew', () => {
    const [first, ...others] = many(12);
    const framed = storyOf('two.star.md', '---\nshape: migration-rollout\nquestions: [a-mistake]\n---\n# Two\n\n## Action\n\nI moved the queue.\n\n## Framing: A mistake\n\n### Action\n\nI broke the queue first.');
    const [, ...rest] = others;
    const banks: BankStory[][] = [[first!, ...others], [framed, ...others], [...others, first!], [...rest, { ...framed, status: 'retired' }], [framed, first!], []];
    const matchmaker = new Matchmaker([], rubric);
    for (const bank of banks) {
      finished(matchmaker.follow(bank));
      expect(said(matchmaker)).toEqual(said(new Matchmaker(bank, rubric)));
    }
  });

  test('two who follow different readings by turns both get theirs', () => {
    const [one, other] = [many(8), many(5)];
    const matchmaker = new Matchmaker([], rubric);
    const steps = [matchmaker.follow(one), matchmaker.follow(other)];
    while (steps.map((each) => each.next()).some(({ done }) => done !== true));
    finished(matchmaker.follow(one));
    expect(said(matchmaker)).toEqual(said(new Matchmaker(one, rubric)));
  });
});

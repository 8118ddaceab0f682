import { describe, expect, test } from 'vitest';
import type { BankStory } from '../../server/src/bank/index.js';
import { planProgress, practice } from '../../server/src/rehearse/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import type { PlanStep } from '../../server/src/rubric/types.js';
import { bankOf } from './banks.js';

const TODAY = '2026-11-20';
const rubric = builtinRubric();
const step = (id: string, done?: Partial<PlanStep['done']>): PlanStep =>
  ({ id, title: id, do: `Do ${id}.`, minutes: 10, ...(done && { done: { stories: 1, shapes: [], signals: [], beats: [], ...done } }) });
const progress = (steps: PlanStep[], stories: readonly BankStory[], ...ticks: string[]) =>
  planProgress({ id: 'plan', title: 'A plan', summary: 'A plan.', sources: [], steps }, stories, rubric, TODAY, new Set(ticks));
/** `state: need story`, step by step. */
const said = (...given: Parameters<typeof progress>): string[] =>
  progress(...given).steps.map(({ state, need }) => [state, need && `${need.what} ${need.story?.title ?? need.shape?.id ?? ''}`.trim()].filter(Boolean).join(': '));

describe('a step of a plan', () => {
  const MISTAKE = { shapes: ['mistake'] };

  test('rests on ready stories of its kinds, narrower ones included, or that show its signals', () => {
    const { steps } = progress([step('one', { shapes: ['production-incident'], signals: ['ownership'], stories: 2 })], bankOf({ night: 'shape: three-am-page', mine: 'signals: [ownership]', other: 'shape: mistake' }));
    expect(steps[0]).toMatchObject({ state: 'done', wanted: 2, stories: [{ title: 'night' }, { title: 'mine' }] });
  });

  test('wants the first kind that nobody has told yet', () => {
    expect(said([step('two', { shapes: ['mistake', 'proud-project'], stories: 2 })], bankOf({ slip: 'shape: mistake' }))).toEqual(['next: write proud-project']);
    expect(said([step('slo', { signals: ['slo-discipline'] })], [])).toEqual(['next: write slo-tradeoff']);
    expect(said([step('any', { stories: 1 })], [])).toEqual(['next: write']);
  });

  test('finishes what is begun before it asks for another, and takes no retired one', () => {
    expect(said([step('one', MISTAKE)], bankOf({ rough: 'shape: mistake\nstatus: draft' }))).toEqual(['next: finish rough']);
    expect(said([step('one', MISTAKE)], bankOf({ old: 'shape: mistake\nstatus: retired' }))).toEqual(['next: write mistake']);
  });

  test('with a story for each kind counts the kinds and not the stories', () => {
    const each = { each: true as const, shapes: ['mistake', 'technical-disagreement', 'proud-project'] };
    const { steps: [one] } = progress([step('one', each)], bankOf({ slip: 'shape: mistake', again: 'shape: mistake', third: 'shape: mistake' }));
    expect(one).toMatchObject({ state: 'next', wanted: 3, reached: 1, need: { what: 'write', shape: { id: 'technical-disagreement' } } });
    expect(said([step('one', each)], bankOf({ slip: 'shape: mistake', rough: 'shape: mistake\nstatus: draft', quarrel: 'shape: technical-disagreement\nstatus: draft' }))).toEqual(['next: finish quarrel']);
    expect(said([step('one', each)], bankOf({ slip: 'shape: [mistake, technical-disagreement]', proud: 'shape: proud-project' }))).toEqual(['done']);
  });

  test('names what a story lacks, one thing after the other', () => {
    const all = { ...MISTAKE, cues: 2, followUps: 1, rehearsed: 2 };
    const slip = (front: string, notes = '') => bankOf({ slip: [`shape: mistake\n${front}`, `## Action\n\nI deleted the index.\n${notes}`] });
    expect(said([step('one', all)], slip(''))).toEqual(['next: cues slip']);
    const cues = '\n## Cues\n\n- The index\n- The night\n';
    expect(said([step('one', all)], slip('', cues))).toEqual(['next: follow-ups slip']);
    const prepared = `${cues}\n## Follow-ups\n\n- Why at night?\n`;
    expect(said([step('one', all)], slip('', prepared))).toEqual(['next: rehearse slip']);
    expect(said([step('one', all)], slip('rehearsed: [{ date: 2026-11-17, seconds: 80 }]', prepared))).toEqual(['next: rehearse slip']);
    expect(said([step('one', all)], slip('rehearsed: [{ date: 2026-11-18, seconds: 80 }]', prepared))).toEqual(['done']);
  });

  test('says which beats are not heard, and what runs too long', () => {
    const [{ need } = {}] = progress([step('one', { ...MISTAKE, beats: ['learning'] })], bankOf({ slip: 'shape: mistake' })).steps;
    expect(need).toMatchObject({ what: 'beats', missing: [rubric.beat('learning')!.title] });
    const long = bankOf({ long: ['shape: mistake', 'I moved the tables to another machine and checked every one of them. '.repeat(60)] });
    expect(said([step('one', { ...MISTAKE, fits: true })], long)).toEqual(['next: shorten long']);
  });

  test('without a way to tell is ticked', () => {
    const steps = [step('read'), step('talk')];
    expect(said(steps, [])).toEqual(['next: tick', 'open: tick']);
    expect(said(steps, [], 'read')).toEqual(['done', 'next: tick']);
    expect(progress(steps, [], 'read').minutesLeft).toBe(10);
  });
});

describe('the plans of the rubric', () => {
  test.each(rubric.data.plans.map((plan) => [plan.id, plan] as const))('%s: an empty bank has everything before it, and something to do for each step', (_, plan) => {
    const { steps } = planProgress(plan, [], rubric, TODAY, new Set());
    expect(steps.map(({ state }) => state)).toEqual(['next', ...steps.slice(1).map(() => 'open')]);
    expect(steps.filter(({ need }) => need === undefined)).toEqual([]);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  });
});

describe('practice', () => {
  const due = (stories: Parameters<typeof bankOf>[0]): string[] => practice(bankOf(stories), TODAY).map(({ title, dueIn }) => `${title} ${dueIn ?? 'never told'}`);
  const told = (...dates: string[]): string => `rehearsed: [${dates.map((date) => `{ date: ${date}, seconds: 90 }`).join(', ')}]`;

  test('comes back after 1, 3, 7, 14 and 30 days, and then every 30', () => {
    const dates = ['2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16', '2026-11-15'];
    const pause = (times: number): number => practice(bankOf({ one: told(...dates.slice(0, times)) }), TODAY)[0]!.dueIn!;
    expect([1, 2, 3, 4, 5, 6].map(pause)).toEqual([1, 3, 7, 14, 30, 30]);
  });

  test('has what was never told first, then what is longest overdue', () => {
    expect(due({ soon: told('2026-11-20'), late: told('2026-11-01'), new: '', due: told('2026-11-19') })).toEqual(['new never told', 'late -18', 'due 0', 'soon 1']);
  });

  test('counts an evening once, however often a story was told in it', () => {
    expect(due({ one: told('2026-11-20', '2026-11-20', '2026-11-20') })).toEqual(['one 1']);
  });

  test('leaves drafts and retired stories alone', () => {
    expect(due({ rough: 'status: draft', old: 'status: retired' })).toEqual([]);
  });

  test('takes a date to come for today, and passes over what is no date', () => {
    expect(due({ ahead: told('2027-01-01'), odd: told('soon') })).toEqual(['odd never told', 'ahead 1']);
  });

  test('gives the last three times, the latest first', () => {
    const [{ times, ago } = {}] = practice(bankOf({ one: told('2026-11-01', '2026-11-10', '2026-11-05', '2026-10-01') }), TODAY);
    expect(times!.map(({ date }) => date)).toEqual(['2026-11-10', '2026-11-05', '2026-11-01']);
    expect(ago).toBe(10);
  });
});

import { describe, expect, test } from 'vitest';
import { type BankStory, planLoop } from '../../server/src/bank/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import type { Round } from '../../server/src/rubric/index.js';
import { bankOf } from './banks.js';

const round = (id: string, shapes: string[], rest: Partial<Round> = {}): Round => ({ id, title: id, about: `About ${id}.`, stories: 1, signals: [], shapes, ...rest });
const plan = (rounds: readonly Round[], stories: readonly BankStory[]) => planLoop({ id: 'day', title: 'A day', summary: 'A day.', sources: [], rounds }, stories, builtinRubric());
const kept = (rounds: readonly Round[], stories: readonly BankStory[]): Record<string, string[]> =>
  Object.fromEntries(plan(rounds, stories).rounds.map(({ id, stories: some }) => [id, some.map(({ title }) => title)]));

const ON_CALL = round('on-call', ['production-incident', 'mistake']);
const MANAGER = round('manager', ['mistake']);

describe('a plan for an interview day', () => {
  test('keeps no story twice: one gives way where another round has nothing else', () => {
    const stories = bankOf({ outage: 'shape: production-incident', slip: 'shape: mistake' });
    expect(kept([ON_CALL, MANAGER], stories)).toEqual({ 'on-call': ['outage'], manager: ['slip'] });
    expect(kept([round('on-call', ['mistake', 'production-incident']), MANAGER], stories)).toEqual({ 'on-call': ['outage'], manager: ['slip'] });
  });

  test('takes ready stories before drafts, and never a retired one', () => {
    const stories = bankOf({ rough: 'shape: mistake\nsignals: [ownership]\nstatus: draft', ready: 'shape: mistake', old: 'shape: mistake\nstatus: retired' });
    expect(kept([round('manager', ['mistake'], { signals: ['ownership'] })], stories)).toEqual({ manager: ['ready'] });
    expect(kept([round('manager', ['mistake'], { stories: 3 })], stories)).toEqual({ manager: ['ready', 'rough'] });
  });

  test('of several, the one that shows what is wanted most', () => {
    const stories = bankOf({ plain: 'shape: mistake', marked: 'shape: mistake\nsignals: [resilience]', most: 'shape: mistake\nsignals: [ownership]' });
    expect(kept([round('manager', ['mistake'], { signals: ['ownership', 'resilience'] })], stories)).toEqual({ manager: ['most'] });
  });

  test('a round has two kinds of story rather than the same kind twice', () => {
    const stories = bankOf({ page: 'shape: three-am-page\nsignals: [incident-judgement]', outage: 'shape: production-incident\nsignals: [incident-judgement]', quiet: 'shape: pager-reduction' });
    const wanted = round('on-call', ['production-incident', 'pager-reduction'], { stories: 2, signals: ['incident-judgement'] });
    expect(kept([wanted], stories)['on-call']).toEqual(['page', 'quiet']);
    expect(kept([wanted], stories.slice(0, 2))['on-call']).toEqual(['page', 'outage']);
  });

  test('says why in plain words, and how to tell it', () => {
    const text = '## Situation\n\nThe ferry pier had one server.\n\n## Framing: Empathy for the pager\n\n### Action\n\nI moved the check to the morning.';
    const [talk] = plan([round('on-call', ['mistake'], { signals: ['pager-empathy'] })], bankOf({ pier: ['shape: mistake\nstatus: draft', text] })).rounds;
    expect(talk!.stories).toEqual([{
      id: 'pier.star.md',
      title: 'pier',
      fit: 'strong',
      framing: 'Empathy for the pager',
      reasons: ['The kind of story they ask for: "Mistake".', 'It can be heard to show "Empathy for the pager".', 'It is a draft: finish it first.'],
    }]);
  });

  test('names the gaps with the kinds of story that would fill them, each kind once a day while there are others', () => {
    const rounds = plan([round('one', ['mistake', 'proud-project'], { stories: 2 }), round('two', ['proud-project', 'prioritization'])], bankOf({ slip: 'shape: mistake' })).rounds;
    expect(rounds.map(({ gaps }) => gaps)).toEqual([
      [{ shape: 'proud-project', title: 'Work you are proud of', template: 'story-proud-project' }],
      [{ shape: 'prioritization', title: 'Deciding what comes first', template: 'story-prioritization' }],
    ]);
  });

  test('a round that names no kind of story asks for those that show its signals', () => {
    expect(plan([round('open', [], { signals: ['slo-discipline'] })], []).rounds[0]!.gaps).toMatchObject([{ shape: 'slo-tradeoff' }]);
    expect(kept([round('open', [], { signals: ['slo-discipline'] })], bankOf({ no: 'signals: [slo-discipline]' }))).toEqual({ open: ['no'] });
  });

  test.each(builtinRubric().data.loops.map((loop) => [loop.id, loop] as const))('%s: an empty bank has a gap for every place', (_, loop) => {
    const { rounds } = planLoop(loop, [], builtinRubric());
    expect(rounds.map(({ gaps }) => gaps.length)).toEqual(loop.rounds.map(({ stories }) => stories));
  });

  test('a large bank is planned, with no story twice', () => {
    const [story] = bankOf({ outage: 'shape: production-incident\nsignals: [incident-judgement]' }) as [BankStory];
    const stories = Array.from({ length: 10_000 }, (_, index) => ({ ...story, id: `${index}.star.md` }));
    const kept = planLoop(builtinRubric().data.loops[0]!, stories, builtinRubric()).rounds.flatMap((each) => each.stories.map(({ id }) => id));
    expect(kept.length).toBeGreaterThan(0);
    expect(new Set(kept).size).toBe(kept.length);
  });
});

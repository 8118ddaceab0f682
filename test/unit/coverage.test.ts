import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CoverageRow } from '../../server/src/bank/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { compileRubric } from '../../server/src/rubric/index.js';
import { bankOf, covered, storyOf } from './banks.js';

const stateOf = (rows: readonly CoverageRow[], id: string): string => rows.find((row) => row.id === id)!.state;
const cellsOf = (rows: readonly CoverageRow[], id: string): CoverageRow['stories'] => rows.find((row) => row.id === id)!.stories;

describe('a theme', () => {
  test('is covered by a ready story of its kind or of a narrower one', () => {
    const { themes } = covered(bankOf({ page: 'shape: three-am-page', slip: 'shape: mistake\nstatus: ready' }));
    expect(cellsOf(themes, 'production-incident')).toEqual([{ story: 'page.star.md', how: 'marked', draft: false }]);
    expect(['production-incident', 'mistake', 'migration-rollout'].map((id) => stateOf(themes, id))).toEqual(['covered', 'covered', 'gap']);
  });

  test('is not covered by a wider kind', () => {
    expect(stateOf(covered(bankOf({ outage: 'shape: production-incident' }), 'backend-signals-long').themes, 'three-am-page')).toBe('gap');
  });

  test('has only a draft while every story of its kind is one', () => {
    expect(stateOf(covered(bankOf({ slip: 'shape: mistake\nstatus: draft' })).themes, 'mistake')).toBe('draft');
    expect(stateOf(covered(bankOf({ slip: 'shape: mistake\nstatus: draft', other: 'shape: mistake' })).themes, 'mistake')).toBe('covered');
  });

  test('is not covered by a retired story, which is in no column either', () => {
    const { themes, stories } = covered(bankOf({ old: 'shape: mistake\nstatus: retired' }));
    expect([stateOf(themes, 'mistake'), stories]).toEqual(['gap', []]);
  });

  test('can be heard: the kind is recognised where none is declared', () => {
    const { themes } = covered(bankOf({ slip: ['status: ready', 'I made a mistake: I deleted the wrong table in production.\n\nIt was my mistake, I had not read the plan. I told the team that it was my fault and restored the table.'] }));
    expect(cellsOf(themes, 'mistake')).toEqual([{ story: 'slip.star.md', how: 'heard', draft: false }]);
  });
});

describe('a theme that no story is marked with', () => {
  const text = 'The nightly report kept people waiting.\n\nI profiled it and changed the join.\n\nNow they have it when they come in.';
  test('names the stories that sound like it, and is not what to write next', () => {
    const { themes, next, advice } = covered(bankOf({ slow: ['status: ready', text] }));
    const row = themes.find(({ id }) => id === 'performance-scaling')!;
    expect([row.state, row.maybe]).toEqual(['gap', ['slow.star.md']]);
    expect(next!.why).not.toContain('Performance');
    expect(advice.find(({ code }) => code === 'bank-theme-gap')!.message).not.toContain('Performance');
  });
  test('names none that is marked as something else', () => {
    const row = covered(bankOf({ slow: ['shape: mistake', text] })).themes.find(({ id }) => id === 'performance-scaling')!;
    expect(row.maybe).toEqual([]);
  });
});

describe('a signal', () => {
  test('is shown by a story that is marked with it', () => {
    const { signals } = covered(bankOf({ quiet: 'signals: [pager-empathy]' }));
    expect(signals).toHaveLength(8);
    expect(cellsOf(signals, 'pager-empathy')).toEqual([{ story: 'quiet.star.md', how: 'marked', draft: false }]);
  });

  test('is heard where the kind of story and its beats leave no doubt', () => {
    const text = 'Every night three people were paged.\n\nI deleted the alerts that nobody could act on.\n\nPages went from ninety to fourteen a week over the quarter, measured on the pager\'s own log.';
    expect(cellsOf(covered(bankOf({ quiet: ['shape: pager-reduction', text] })).signals, 'pager-empathy')).toEqual([{ story: 'quiet.star.md', how: 'heard', draft: false }]);
    expect(cellsOf(covered(bankOf({ bare: 'shape: pager-reduction' })).signals, 'pager-empathy')).toEqual([]);
    expect(cellsOf(covered(bankOf({ other: ['shape: proud-project', text] })).signals, 'pager-empathy')).toEqual([]);
  });

  test('is shown by a framing that is called after it, and coverage says by which', () => {
    const text = '## Situation\n\nThe ferry pier had one server.\n\n## Framing: Empathy for the pager\n\n### Action\n\nI moved the check to the morning.';
    for (const [front, how] of [['status: ready', 'heard'], ['signals: [pager-empathy]', 'marked']] as const) {
      expect(cellsOf(covered(bankOf({ pier: [front, text] })).signals, 'pager-empathy')).toEqual([{ story: 'pier.star.md', how, draft: false, framing: 'Empathy for the pager' }]);
    }
  });

  test('is not shown by a framing in whose name it stands within another word, or that says nothing', () => {
    const framing = (name: string, text: string): string => `## Situation\n\nThe ferry pier had one server.\n\n## Framing: ${name}\n\n${text}`;
    const stories = bankOf({ slow: ['status: ready', framing('The slowest pier', '### Action\n\nI moved the check.')] });
    expect(cellsOf(covered(stories).signals, 'slo-discipline')).toEqual([]);
  });

  test('each of the bank that is marked would be heard as well', () => {
    const folder = path.join(import.meta.dirname, '../bank/stories');
    for (const file of readdirSync(folder)) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const marked = storyOf(file, text).signals.filter(({ declared }) => declared).map(({ id }) => id);
      const heard = storyOf(file, text.replace(/^signals:.*\n/m, '')).signals.map(({ id }) => id);
      expect(heard, file).toEqual(expect.arrayContaining(marked));
    }
  });
});

describe('what to write next', () => {
  test('is the kind that fills most gaps among themes and signals', () => {
    expect(covered([]).next).toMatchObject({ shape: 'production-incident', template: 'story-production-incident' });
    const next = covered(bankOf({ outage: 'shape: production-incident\nsignals: [incident-judgement, post-incident-review]', move: 'shape: migration-rollout\nsignals: [data-integrity]' })).next;
    expect(next).toEqual({
      shape: 'cross-team-influence',
      title: 'Influence without authority',
      template: 'story-cross-team-influence',
      why: 'It would be your first about "Influence without authority" and the first to show "Working across teams".',
    });
  });

  test('is nothing when nothing is missing', () => {
    const { themes } = builtinRubric().profile('balanced')!;
    const stories = bankOf({ all: `shape: [${themes.join(', ')}]\nsignals: [${covered([]).signals.map(({ id }) => id).join(', ')}]` });
    expect(covered(stories).next).toBeUndefined();
  });
});

describe('a rubric of one\'s own', () => {
  const { data } = builtinRubric();
  const balanced = data.profiles.find(({ id }) => id === 'balanced')!;

  test('its kinds of story can be themes', () => {
    const shape = { ...data.shapes[0]!, id: 'harbour-night', title: 'A night at the harbour', kindOf: undefined as never, cues: [] };
    const rubric = compileRubric({ ...data, shapes: [...data.shapes, shape], profiles: [{ ...balanced, id: 'harbour', themes: ['harbour-night'] }] });
    expect(covered([], 'harbour', {}, rubric).themes).toMatchObject([{ id: 'harbour-night', title: 'A night at the harbour', state: 'gap' }]);
    expect(stateOf(covered(bankOf({ storm: 'shape: harbour-night' }, rubric), 'harbour', {}, rubric).themes, 'harbour-night')).toBe('covered');
  });

  test('a profile without themes has none, and its signals still count', () => {
    const rubric = compileRubric({ ...data, profiles: [{ ...balanced, id: 'bare', themes: [] }] });
    const { themes, signals, next } = covered([], 'bare', {}, rubric);
    expect([themes, signals.length]).toEqual([[], 8]);
    expect(next?.why).toMatch(/^It would be the first to show "/);
  });

  test('kinds that belong to each other in a circle end', () => {
    const shapes = data.shapes.map((shape) => (shape.id === 'mistake' ? { ...shape, kindOf: 'proud-project' } : shape.id === 'proud-project' ? { ...shape, kindOf: 'mistake' } : shape));
    const rubric = compileRubric({ ...data, shapes });
    expect(stateOf(covered(bankOf({ slip: 'shape: mistake' }, rubric), 'balanced', {}, rubric).themes, 'proud-project')).toBe('covered');
  });
});

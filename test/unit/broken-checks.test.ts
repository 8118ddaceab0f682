import { afterEach, describe, expect, test } from 'vitest';
import { TELLING_MEASURES } from '../../server/src/review/checks.js';
import { review } from '../../server/src/review/index.js';
import type { Rubric } from '../../server/src/rubric/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { bankStory, coverage } from '../../server/src/bank/index.js';
import { ABOUT_STORY } from '../../server/src/bank/advice/aboutStory.js';
import { codeActions, completions, diagnostics, hover, reviewedStory, withoutFindings } from '../../server/src/service/index.js';
import { parseStory } from '../../server/src/story/index.js';

const WEAK = '## Situation\n\nOur shop was down.\n\n## Action\n\nWe fixed it and we told the team and we went home.\n\n## Result\n\nIt was fast again.\n';

/** A rubric of which one method throws for these names. */
function rubricWithout(method: 'template' | 'criterion' | 'beat', ...names: readonly string[]): Rubric {
  const rubric = builtinRubric();
  const whole = rubric[method].bind(rubric) as (name: string) => unknown;
  const faulty = (name: string): unknown => {
    if (names.includes(name)) throw new Error('out of order');
    return whole(name);
  };
  return new Proxy(rubric, {
    get(of, name) {
      const value: unknown = name === method ? faulty : Reflect.get(of, name, of);
      return typeof value === 'function' ? (value.bind(of) as unknown) : value;
    },
  });
}

/** A rubric that throws where it hears a word. */
function deafTo(word: string): Rubric {
  const { matcher } = builtinRubric();
  const match = (...[tokens, roles]: Parameters<typeof matcher.match>) => {
    if (tokens.some(({ word: said }) => said === word)) throw new Error('out of order');
    return matcher.match(tokens, roles);
  };
  return new Proxy(builtinRubric(), {
    get(of, name) {
      const value: unknown = name === 'matcher' ? { match } : Reflect.get(of, name, of);
      return typeof value === 'function' ? (value.bind(of) as unknown) : value;
    },
  });
}

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const EDITS = { documentChanges: true, snippetEdits: true };

const measures = TELLING_MEASURES as Record<string, unknown>;
const whole = { ...measures };
afterEach(() => Object.assign(measures, whole));

/** From now on everything that is measured so throws. */
function breaks(...names: readonly string[]): void {
  for (const name of names) {
    measures[name] = () => {
      throw new Error(`${name} is broken`);
    };
  }
}

describe('a check that throws', () => {
  test('is named once, and every other finding is there all the same', () => {
    const before = review(parseStory(WEAK), builtinRubric());
    expect(before.broken).toEqual([]);
    breaks('team-voice');
    const after = review(parseStory(WEAK), builtinRubric());
    expect(after.broken).toMatchObject([{ part: 'check', name: 'team-only-voice', error: { message: 'team-voice is broken' } }]);
    const codes = ({ tellings: [{ findings }] }: typeof before) => findings.map(({ rule }) => rule);
    expect(codes(before)).toHaveLength(6);
    expect(codes(after)).toEqual(codes(before));
  });

  test('is one line of information at the top of the story, however many there are', () => {
    breaks('team-voice');
    const one = reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(WEAK), builtinRubric(), {});
    expect(diagnostics(one)[0]).toMatchObject({ code: 'check-broke-off', severity: 3, message: 'The check team-only-voice broke off: a fault in Starwright, not in your story. Its log says more.' });
    breaks('last-sentence', 'tally');
    const more = diagnostics(reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(WEAK), builtinRubric(), {}));
    expect(more.filter(({ code }) => code === 'check-broke-off')).toHaveLength(1);
    expect(more[0]?.message).toMatch(/^\d+ checks broke off: /);
    expect(diagnostics(withoutFindings(one))).toEqual([]);
  });
});

describe('a fix that throws', () => {
  const opened = (rubric: Rubric) => reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(WEAK), rubric, {});
  const titles = (story: ReturnType<typeof opened>) => codeActions(story, WHOLE, { diagnostics: [] }, EDITS).map(({ title }) => title);

  test('is left out and named once, and the finding, the way to silence it and all other fixes stay', () => {
    const before = titles(opened(builtinRubric()));
    const story = opened(rubricWithout('template', builtinRubric().beat('learning')!.fill));
    const after = titles(story);
    expect(before.filter((title) => !after.includes(title))).toEqual([expect.stringMatching(/^Add: I learned/)]);
    expect(story.review.broken).toMatchObject([{ part: 'fix', name: 'no-learning', error: { message: 'out of order' } }]);
    expect(after).toContainEqual(expect.stringContaining('no-learning'));
    expect(titles(story)).toEqual(after);
    expect(story.review.broken).toHaveLength(1);
    expect(diagnostics(story)[0]?.code).not.toBe('check-broke-off');
  });
});

describe('one part that throws', () => {
  test('leaves a hover its other parts', () => {
    const story = (rubric: Rubric) => reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(WEAK), rubric, {});
    const at = { line: 4, character: 4 };
    const told = (rubric: Rubric) => (hover({ ...whole, rubric }, at, { hoverFormat: 'plaintext', commandLinks: false })!.contents as { value: string }).value;
    const whole = story(builtinRubric());
    const all = told(builtinRubric());
    expect(all).toMatch(/Not heard yet[^]*No tradeoff named/);
    const less = told(rubricWithout('criterion', 'no-tradeoff'));
    expect(less).toContain('Not heard yet');
    expect(less).not.toContain('No tradeoff named');
    expect(whole.review.broken).toMatchObject([{ part: 'hover', name: 'no-tradeoff' }]);
  });

  test('leaves completion what else is offered there', () => {
    const rubric = rubricWithout('beat', 'tradeoff');
    const text = '## Situation\n\nOur shop was down for an hour and nobody knew why it was so, not even the people who had built it that year.\n\n## Action\n\n\n';
    const story = { ...reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(text), builtinRubric(), {}), rubric };
    expect(() => completions(story, { line: 6, character: 0 }, { snippets: true, suggestCommand: undefined })).not.toThrow();
    expect(story.review.broken).toMatchObject([{ part: 'completion', name: 'sentences' }]);
  });

  test('is a framing that cannot be heard: the story is judged as before, and the framing by its structure', () => {
    const text = `${WEAK}\n## Framing: calm\n\n### Action\n\nI drew the queue on a board.\n`;
    const codes = (rubric: Rubric) => {
      const { tellings, broken } = review(parseStory(text), rubric);
      return { own: tellings[0].findings.map(({ rule }) => rule), framing: tellings[1]!.findings.map(({ rule }) => rule), broken };
    };
    const before = codes(builtinRubric());
    const after = codes(deafTo('board'));
    expect(after.broken).toMatchObject([{ part: 'hearing', name: 'a framing', error: { message: 'out of order' } }]);
    expect(after.own).toEqual(before.own);
    expect(before.framing).toContain('no-tradeoff');
    expect(after.framing).not.toContain('no-tradeoff');
    expect(codes(deafTo('shop'))).toMatchObject({ own: expect.not.arrayContaining(['other-language', 'no-learning']), broken: [{ name: 'the story' }, { name: 'a framing' }] });
  });

  test('is one criterion of the bank: every other line of the coverage is there', () => {
    const judges = ABOUT_STORY as Record<string, unknown>;
    const judge = judges['no-question-mapped'];
    const rubric = builtinRubric();
    const covered = () => coverage([bankStory('a.star.md', review(parseStory(`---\nstar: 1\nstatus: ready\n---\n${WEAK}`), rubric), rubric)], rubric, rubric.data.profiles[0]!, '2026-11-20');
    const before = covered();
    judges['no-question-mapped'] = () => {
      throw new Error('out of order');
    };
    const after = covered();
    judges['no-question-mapped'] = judge;
    expect(before.broken).toEqual([]);
    expect(after.broken).toMatchObject([{ part: 'bank', name: 'no-question-mapped' }]);
    expect(after.advice).toEqual(before.advice.filter(({ code }) => code !== 'no-question-mapped'));
  });
});

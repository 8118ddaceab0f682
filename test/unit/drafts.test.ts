import { describe, expect, test } from 'vitest';
import { captured } from '../../server/src/refactor/drafts/capture.js';
import { withHead } from '../../server/src/refactor/drafts/front-matter.js';
import { answerSkeleton, storyFromTemplate } from '../../server/src/refactor/drafts/template.js';
import { suggestTitle } from '../../server/src/refactor/drafts/title.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { catalog } from '../../server/src/service/catalog.js';
import { draft } from '../../server/src/service/draft.js';
import { parseStory } from '../../server/src/story/index.js';
import { codesIn } from './reviewing.js';

const rubric = builtinRubric();

describe('a story from a question', () => {
  test('names the question and the kind in its front matter', () => {
    const text = storyFromTemplate(rubric, { shape: 'three-am-page', title: 'Till: "slow"', question: 'incident-end-to-end' })!;
    expect(text).toMatch(/^---\nstar: 1\ntitle: "Till: \\"slow\\""\nshape: three-am-page\nstatus: draft\nquestions:\n {2}- incident-end-to-end\n---\n\n# Till: "slow"\n/);
    expect(parseStory(text).frontMatter?.problems).toEqual([]);
  });

  test('or the question in the person\'s own words', () => {
    const text = storyFromTemplate(rubric, { shape: 'mistake', title: 'Late', question: 'When were you last: wrong?' })!;
    expect(parseStory(text).frontMatter?.questions.map(({ value }) => value)).toEqual(['When were you last: wrong?']);
    expect(codesIn(text)).not.toContain('unknown-question');
  });

  test.each(catalog(rubric).questions.map((question) => [question.id, question] as const))('%s: only kinds that have a template, or an answer', (id, { shapes, wantsStory }) => {
    for (const shape of shapes) expect(codesIn(storyFromTemplate(rubric, { shape, title: 'T', question: id })!)).not.toContain('unknown-question');
    if (!wantsStory) expect(answerSkeleton(rubric, id)).toMatch(/^# .*\n\n[^]*\[/);
  });
});

test('what stands in the front matter is no tab stop', () => {
  const made = draft(rubric, { from: 'template', shape: 'mistake', title: 'Late', question: 'a-b' });
  expect('snippet' in made && made.snippet!.split('---')[1]).not.toContain('${');
});

describe('three lines', () => {
  const lines = { happened: 'Checkout was down for 20 minutes on Friday, and the phones rang; nobody knew why', did: 'rolled back {v2} $1 [sic]', came: '', date: '2026-11-20' };

  test('stand as they were typed, with slots for what is missing', () => {
    expect(captured(lines)?.text).toBe(
      '---\nstar: 1\nstatus: draft\n---\n\n## Situation\n\nCheckout was down for 20 minutes on Friday, and the phones rang; nobody knew why\n\n' +
        '## Task\n\n[what was yours to do]\n\n## Action\n\nrolled back {v2} $1 [sic]\n\n## Result\n\n[what came of it]\n\n' +
        '## Learning\n\n[what you do differently since]\n\n## Notes\n\n- Captured on 2026-11-20.\n',
    );
  });

  test('the title is suggested for the file, and the first tab stop is what is missing', () => {
    const made = draft(rubric, { from: 'lines', ...lines });
    expect(made).toMatchObject({ title: 'Checkout was down for 20 minutes on Friday, and the phones', snippet: expect.stringContaining('${1:[what was yours to do]}') });
    expect(made).toMatchObject({ snippet: expect.stringContaining('rolled back {v2\\} \\$1 ${2:[sic]}') });
  });

  test('any of them may be empty, but not all', () => {
    expect(captured({ ...lines, happened: ' ' })?.title).toBe('Rolled back {v2} $1 sic');
    expect(captured({ happened: '', did: '…', came: ' ', date: '' })).toBeUndefined();
  });
});

describe('a title', () => {
  test.each([
    ['We lost the queue. Then it got worse.', 'We lost the queue'],
    ['> **“the till”** was [slow](https://example.org)', '“the till” was slow'],
    ['\n\n- one word\n', 'One word'],
    ['x'.repeat(300), `X${'x'.repeat(59)}`],
    ['größte Störung: der Freitag', 'Größte Störung'],
    ['🙂🙂', undefined],
    ['', undefined],
  ])('%j', (text, title) => expect(suggestTitle(text)).toBe(title));
});

describe('front matter', () => {
  test('says what is not said in it yet', () => {
    expect(withHead('---\nstar: 1\nshape: mistake\n---\nX\n', { shape: 'toil-elimination', questions: ['a-b'] })).toBe('---\nstar: 1\nshape: mistake\nquestions:\n  - a-b\nstatus: draft\n---\nX\n');
  });

  test('is begun where there is none', () => {
    expect(withHead('\ufeff\r\n\r\nX\r\n', { title: 'a: b' })).toBe('---\nstar: 1\ntitle: "a: b"\nstatus: draft\n---\n\nX\r\n'.replace(/\r?\n/g, '\r\n'));
  });
});

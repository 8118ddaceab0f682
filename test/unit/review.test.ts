import { describe, expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { review } from '../../server/src/review/index.js';
import { compileRubric } from '../../server/src/rubric/index.js';
import { parseStory } from '../../server/src/story/index.js';
import { codesIn, findingsIn, reviewed, STRONG } from './reviewing.js';

const without = (part: string | RegExp): string => {
  const text = STRONG.replace(part, '');
  expect(text).not.toBe(STRONG);
  return text;
};

test('a strong story has no finding', () => {
  expect(findingsIn(STRONG)).toEqual([]);
});

test('and every beat is heard, but a result in words only', () => {
  const asked = builtinRubric().profile('balanced')!.beats;
  const unheard = reviewed(STRONG).beats.filter(({ id, present }) => id in asked && !present);
  expect(unheard.map(({ id }) => id)).toEqual([]);
});

describe('take one thing away, and that is what is missing', () => {
  test.each([
    ['the tradeoff', /I considered[^]*?one night\.\n/, 'no-tradeoff', '## Action'],
    ['the ownership', 'I was responsible for finding the cause and for a fix', 'no-ownership', '## Task'],
  ])('%s', (_, part, code, anchor) => {
    expect(findingsIn(without(part))).toEqual([`warning ${code}: "${anchor}"`]);
  });
  test('the tradeoff, more gently where its cost is said', () => {
    const text = without(/I considered[^]*?one night\.\n/).replace('## Result', 'That cost the team another week.\n\n## Result');
    expect(findingsIn(text)).toEqual(['information no-tradeoff: "## Action"']);
  });
  test('the prevention, more gently in a story about speed', () => {
    const text = without(/I also added[^]*?lookups\.\n/);
    expect(findingsIn(text)).toEqual(['information no-prevention: "## Action"']);
    expect(findingsIn(`---\nstar: 1\nshape: production-incident\n---\n\n${text}`)).toContain('warning no-prevention: "## Action"');
  });
  test('the figures', () => {
    const text = STRONG.replace(/Search at the peak[^]*?weeks, and/, 'Search at the peak got much faster and').replace('hotels stopped', 'hotels stopped');
    expect(codesIn(text)).toContain('directional-only-result');
    expect(codesIn(text)).not.toContain('no-measurable-result');
  });
  test('a whole section raises one finding, not one for each of its beats', () => {
    const text = without(/## Result[^]*?support\.\n\n/).replace('booking service that 40 hotels use at check-in', 'room service').replace('before the holiday weekend', 'in a week').replace(', so guests waited at the desk', '').replace(', watched the graphs for an hour', '');
    expect(codesIn(text)).toEqual(['missing-section']);
    expect(codesIn(`---\nstar: 1\nrules:\n  missing-section: off\n---\n\n${text}`)).toEqual([]);
  });
});

describe('length, order and shares', () => {
  const long = STRONG.replace('## Task', 'It was August. The hotels were full. The team was small. I had joined in May.\n\n## Task');
  test('a Situation above the limit', () => {
    expect(codesIn(long)).toContain('situation-too-long');
    expect(codesIn(long, { override: { profile: 'star-concise' } })).toContain('situation-too-long');
  });
  test('at the limit there is no finding', () => {
    expect(codesIn(STRONG.replace('## Task', 'It was August.\n\n## Task'))).toEqual([]);
    expect(codesIn(STRONG.replace('## Task', 'It was August.\n\n## Task'), { override: { profile: 'star-concise' } })).toEqual(expect.arrayContaining(['situation-too-long']));
  });
  test('sections out of order and told twice', () => {
    const [head, rest] = STRONG.split('## Task');
    const [task, action] = rest!.split('## Action');
    expect(codesIn(`${head}## Action${action!.split('## Result')[0]}## Task${task}## Result${action!.split('## Result')[1]}`)).toEqual(['section-order']);
    expect(codesIn(STRONG.replace('## Result', '## Action\nI also wrote it up.\n\n## Result'))).toEqual(['duplicate-section']);
  });
  test('an empty section', () => {
    expect(codesIn(STRONG.replace(/(## Learning\n)[^]*/, '$1'))).toEqual(['empty-section']);
  });
  test('times are spoken words at 140 a minute', () => {
    const { timing } = reviewed(STRONG);
    expect(timing.seconds).toBe(Math.round((timing.words / 140) * 60));
    expect(reviewed(STRONG, { override: { wordsPerMinute: 280 } }).timing.seconds).toBe(Math.round((timing.words / 280) * 60));
  });
});

describe('who decides', () => {
  const text = without(/I considered[^]*?one night\.\n/);
  const withFront = (front: string): string => `---\n${front}\n---\n\n${text}`;
  test.each([
    ['nobody', text, {}, 'warning'],
    ['a draft is gentler', withFront('status: draft'), {}, 'information'],
    ['the editor', text, { defaults: { rules: { 'no-tradeoff': 'hint' as const } } }, 'hint'],
    ['the story over the editor', withFront('rules: { no-tradeoff: error }'), { defaults: { rules: { 'no-tradeoff': 'hint' as const } } }, 'error'],
    ['the command line over the story', withFront('rules: { no-tradeoff: error }'), { override: { rules: { 'no-tradeoff': 'information' as const } } }, 'information'],
    ['a suppression over all', text.replace('## Action', '<!-- star-disable-next-line no-tradeoff -- implied -->\n## Action'), { override: { rules: { 'no-tradeoff': 'error' as const } } }, undefined],
  ])('%s', (_, story, options, severity) => {
    expect(reviewed(story, options).findings.find(({ rule }) => rule === 'no-tradeoff')?.severity).toBe(severity);
  });
  test('every finding of a draft is a level gentler, those about the file too', () => {
    const levels = ['hint', 'information', 'warning', 'error'];
    const weak = (status: string): string => `---\nstatus: ${status}\nshape: mistak\nrules: { no-learning: error }\n---\n\n${without(/## Learning[^]*/)}\nWe improved things. TODO\n\n<!-- star-disable-line buzzword -->\n`;
    const severities = (status: string): number[] => reviewed(weak(status)).findings.map(({ severity }) => levels.indexOf(severity));
    expect(severities('ready').length).toBeGreaterThan(3);
    expect(severities('draft')).toEqual(severities('ready').map((level) => Math.max(0, level - 1)));
  });
  test('a shape asks for its beats', () => {
    const shaped = (shape: string): string => without(/## Learning[^]*/).replace('# The', `---\nshape: ${shape}\n---\n\n# The`);
    expect(findingsIn(shaped('mistake')).join()).toContain('warning no-learning');
    expect(findingsIn(shaped('performance-scaling')).join()).toContain('information no-learning');
  });
});

describe('suppressions', () => {
  const text = without(/I considered[^]*?one night\.\n/);
  test.each([
    ['next line', text.replace('## Action', '<!-- star-disable-next-line no-tradeoff -- implied -->\n\n## Action')],
    ['same line', text.replace('## Action', '## Action <!-- star-disable-line no-tradeoff -- implied -->')],
    ['file', `${text}\n<!-- star-disable-file no-tradeoff -->`],
    ['block', text.replace('## Action', '<!-- star-disable no-tradeoff -->\n\n## Action').replace('## Result', '<!-- star-enable -->\n\n## Result')],
    ['every code', text.replace('## Action', '<!-- star-disable-next-line -->\n## Action')],
  ])('%s', (_, story) => {
    expect(codesIn(story)).toEqual([]);
  });
  test('one that names an unknown code, and one that hides nothing', () => {
    expect(findingsIn(STRONG.replace('## Action', '<!-- star-disable-next-line no-tradeof -->\n## Action'))).toEqual(['hint unknown-suppression: "no-tradeof"']);
    expect(findingsIn(STRONG.replace('## Action', '<!-- star-disable-next-line no-tradeoff -->\n## Action'))).toEqual(['hint unused-suppression: "<!-- star-disable-next-line no-tradeoff -->"']);
  });
});

test('what has no place in a text comes before what has one, also where that is its very beginning', () => {
  for (const before of ['', '\ufeff', '\n']) expect(codesIn(`${before}Impact`).at(-1)).toBe('empty-section');
});

describe('what is unfinished or no story gets a short answer', () => {
  test.each([
    ['an empty file', '', ['not-a-story']],
    ['a shopping list', '- milk\n- eggs', ['not-a-story']],
    ['a binary file', 'a\0b', ['not-read']],
    ['an unknown shape', STRONG.replace('# The', '---\nshape: productoin-incident\n---\n# The'), ['unknown-shape']],
    ['an unknown profile', STRONG.replace('# The', '---\nprofile: star-m\n---\n# The'), ['unknown-profile']],
    ['broken front matter', STRONG.replace('# The', '---\ntitle: a: b\n---\n# The'), ['invalid-front-matter']],
  ])('%s', (_, text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

describe('text without labels', () => {
  const flat = STRONG.replace(/^#+ .*\n+/gm, '');
  test('is reviewed as a whole, with one hint that offers to divide it', () => {
    expect(codesIn(flat)).toEqual(['no-sections']);
  });
});

describe('a framing', () => {
  const text = `${STRONG}\n## Framing: For the pager\n### Action\nWe rebuilt the index. We watched it.\n`;
  test('inherits what it does not repeat and is judged on its own', () => {
    const { tellings } = review(parseStory(text), builtinRubric());
    expect(tellings[0].findings).toEqual([]);
    expect(tellings[1]!.timing.sections.map(({ role }) => role)).toEqual(['situation', 'task', 'action', 'result', 'learning']);
    expect(tellings[1]!.findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['no-tradeoff']));
  });
});

describe('a check is data', () => {
  test('another section is held to a limit of its own without any code', () => {
    const { data } = builtinRubric();
    const check = { ...data.checks.find(({ code }) => code === 'situation-too-long')!, code: 'my-task-too-long', section: 'task' as const, limit: 'mySentences' };
    const profiles = data.profiles.map((profile) => ({ ...profile, limits: { ...profile.limits, mySentences: 1 } }));
    const rubric = compileRubric({ ...data, checks: [...data.checks, check], profiles });
    const text = STRONG.replace('holiday weekend.', 'holiday weekend. Nobody else was free.');
    const found = review(parseStory(text), rubric).tellings[0].findings;
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual(['my-task-too-long: The Situation takes 2 sentences. Keep 1; the rest can go to Notes.']);
  });
});

import { expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { rehearsalEdit, rehearsalPlan, reviewedStory, transcriptSheet, type NotedRehearsal, type ReviewedStory } from '../../server/src/service/index.js';
import { parseStory } from '../../server/src/story/index.js';

const BODY = '# A night on call\n\n## Action\n\nI found the slow query and added the index it needed.\n';
const open = (text: string): ReviewedStory => reviewedStory({ uri: 'file:///s.star.md', version: 1 }, parseStory(text), builtinRubric(), {});

/** The text after a rehearsal was noted in it; undefined where none could be. */
function noted(text: string, rehearsal: Partial<NotedRehearsal> = {}): string | undefined {
  const reviewed = open(text);
  const edit = rehearsalEdit(reviewed, { date: '2026-11-22', seconds: 96, ...rehearsal }, { documentChanges: false, snippetEdits: false });
  const [change] = edit?.changes?.['file:///s.star.md'] ?? [];
  return change && text.slice(0, reviewed.lines.offsetAt(change.range.start)) + change.newText + text.slice(reviewed.lines.offsetAt(change.range.end));
}
const story = (...lines: string[]): string => ['---', ...lines, '---', ''].join('\n') + BODY;

test('a story without front matter gets some', () => {
  expect(noted(BODY)).toBe(`---\nrehearsed:\n  - { date: 2026-11-22, seconds: 96 }\n---\n\n${BODY}`);
});

test('a rehearsal is added in the style of those that are there; unknown keys stay as they are', () => {
  expect(noted(story('title:  A night', 'mine: [ 1,2 ]'))).toBe(story('title:  A night', 'mine: [ 1,2 ]', 'rehearsed:', '  - { date: 2026-11-22, seconds: 96 }'));
  expect(noted(story('rehearsed: [{ date: 2026-11-20, seconds: 90 }]', 'x: y'))).toBe(story('rehearsed: [{ date: 2026-11-20, seconds: 90 }, { date: 2026-11-22, seconds: 96 }]', 'x: y'));
  expect(noted(story('rehearsed:', '- date: 2026-11-20 # at home', '  seconds: 90', 'x: y'))).toBe(story('rehearsed:', '- date: 2026-11-20 # at home', '  seconds: 90', '- date: 2026-11-22', '  seconds: 96', 'x: y'));
  expect(noted(story('rehearsed: []'))).toBe(story('rehearsed: [{ date: 2026-11-22, seconds: 96 }]'));
  expect(noted(story('rehearsed:', 'x: y'))).toBe(story('rehearsed:', '  - { date: 2026-11-22, seconds: 96 }', 'x: y'));
});

test('lines end as they do in the file', () => {
  const windows = story('title: A', 'rehearsed:', '  - { date: 2026-11-20, seconds: 90 }').replaceAll('\n', '\r\n');
  expect(noted(windows)).toBe(story('title: A', 'rehearsed:', '  - { date: 2026-11-20, seconds: 90 }', '  - { date: 2026-11-22, seconds: 96 }').replaceAll('\n', '\r\n'));
});

test('a note is kept on one line, whatever is in it, and read back as no mistake', () => {
  const text = noted(story('title: A'), { note: 'slower: "the cost"\n# and } breathe' })!;
  expect(text).toContain('  - { date: 2026-11-22, seconds: 96, note: "slower: \\"the cost\\" # and } breathe" }\n');
  expect(parseStory(text).frontMatter).toMatchObject({ problems: [], rehearsed: [{ date: '2026-11-22', seconds: 96 }] });
});

test('front matter that is broken or cannot be added to is left alone', () => {
  for (const line of ['rehearsed: [', 'rehearsed: yesterday', 'rehearsed: { date: 2026-11-20, seconds: 90 }']) expect(noted(story(line))).toBeUndefined();
  expect(noted(story('title: A'), { date: 'today: x' })).toBeUndefined();
});

test('a story that cannot be rehearsed yet says what to write first, and the time there is all the same', () => {
  const planOf = (text: string) => rehearsalPlan(open(text), 0);
  expect(planOf(BODY)).toMatchObject({ title: 'A night on call', lacks: undefined, timeline: { target: 90 } });
  expect(planOf('# A night\n')).toMatchObject({ lacks: 'prose', cues: [], timeline: { target: 90, stretches: [] } });
  expect(planOf('# A night\n\n## Situation\n\nThe site was down for an hour.\n\n## Result\n\nIt came back.\n')).toMatchObject({ lacks: 'action' });
  expect(planOf('# A night\n\n## Action\n\nI changed [what].\n')).toMatchObject({ lacks: 'cues' });
  expect(rehearsalPlan(open(BODY), 7)).toBeNull();
});

test('a transcript that cannot be compared says why', () => {
  expect(transcriptSheet(open(BODY), 0, '')).toEqual({ why: expect.stringMatching(/too little/) });
  expect(transcriptSheet(open('# A night\n'), 0, 'I found the slow query.')).toEqual({ why: expect.stringMatching(/no prose in the story/) });
  expect(transcriptSheet(open(BODY), 0, 'word '.repeat(60_000))).toEqual({ why: expect.stringMatching(/longer than a story/) });
});

import { describe, expect, test } from 'vitest';
import { Matchmaker } from '../../server/src/bank/index.js';
import { parseFolderFile } from '../../server/src/config/folderFile.js';
import { readPack } from '../../server/src/pack/index.js';
import { refactorings } from '../../server/src/refactor/index.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { hover, reviewedStory } from '../../server/src/service/index.js';
import { findIdentifiers } from '../../server/src/story/identifiers/index.js';
import { numbersIn } from '../../server/src/story/saidNumbers.js';
import { parseStory } from '../../server/src/story/index.js';
import { checkStory } from '../fuzz/checkStory.js';
import { applied, fixed } from './reviewing.js';
import { sentencesOf } from './story.js';

const rubric = builtinRubric();

describe('a word that every table of the language knows is a word like any other', () => {
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])('%s', (word) => {
    expect(new Matchmaker([], rubric).match(`Tell me about a ${word} that broke.`).ranked).toEqual([]);
    expect(numbersIn([`7${word}`, word])).toEqual([7]);
    const read = reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(`---\nstar: 1\n${word}: length\n---\n`), rubric, {});
    for (const character of [3, word.length + 4]) expect(hover(read, { line: 2, character }, { hoverFormat: 'markdown', commandLinks: false })).toBeNull();
  });
});

describe('a place lies in the text, and parts no character and no line ending', () => {
  test.each([
    ['the last words moved to the Notes, space behind them', 's.\n\n   lll '],
    ['an open bracket and a space', '[h '],
    ['an item that goes on below, moved with what goes on', '- e:\n d<x>'],
    ['a fence that nobody closed, and an edit behind it', '*Action*I\n*My role*\n```\nat he cn hm th to ne in he lf-yr ce.\r\n'],
    ['a fence in which lines end in every way', 'rd\r ```\r\n`\t\rh\ns*\r\nWe cm is ea.No and en it sil cr*So: as.'],
    ['the same section again on the next line', '*My role.* y\n*My role*\nd'],
    ['the same section again behind a lone CR', '*Situation*W\rSituation\n1'],
    ['front matter that breaks at an emoji', '---\r: 😀:\r---'],
  ])('%s', (_, text) => {
    checkStory(text);
    const { tellings } = review(parseStory(text), rubric);
    for (const { fixes } of tellings.flatMap(({ findings }) => findings)) for (const { edits } of fixes) applied(text, edits);
    const range = { start: 0, end: text.length };
    for (const { edits } of refactorings({ review: review(parseStory(text), rubric), rubric, range })) applied(text, edits);
  });

  test('what is wrong at the end of a folder file or a rubric lies in it', () => {
    const text = 'rules: [a\n 😀';
    for (const { start, end } of parseFolderFile(text, rubric).problems) expect([start <= end, end <= text.length]).toEqual([true, true]);
    for (const { start, end } of readPack([{ path: 'pack.yaml', text }]).problems) expect([start <= end, end <= text.length]).toEqual([true, true]);
  });
});

test('sections that share their lines are not merged as lines: words of others would go with them', () => {
  const text = '## Situation\n\nOne.\n\nTask: Two. Situation: Three. Action: I did four. Result: Five.\n';
  const merged = review(parseStory(text), rubric).tellings[0].findings.filter(({ rule }) => rule === 'duplicate-section').flatMap(({ fixes }) => fixes.filter(({ silences }) => !silences));
  for (const { edits } of merged) for (const word of ['One.', 'Two.', 'Three.', 'I did four.', 'Five.']) expect(applied(text, edits)).toContain(word);
});

test('a section told twice in one paragraph is merged behind its own lines', () => {
  expect(fixed('*Situation*W\rSituation\n1', 'duplicate-section', 'Merge')).toContain('1');
});

describe('an ending stands where it is heard', () => {
  test.each([
    ['in a story of one sentence', '---\nstar: 1\n---\n\nWe renewed 140 certificates by hand.\n', 'no-learning'],
    ['in a story of none', '---\nstar: 1\n---\n', 'no-measurable-result'],
    ['beside the label of a step alone', 'It was slow\n\n## The decision\n\nI moved the queue. It held.\n\n## Later\n\nIt went live in May. Both teams use it.\n', 'no-learning'],
  ])('%s', (_, text, code) => {
    const after = fixed(text, code, 'Add:');
    expect(review(parseStory(after), rubric).tellings[0].findings.map(({ rule }) => rule)).not.toContain(code);
  });
});

describe('lines may end in a lone CR', () => {
  test('the block of a key ends at a blank line', () => {
    const keyIn = (text: string): number => findIdentifiers(text)[0]!.end;
    expect(keyIn('-----BEGIN KEY-----\rMIIE\r\rIt was there.')).toBe(keyIn('-----BEGIN KEY-----\nMIIE\n\nIt was there.'));
    expect(keyIn('-----BEGIN KEY-----\r\nMIIE\r\n\r\nIt was there.')).toBe('-----BEGIN KEY-----\r\nMIIE'.length);
  });

  test('a story that was pasted into a fence is read', () => {
    const text = '```\nThe queue stopped at noon and I was called to look into it at once.\n```\n';
    expect(sentencesOf(text.replaceAll('\n', '\r'))).toEqual(sentencesOf(text));
    expect(sentencesOf(text)).toHaveLength(1);
  });
  test('front matter, folder files and rubrics are read', () => {
    expect(parseStory('---\rstar: 1\rshape: mistake\r---\r').frontMatter).toMatchObject({ star: true, problems: [], shapes: [{ value: 'mistake' }] });
    expect(parseFolderFile('profile: star-l\rwordsPerMinute: 120\r', rubric)).toEqual({ preferences: { profile: 'star-l', wordsPerMinute: 120 }, problems: [] });
    expect(readPack([{ path: 'pack.yaml', text: 'name: Ours\roff:\r  findings: [no-tradeoff]\r' }], rubric.data)).toMatchObject({ name: 'Ours', problems: [] });
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseStory } from '../../server/src/story/index.js';
import { countWords } from '../../server/src/story/spokenWords.js';
import { codesIn, fixed, reviewed } from './reviewing.js';

const root = path.join(import.meta.dirname, '..');
const storiesIn = (folder: string): [string, string][] =>
  readdirSync(path.join(root, folder)).filter((file) => file.endsWith('.star.md')).map((file) => [file, readFileSync(path.join(root, folder, file), 'utf8')]);

/** The stories that the weights were learned from: prose, notes and lists of keywords, by people from everywhere. */
const training = readdirSync(path.join(root, '../training/stories'))
  .flatMap((file) => readFileSync(path.join(root, '../training/stories', file), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { id: string; sentences: { t: string }[] })
  .map(({ id, sentences }): [string, string] => [id, sentences.map(({ t }) => t).join('\n\n')]);

const german = readFileSync(path.join(root, 'languages/german.star.md'), 'utf8');

test('no English story is taken for another language', () => {
  const all = [...storiesIn('corpus'), ...training];
  expect(all.length).toBeGreaterThan(800);
  expect(all.filter(([, text]) => !parseStory(text).english).map(([name]) => name)).toEqual([]);
}, 30_000);

describe('a story in another language is told so once, and has its sections', () => {
  test.each(storiesIn('languages'))('%s', (_, text) => {
    const { telling, findings, beats } = reviewed(text);
    expect(telling.sections.map(({ role }) => role).slice(0, 4)).toEqual(['situation', 'task', 'action', 'result']);
    expect(findings.map(({ rule }) => rule).filter((rule) => rule !== 'action-share-too-low')).toEqual(['other-language']);
    expect(beats.filter(({ missing, concerns }) => missing || concerns)).toEqual([]);
  });
});

describe('what holds in any language', () => {
  test.each([
    ['a section without text', german.replace(/(## Ergebnis\n)[^]*/, '$1'), 'empty-section'],
    ['a section that is not there', german.replace(/## Ergebnis\n[^]*/, ''), 'missing-section'],
    ['a section before another', german.replace('## Ergebnis', '## Lösung').replace('## Vorgehen', '## Ergebnis'), 'section-order'],
    ['a slot', german.replace('zwanzig Minuten', '[Dauer]'), 'unfilled-placeholder'],
    ['a suppression of nothing', `${german}\n<!-- star-disable-line no-tradeoff -->\n`, 'unused-suppression'],
  ])('%s', (_, text, code) => {
    expect(codesIn(text)).toContain(code);
  });

  test('a missing section is added with a slot, not with English', () => {
    expect(fixed(german.replace(/## Ergebnis\n[^]*/, ''), 'missing-section')).toContain('## Result\n\n[Result]');
  });

  test('a heading in a word that is not known may stand for any section', () => {
    expect(codesIn(german.replace('## Ergebnis', '## Was daraus wurde'))).not.toContain('missing-section');
  });

  test('labels in Chinese punctuation', () => {
    const { telling } = reviewed('**情况：** 数据库连接被占满。\n\n**任务：** 我负责恢复数据。\n\n行动：我停掉了报表任务。\n');
    expect(telling.sections.map(({ role }) => role)).toEqual(['situation', 'task', 'action']);
  });
});

test('a person can say that it is English', () => {
  const codes = codesIn(german, { defaults: { language: 'en' } });
  expect(codes).not.toContain('other-language');
  expect(codes).toContain('no-tradeoff');
});

test('a few words tell nothing', () => {
  expect(parseStory('## Situation\n\nDie Automaten fielen jeden Herbst aus.\n').english).toBe(true);
});

test.each([
  ['I moved the queue — then waited', 6],
  ['我停掉了报表任务', 4],
  ['我把Redis的超时改成5秒', 1 + 1 + 3 + 1 + 1],
  ['在庫が合わない。', 4],
  ['मैंने लॉग देखे', 3],
])('%s takes as long to say as %i words', (text, words) => {
  expect(countWords(text)).toBe(words);
});

test('sentences end without a space after them in Chinese, Japanese and Hindi', () => {
  const sentences = (text: string) => reviewed(text).telling.sections.flatMap((section) => section.sentences.map(({ start, end }) => text.slice(start, end)));
  expect(sentences('我停掉了任务。财务“很满意。”我们继续。')).toEqual(['我停掉了任务。', '财务“很满意。”', '我们继续。']);
  expect(sentences('मैंने लॉग देखे। काम रुक गया था।')).toEqual(['मैंने लॉग देखे।', 'काम रुक गया था।']);
});

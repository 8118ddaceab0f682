import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { Compiler } from '../../server/src/rubric/compile.js';
import { plainCompiled, readCompiled, writeCompiled } from '../../server/src/rubric/compiledText.js';
import { Apart, pairIn, tablesOf } from '../../server/src/rubric/hearingTables.js';
import { readHearing, writeHearing } from '../../server/src/rubric/hearingText.js';
import { readNumbers, writeNumbers } from '../../server/src/rubric/numberText.js';
import { readProgram } from '../../server/src/rubric/readProgram.js';
import { writeProgram } from '../../server/src/rubric/writeProgram.js';
import { compileRubric, Rubric, type Hearing, type RubricData } from '../../server/src/rubric/index.js';
import { Lexicons, trieOf } from '../../server/src/rubric/lexicons.js';
import { Matcher } from '../../server/src/rubric/matcher.js';
import { parsePattern, type Element, type Sequence } from '../../server/src/rubric/pattern.js';
import type { Program } from '../../server/src/rubric/program.js';
import { ANY_ROLE, bitsOfRoles } from '../../server/src/rubric/roleBits.js';
import { Vocabulary } from '../../server/src/rubric/vocabulary.js';
import { parseStory } from '../../server/src/story/index.js';
import { TokenClass, type Role, type Token } from '../../server/src/story/types.js';

test('what ships is what the rubric compiles to', () => {
  const { data, compiled } = builtinRubric();
  expect(compileRubric(data).compiled).toEqual(compiled);
});

test('it is written in little, and read as it was', () => {
  const { compiled } = builtinRubric();
  expect(readCompiled(writeCompiled(compiled))).toEqual(compiled);
  expect(readCompiled(plainCompiled(compiled))).toEqual(compiled);
  for (const numbers of [[], [0, 1, 45, 46, 91, 92, 5000, 5001, 5001, 1_000_000], [7, ~0, ~1, 3, ~3, ~5000], [3, 900, 4, 901, 9, 990]]) {
    for (const stride of [1, 2]) expect(readNumbers(writeNumbers(numbers, stride), stride)).toEqual(numbers);
  }
});

const FEW: Hearing = {
  ...{ beats: ['a', 'b', 'c', 'd', 'e', 'f'], base: [1], strong: [], weak: [], doubt: [] },
  weights: { shed: [0, 5, 5, -1200], 'shed load': [4, -1], 'shed _ load': [5, 7], '17': [1, 0], '^shed': [0, 3], '^shed load': [3, 12], 'load $': [2, 9], '^': [1, 6], '^ ': [2, 6], ' $': [3, 6], '!a': [0, 700] },
};

test('so is what was learned, in the tables that its plain form has', () => {
  const plain = JSON.parse(readFileSync(path.join(import.meta.dirname, '../../rubrics/hearing.json'), 'utf8')) as Hearing;
  for (const learned of [plain, FEW, { ...FEW, weights: { cache: [2, 9] } }, { ...FEW, weights: {} }]) {
    const read = readHearing(writeHearing(learned));
    expect({ ...read }).toEqual(learned);
    expect(tablesOf(read)).toEqual(tablesOf(learned));
    expect(readHearing(JSON.stringify(learned))).toEqual(learned);
  }
  expect(builtinRubric().data.hearing).toEqual(plain);
});

test('each feature is found in the tables, and no other one', () => {
  const tables = tablesOf(FEW);
  const words = tables.words.split(' ');
  const saidBy = (feature: number): number[] => (feature < 0 ? [] : Array.from(tables.beats.subarray(tables.says[feature], tables.says[feature + 1]), (beat, at) => [beat, tables.weights[tables.says[feature]! + at]!]).flat());
  for (const [first, word] of words.entries()) {
    expect(saidBy(tables.alone[first]!)).toEqual(FEW.weights[word] ?? []);
    expect(saidBy(tables.openings[first]!)).toEqual(FEW.weights[`^${word}`] ?? []);
    for (const [second, other] of words.entries()) {
      expect(saidBy(pairIn(tables, first, second, Apart.none))).toEqual(FEW.weights[`${word} ${other}`] ?? []);
      expect(saidBy(pairIn(tables, first, second, Apart.one))).toEqual(FEW.weights[`${word} _ ${other}`] ?? []);
      expect(saidBy(pairIn(tables, first, second, Apart.opening))).toEqual(FEW.weights[`^${word} ${other}`] ?? []);
    }
  }
});

test('patterns that were left out are written again as they were meant', () => {
  const { data, compiled } = builtinRubric();
  const lists = ['patterns', 'with', 'unless', 'when'];
  const blank = JSON.parse(JSON.stringify(data, (key, value) => (lists.includes(key) ? value.map(() => '') : value))) as RubricData;
  const whole = new Rubric(blank, () => compiled).whole();
  const patternsOf = ({ beats, phrases, shapes, checks, wider }: RubricData): string[] => {
    const found: string[] = [];
    JSON.stringify([beats, phrases, shapes, checks, wider], (key, value) => (lists.includes(key) ? void found.push(...value) : value));
    return found;
  };
  expect(patternsOf(whole).length).toBeGreaterThan(3000);
  expect(patternsOf(whole).map(parsePattern)).toEqual(patternsOf(data).map(parsePattern));
});

test('a kind of the rubric is read once, and copies like any other', () => {
  const { data } = builtinRubric();
  expect(data.beats).toBe(data.beats);
  expect({ ...data, questions: [] }.shapes).toBe(data.shapes);
});

const LEXICONS = [
  { id: 'thing', about: '', words: ['cache', 'blue queue', 'queue', 'blue queue run'] },
  { id: 'deed', about: '', words: ['<run> over', 'blue'] },
];
const WORDS = ['cache', 'queue', 'blue', 'run', 'ran', 'over', 'the', 'constructor'];
const PARTS = [...WORDS, '<run>', '{thing}', '{deed}', '{number}', '{past}', '(the|over)', '(blue queue|ran|{number})', '(cache (over|...2 run)|the)', 'blue?', '(the blue)?', '...', '...2', '...20'];

/** Numbers below a bound, the same ones each time. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A pattern of up to five parts that the matcher takes. */
function patternFrom(random: (below: number) => number): string {
  for (;;) {
    const parts = Array.from({ length: 1 + random(5) }, () => PARTS[random(PARTS.length)]!);
    const pattern = `${random(8) === 0 ? '^ ' : ''}${parts.join(' ')}${random(8) === 0 ? ' $' : ''}`;
    try {
      programOf([pattern]);
      return pattern;
    } catch {
      // A gap at an end, or nothing mandatory: another one.
    }
  }
}

/** Most sentences are short; some are longer than the 32 and 64 positions that are looked at together. */
function sentenceFrom(random: (below: number) => number): Token[] {
  const classes = [0, 0, 0, TokenClass.number, TokenClass.past, TokenClass.slot];
  return Array.from({ length: 1 + random(random(4) === 0 ? 100 : 9) }, (_, at) => ({ word: WORDS[random(WORDS.length)]!, classes: classes[random(classes.length)]!, start: at, end: at + 1 }) as Token);
}

function programOf(patterns: readonly string[]): { vocabulary: Vocabulary; lexicons: Lexicons; program: Program } {
  const vocabulary = new Vocabulary();
  const lexicons = new Lexicons(trieOf(LEXICONS, vocabulary));
  const compiler = new Compiler(vocabulary, lexicons);
  patterns.forEach((pattern, group) => compiler.add(group, parsePattern(pattern)));
  return { vocabulary, lexicons, program: compiler.program() };
}

/** What a pattern means, without any of what makes it fast: every way through it from every beginning. */
function meant(pattern: string, tokens: readonly Token[]): [number, number][] {
  const furthest = tokens.map((_, from): [number, number] => [from, Math.max(...endsOf(parsePattern(pattern), tokens, from), -1)]);
  return furthest.filter(([from, to]) => to > from);
}

function endsOf(sequence: Sequence, tokens: readonly Token[], from: number): number[] {
  return sequence.reduce((positions, element) => [...new Set(positions.flatMap((at) => afterElement(element, tokens, at)))], [from]);
}

function afterElement(element: Element, tokens: readonly Token[], at: number): number[] {
  const token = tokens[at];
  const slot = token !== undefined && (token.classes & TokenClass.slot) !== 0;
  switch (element.kind) {
    case 'word':
      return token && element.words.has(token.word) ? [at + 1] : [];
    case 'class':
      return token && (slot || token.classes & element.bits) ? [at + 1] : [];
    case 'lexicon':
      return [...(slot ? [at + 1] : []), ...entriesAt(element.id, tokens, at)];
    case 'gap':
      return Array.from({ length: element.max + 1 }, (_, more) => at + more).filter((to) => to <= tokens.length);
    case 'any':
      return element.of.flatMap((sequence) => endsOf(sequence, tokens, at));
    default:
      return at === (element.kind === 'start' ? 0 : tokens.length) ? [at] : [];
  }
}

function entriesAt(id: string, tokens: readonly Token[], at: number): number[] {
  return LEXICONS.find((lexicon) => lexicon.id === id)!.words.flatMap((entry) => endsOf(parsePattern(entry), tokens, at));
}

test('the matcher finds what patterns mean, also after its program was written and read', () => {
  const random = numbersFrom(20);
  for (let round = 0; round < 60; round++) {
    const patterns = Array.from({ length: 8 }, () => patternFrom(random));
    const { vocabulary, lexicons, program } = programOf(patterns);
    const read = readProgram(writeProgram(program));
    expect(read).toEqual(program);
    const matcher = new Matcher(new Vocabulary(vocabulary.words), lexicons, read);
    for (let each = 0; each < 20; each++) {
      const tokens = sentenceFrom(random);
      const matches = matcher.match(tokens, ANY_ROLE);
      patterns.forEach((pattern, group) => {
        const found = matches.of(group).map(({ from, to }) => [from, to]);
        expect(found, `${pattern} in ${tokens.map(({ word, classes }) => `${word}/${classes}`).join(' ')}`).toEqual(meant(pattern, tokens));
      });
    }
  }
});

test('a condition is looked for beside the group that asks for it, and a group in sentences of its roles', () => {
  const vocabulary = new Vocabulary();
  const known = new Lexicons(trieOf([], vocabulary));
  const compiler = new Compiler(vocabulary, known);
  const [ROLLED, AGAIN, ALERT] = [0, 1, 2];
  compiler.add(ROLLED, parsePattern('rolled ...2 back'));
  compiler.add(AGAIN, parsePattern('again'), ROLLED);
  compiler.add(AGAIN, parsePattern('once more'), ROLLED);
  compiler.add(ALERT, parsePattern('alert'));
  compiler.restrict(ALERT, ['action', 'result']);
  const matcher = new Matcher(vocabulary, known, compiler.program());
  const foundIn = (text: string, role: Role): number[] => [...matcher.match(parseStory(text).tellings[0].sections[0]!.sentences[0]!.tokens, bitsOfRoles([role])).groups()];
  expect(foundIn('I rolled it back again, and added an alert once more.', 'action')).toEqual([ROLLED, AGAIN, ALERT]);
  expect(foundIn('I rolled it back again, and added an alert once more.', 'situation')).toEqual([ROLLED, AGAIN]);
  expect(foundIn('I tried it again, and added an alert.', 'body')).toEqual([]);
});

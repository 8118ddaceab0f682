import { describe, expect, test } from 'vitest';
import { examplesOf, readPack, type PackFile } from '../../server/src/pack/index.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { compileRubric } from '../../server/src/rubric/index.js';
import { LineIndex, parseStory } from '../../server/src/story/index.js';
import { jargon } from '../jargon.js';
import { STRONG } from './reviewing.js';

type Files = Readonly<Record<string, string>>;

const base = builtinRubric().data;
const files = (pack: Files): PackFile[] => Object.entries(pack).map(([path, text]) => ({ path, text }));

/** `file:line:column message` for everything that is wrong in a pack. */
function problemsIn(pack: Files): string[] {
  return readPack(files(pack), base).problems.map(({ path, start, message }) => {
    const { line, character } = new LineIndex(pack[path] ?? '').positionAt(start);
    return `${path}:${line + 1}:${character + 1} ${message}`;
  });
}

function rubricWith(pack: Files) {
  const { data, problems } = readPack(files(pack), base);
  expect(problems).toEqual([]);
  return compileRubric(data);
}

const codesWith = (pack: Files, text: string): string[] => review(parseStory(text), rubricWith(pack)).tellings[0].findings.map(({ rule }) => rule);

const JARGON = jargon('Hubbub');

describe('a pack adds to the built-in rubric', () => {
  test('a phrase of its own is reported', () => {
    const story = STRONG.replace('I compared the slow', 'I looked at Hubbub and compared the slow');
    expect(codesWith({}, story)).not.toContain('in-house-jargon');
    expect(codesWith({ 'phrases/in-house-jargon.yaml': JARGON }, story)).toContain('in-house-jargon');
  });

  test('a beat learns new cues, and keeps the old ones', () => {
    const story = STRONG.replace(/I considered adding[^]*?for one night\.\n/, 'I took the short road, knowing its toll.\n');
    const pack = { 'beats/tradeoff.yaml': 'extends: tradeoff\ncues:\n  - strength: strong\n    patterns: [knowing its toll]\n' };
    expect(codesWith({}, story)).toContain('no-tradeoff');
    expect(codesWith(pack, story)).not.toContain('no-tradeoff');
    expect(codesWith(pack, STRONG)).not.toContain('no-tradeoff');
  });

  test('a word list grows', () => {
    const before = base.lexicons.find(({ id }) => id === 'telemetry')!.words;
    const { words } = rubricWith({ 'lexicons/telemetry.yaml': 'extends: telemetry\nwords: [Periscope]\n' }).data.lexicons.find(({ id }) => id === 'telemetry')!;
    expect(words).toEqual([...before, 'Periscope']);
  });

  test('a profile of its own begins with another', () => {
    const rubric = rubricWith({ 'profiles/panel.yaml': 'id: panel\nextends: balanced\ntitle: Panel\nlimits: { maxSeconds: 60 }\n' });
    expect(rubric.profile('panel')).toMatchObject({ title: 'Panel', sections: ['situation', 'task', 'action', 'result'], limits: { maxSeconds: 60, situationSentences: 3 } });
    expect(rubric.profile('balanced')!.limits.maxSeconds).toBe(120);
  });

  test('a list begins anew where the file says so', () => {
    const { data } = readPack(files({ 'lexicons/telemetry.yaml': 'extends: telemetry\nreplace: [words]\nwords: [Periscope]\n' }), base);
    expect(data.lexicons.find(({ id }) => id === 'telemetry')!.words).toEqual(['Periscope']);
  });

  test('what is switched off is gone, or silent', () => {
    const rubric = rubricWith({ 'pack.yaml': 'name: Ours\noff:\n  findings: [no-tradeoff]\n  shapes: [mistake]\n' });
    expect(rubric.criterion('no-tradeoff')!.severity).toBe('off');
    expect(rubric.shape('mistake')).toBeUndefined();
    const story = STRONG.replace(/I considered adding[^]*?for one night\.\n/, '');
    expect(review(parseStory(story), rubric).tellings[0].findings.map(({ rule }) => rule)).not.toContain('no-tradeoff');
  });

  test('its examples are run', () => {
    const pack = { 'phrases/in-house-jargon.yaml': JARGON.replace('[I fixed the mail queue.]', '[I restarted Hubbub twice.]') };
    const examples = examplesOf(rubricWith(pack)).filter(({ id }) => id === 'in-house-jargon');
    expect(examples.map(({ text, holds, otherwise }) => (holds() ? text : otherwise))).toEqual(['I fixed the Hubbub.', 'This should not be reported, and is.']);
  });
});

describe('what is wrong is named with file, line and column', () => {
  test.each<[string, Files, string]>([
    ['a key that does not exist', { 'lexicons/mine.yaml': 'id: mine\nabuot: Words\nabout: Words\nwords: [one]\n' }, 'lexicons/mine.yaml:2:1 There is no key "abuot" here. Did you mean "about"?'],
    ['a key that is missing', { 'lexicons/mine.yaml': 'id: mine\nabout: Words\n' }, 'lexicons/mine.yaml:1:1 "words" is missing.'],
    ['a value that is none of those allowed', { 'phrases/in-house-jargon.yaml': JARGON.replace('severity: warning', 'severity: loud') }, 'phrases/in-house-jargon.yaml:8:11 "severity" is one of error, warning, information, hint, off.'],
    ['a list where text is wanted', { 'lexicons/mine.yaml': 'id: mine\nabout: [x]\nwords: [one]\n' }, 'lexicons/mine.yaml:2:8 "about" has to be text.'],
    ['broken YAML', { 'lexicons/mine.yaml': 'id: mine\nabout: "Words\nwords: [one]\n' }, 'lexicons/mine.yaml:4:1 This is not valid YAML: Missing closing "quote.'],
    ['a kind that does not exist', { 'phrase/mine.yaml': JARGON }, 'phrase/mine.yaml:1:1 A rubric has no "phrase". Did you mean "phrases"?'],
    ['an id that is taken', { 'lexicons/telemetry.yaml': 'id: telemetry\nabout: Mine\nwords: [one]\n' }, 'lexicons/telemetry.yaml:1:5 There is a lexicon "telemetry" already. Write "extends: telemetry" to change it, or choose another id.'],
    ['nothing to extend', { 'profiles/panel.yaml': 'id: panel\nextends: balancd\n' }, 'profiles/panel.yaml:2:10 There is no profile "balancd" to extend. Did you mean "balanced"?'],
    ['a beat that does not exist', { 'profiles/panel.yaml': 'id: panel\nextends: balanced\nbeats:\n  tradeof: warning\n' }, 'profiles/panel.yaml:4:12 There is no beat "tradeof". Did you mean "tradeoff"?'],
    ['a source that does not exist', { 'phrases/in-house-jargon.yaml': JARGON.replace('[starwright]', '[starwrigth]') }, 'phrases/in-house-jargon.yaml:5:11 There is no source "starwrigth". Did you mean "starwright"?'],
    ['a pattern with an open bracket', { 'phrases/in-house-jargon.yaml': JARGON.replace('Hubbub', 'the (Hubbub|Bub') }, 'phrases/in-house-jargon.yaml:10:32 This pattern cannot be read: a "(" is not closed.'],
    ['a probe with such a pattern', { 'probes/ours.yaml': '- id: why-hubbub\n  ask: Why?\n  why: It matters.\n  sources: []\n  cues:\n    - patterns: [the (Hubbub]\n  examples: { asks: [The Hubbub.], silent: [Nothing.] }\n' }, 'probes/ours.yaml:6:28 This pattern cannot be read: a "(" is not closed.'],
    ['a pattern with an unknown lexicon', { 'phrases/in-house-jargon.yaml': JARGON.replace('Hubbub', 'the {telemetri}') }, 'phrases/in-house-jargon.yaml:10:21 This pattern cannot be read: there is no class or lexicon "{telemetri}". Did you mean "telemetry"?'],
    ['a pattern with a gap too wide', { 'phrases/in-house-jargon.yaml': JARGON.replace('Hubbub', 'the ...99 Hubbub') }, 'phrases/in-house-jargon.yaml:10:21 This pattern cannot be read: a gap is 1 to 20 words.'],
    ['something to switch off that is not there', { 'pack.yaml': 'name: Ours\noff:\n  findings: [no-tradeof]\n' }, 'pack.yaml:3:14 There is no "no-tradeof" to switch off. Did you mean "no-tradeoff"?'],
  ])('%s', (_, pack, problem) => {
    expect(problemsIn(pack)).toEqual([expect.stringContaining(problem)]);
  });

  test('YAML that multiplies itself is refused', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]\n`).join('')}`;
    expect(problemsIn({ 'lexicons/bomb.yaml': bomb })).toEqual([expect.stringContaining('lexicons/bomb.yaml:1:1 This cannot be read')]);
  });

  test('a lexicon entry that stands for too many phrases is refused', () => {
    const entry = Array(5).fill(`(${'abcdefghijklmnopqrst'.split('').join('|')})`).join(' ');
    expect(problemsIn({ 'lexicons/mine.yaml': `id: mine\nabout: Words\nwords: ['${entry}']\n` })).toEqual([expect.stringContaining('lexicons/mine.yaml:3:10')]);
  });
});

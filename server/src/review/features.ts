import type { CompiledCue } from '../rubric/index.js';
import { TokenClass, type Role, type Sentence, type Token } from '../story/types.js';

/** How sure a cue makes that a beat is said. */
export type Strength = CompiledCue['strength'];

/** Classes that stand for a word whatever its digits: what counts of "45%" is that it is a share. */
const STANDS_FOR: readonly (readonly [number, string])[] = [
  [TokenClass.percent, '#percent'],
  [TokenClass.money, '#money'],
  [TokenClass.times, '#times'],
  [TokenClass.duration, '#duration'],
  [TokenClass.clock, '#clock'],
  [TokenClass.date, '#date'],
  [TokenClass.number, '#number'],
  [TokenClass.arrow, '#arrow'],
  [TokenClass.metric, '#metric'],
];

/** The words of a sentence as what was learned knows them, without its slots. */
export function wordsOf({ tokens }: Sentence): string[] {
  const words: string[] = [];
  for (const token of tokens) if (!(token.classes & TokenClass.slot)) words.push(wordOf(token));
  return words;
}

/** What is known of where a sentence is told: the roles it can play. */
export function roleMarks(roles: ReadonlySet<Role>): string[] {
  const marks = Array.from(roles, (role) => `@${role}`);
  if (roles.size === 1) for (const role of roles) marks.push(`@only-${role}`);
  return marks;
}

/** What is known of the form of a sentence of so many words. */
export function formMarks({ bullet, step }: Sentence, words: number): string[] {
  const marks: string[] = [lengthMark(words)];
  if (bullet) marks.push('@bullet');
  if (step) marks.push(`@step-${step}`);
  return marks;
}

/** A cue of a beat that was heard. */
export function cueMark(strength: Strength, beat: string): string {
  return (strength === 'strong' ? '!' : '?') + beat;
}

/** Every feature of a sentence: its marks, its words and pairs of words, and how it begins and ends. */
export function featuresOf(words: readonly string[], marks: readonly string[]): string[] {
  const features = [...marks, `^${words[0] ?? ''}`, `^${words[0] ?? ''} ${words[1] ?? ''}`, `${words.at(-1) ?? ''} $`];
  words.forEach((word, index) => {
    features.push(word);
    if (index > 0) features.push(`${words[index - 1]!} ${word}`);
    if (index > 1) features.push(`${words[index - 2]!} _ ${word}`);
  });
  return [...new Set(features)];
}

function lengthMark(words: number): string {
  return words < 7 ? '@short' : words < 20 ? '@middle' : '@long';
}

const STANDS = STANDS_FOR.reduce((bits, [bit]) => bits | bit, TokenClass.code);

/** True for a token of which not the word counts, but what it is. */
export function standsForOther({ classes }: Token): boolean {
  return (classes & STANDS) !== 0;
}

/** A token as what was learned knows it. */
export function wordOf({ word, classes }: Token): string {
  if (!(classes & STANDS)) return stem(word);
  for (const [bit, name] of STANDS_FOR) if (classes & bit) return name;
  return '#code';
}

/** A word without its commonest endings, so that "retries", "retried" and "retry" are one. */
export function stem(word: string): string {
  if (word.length <= 3 || word.includes("'")) return word;
  const bare = singular(word);
  if (bare.length > 5 && bare.endsWith('ing')) return undouble(bare.slice(0, -3));
  if (bare.length > 4 && bare.endsWith('ed')) return undouble(bare.slice(0, -2));
  return bare.length > 4 && bare.endsWith('e') ? bare.slice(0, -1) : bare;
}

/** Without the "s" of a plural or a verb, and "y" for "ie". */
function singular(word: string): string {
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  if (!word.endsWith('s')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

function undouble(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}

import { TokenClass, type Role, type Sentence, type Token } from '../story/types.js';

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

/** What a sentence offers to the weights: its words and pairs of words, how it begins, and where it stands. */
export function featuresOf(sentence: Sentence, roles: ReadonlySet<Role>): string[] {
  const words = sentence.tokens.filter((token) => !(token.classes & TokenClass.slot)).map(wordOf);
  const features: string[] = [];
  for (const role of roles) features.push(`@${role}`);
  if (roles.size === 1) features.push(`@only-${[...roles][0]!}`);
  features.push(`@${lengthOf(words.length)}`, `^${words[0] ?? ''}`, `^${words[0] ?? ''} ${words[1] ?? ''}`);
  if (sentence.bullet) features.push('@bullet');
  if (sentence.step) features.push(`@step-${sentence.step}`);
  words.forEach((word, index) => {
    features.push(word);
    if (index > 0) features.push(`${words[index - 1]!} ${word}`);
    if (index > 1) features.push(`${words[index - 2]!} _ ${word}`);
  });
  features.push(`${words.at(-1) ?? ''} $`);
  return [...new Set(features)];
}

function lengthOf(words: number): string {
  return words < 7 ? 'short' : words < 20 ? 'middle' : 'long';
}

function wordOf(token: Token): string {
  for (const [bit, name] of STANDS_FOR) if (token.classes & bit) return name;
  if (token.classes & TokenClass.code) return '#code';
  return stem(token.word);
}

/** A word without its commonest endings, so that "retries", "retried" and "retry" are one. */
export function stem(word: string): string {
  if (word.length <= 3 || word.includes("'")) return word;
  const bare = word
    .replace(/ies$/, 'y')
    .replace(/ied$/, 'y')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/([^su])s$/, '$1');
  if (bare.length > 5 && bare.endsWith('ing')) return undouble(bare.slice(0, -3));
  if (bare.length > 4 && bare.endsWith('ed')) return undouble(bare.slice(0, -2));
  return bare.length > 4 && bare.endsWith('e') ? bare.slice(0, -1) : bare;
}

function undouble(word: string): string {
  return /([bdgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}

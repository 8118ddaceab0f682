import type { Review } from '../../server/src/review/index.js';
import type { Range, Sentence, Token } from '../../server/src/story/types.js';
import { fail } from '../fuzz/target.js';

const WORD = /^[\p{L}\p{M}]{2}$/u;

/** What is pointed at is what it is said to be: a sentence whole, each token its own letters, evidence whole tokens or a sentence, a finding no half of a word. */
export function checkExact(text: string, { tellings }: Review): void {
  for (const { telling, beats, findings } of tellings) {
    const sentences = [...telling.sections, ...telling.inherited].flatMap((section) => section.sentences);
    for (const sentence of sentences) checkSentence(text, sentence);
    for (const { id, evidence } of beats) evidence.forEach(({ range, sentence }) => checkEvidence(`${id}: ${JSON.stringify(text.slice(range.start, range.end))}`, range, sentence));
    for (const { rule, range } of findings) {
      if (isHalf(text, range) && rule !== 'invalid-front-matter') fail(`${rule} points at half a word: ${JSON.stringify(text.slice(range.start, range.end))}`);
    }
  }
}

function checkSentence(text: string, sentence: Sentence): void {
  const { start, end, tokens } = sentence;
  const written = text.slice(start, end);
  if (isHalf(text, sentence) || /^\s|\s$/.test(written)) fail(`a sentence is cut: ${JSON.stringify(written)}`);
  for (const token of tokens) {
    if (token.start < start || token.end > end) fail(`"${token.word}" is outside of its sentence: ${JSON.stringify(written)}`);
    checkToken(text, token);
  }
}

/** True where a range begins or ends in the middle of a word. */
function isHalf(text: string, { start, end }: Range): boolean {
  return [start, end].some((at) => WORD.test(text.slice(at - 1, at + 1)));
}

function checkToken(text: string, { start, end, word }: Token): void {
  const written = text.slice(start, end).toLowerCase().replaceAll('’', "'");
  // An amount and its unit are one token, whatever markup stands between them.
  const between = word.includes(' ') ? /<[^>]*>|[#[\]{}?]/g : /(?!)/g;
  const letters = (of: string): string => of.replace(/<!--[^]*?-->|&#?\w+;/g, '').replace(between, '').replace(/[^\p{L}\p{M}\p{N}\p{Sc}%.,'_+#[\]{}?]/gu, '');
  const said = [written, written.replace(/'s$/, '')].map(letters);
  if (word !== '→' && !said.includes(letters(word))) fail(`"${word}" is said to stand where ${JSON.stringify(written)} stands`);
}

function checkEvidence(what: string, { start, end }: Range, sentence: Sentence): void {
  const begins = start === sentence.start || sentence.tokens.some((token) => token.start === start);
  const ends = end === sentence.end || sentence.tokens.some((token) => token.end === end);
  if (!begins || !ends) fail(`evidence that is no whole words, ${what}`);
}

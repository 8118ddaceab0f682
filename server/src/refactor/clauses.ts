import { TokenClass, type Sentence, type Token } from '../story/types.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const PRONOUNS = words("i we it they he she this that these those there nobody everyone everybody nothing it's that's there's he's she's");
const DETERMINERS = words('the a an our my their his her its each every no some most all neither');
const FINITE = words(
  "am is are was were has have had do does did can could will would should must might cannot can't couldn't won't wouldn't isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't 'm 're 've 'd 'll it's that's there's he's she's",
);
const SUBORDINATORS = words('when if while although though because since after before once as until unless even whenever where whether given');
const OPENERS = words('in on at over during to for by with from within then finally first next afterwards instead later meanwhile today now also luckily second third eventually so but and');
const RELATIVES = words('that which who whose where when what how');

/** Past forms that need a "had" or a "was" before them. */
export const PARTICIPLES = words(
  'been begun broken chosen done drawn driven fallen forgotten frozen given gone gotten grown hidden known risen rewritten seen shaken shown sworn taken thrown undone woken worn written',
);

/** How far behind its subject's first word a verb is looked for. */
const REACH = 7;

/** True where a main clause begins: a pronoun, or a noun with a verb that needs a subject. */
export function beginsClause(tokens: readonly Token[], at: number, text: string): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first || !second || hasMark(tokens, at + 1, text)) return false;
  if (PRONOUNS.has(first.word)) return isVerb(second) || !/^(?:this|that|these|those|there)$/.test(first.word) || /^(?:means|gives|takes|makes|keeps|lets)$/.test(second.word);
  return DETERMINERS.has(first.word) && hasVerb(tokens, at + 2, text);
}

/** True when a verb that needs a subject follows before the next comma, and no "which" or "that" has claimed it. */
export function hasVerb(tokens: readonly Token[], from: number, text: string): boolean {
  for (let index = from; index < Math.min(from + REACH, tokens.length) && !hasMark(tokens, index, text); index++) {
    const token = tokens[index]!;
    if (RELATIVES.has(token.word)) return false;
    if (isVerb(token)) return !PARTICIPLES.has(token.word);
  }
  return false;
}

/** True where "when it failed, we …" begins: a clause of circumstance, then its main clause. */
export function beginsCircumstance(tokens: readonly Token[], at: number, text: string): boolean {
  if (!/^(?:when|whenever|while|once|if|because)$/.test(tokens[at]?.word ?? '')) return false;
  const comma = tokens.findIndex((_, index) => index > at && hasMark(tokens, index, text));
  return comma > 0 && beginsClause(tokens, comma, text);
}

/** True for a word that can be the verb of a sentence: an auxiliary, or a past form. */
export function isVerb({ word, classes }: Token): boolean {
  return FINITE.has(word) || (classes & TokenClass.past) !== 0;
}

/** True when a comma, a dash or the like stands before a token. */
export function hasMark(tokens: readonly Token[], at: number, text: string): boolean {
  return at > 0 && /[,;:()—–]|\s-\s/.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start));
}

/**
 * True when the words of a sentence up to `end`, from the last semicolon, can stand alone: they have a verb, what opens
 * with "when" goes on to its main clause, and they are not the first links of a chain ("I found it, fixed it").
 */
export function standsAlone({ tokens }: Sentence, end: number, text: string): boolean {
  let from = 0;
  for (let index = 1; index < end; index++) if (/[;:]/.test(text.slice(tokens[index - 1]!.end, tokens[index]!.start))) from = index;
  const part = tokens.slice(from, end);
  const first = part[0];
  if (!first || !part.some(isVerb) || part.some(({ word }) => /^(?:either|neither|whether|unless)$/.test(word))) return false;
  const commas = part.flatMap((_, index) => (index > 0 && hasMark(tokens, from + index, text) ? [from + index] : []));
  if (commas.some((index) => tokens[index]!.classes & TokenClass.past)) return false;
  const clauses = commas.filter((index) => beginsClause(tokens, index, text)).length;
  if (SUBORDINATORS.has(first.word)) return clauses === 1;
  return clauses <= (OPENERS.has(first.word) ? 1 : 0);
}

import { TokenClass, type Range, type Sentence, type Token } from '../story/types.js';
import { countWords } from '../story/spokenWords.js';
import { readOut } from './readOut.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const JOINING = set('and but so or yet then also because since although afterwards');
const OPENS_CLAUSE = set('because so since while when although though unless until before after whereas if');
const RELATIVE = set('which who whom whose that rather instead than without');
const PREPOSITIONS = set('with from in on at for by after before over under during within across between into per via through without rather instead against as than until while when because so that which who and but or if');
const FUNCTION = set(
  "a an the my our your his her its their this that these those no each every of to in on at for by with from into over under per via than as and or but so nor not very too i we it he she they there which who when while if because is are was were am be been being has have had do does did will would could should can may might must 's 'd 've 're 'm 'll only just also then both either more most less about after before until during within between through",
);
const SUBJECTS = set('i we it they he she there this that nobody everyone the a an my our their each one');
const AUXILIARIES = set("is are was were am has have had do does did will would could should can may might must can't couldn't didn't wasn't weren't isn't won't wouldn't don't doesn't 'd 'll 've 're 'm");

/** What a cue holds at most. */
const MOST_WORDS = 12;
/** Fewer remind of nothing. */
const FEWEST_WORDS = 3;

/** A place at which a sentence can be cut; `loss` is what a cue that ends there lacks. */
interface Border {
  readonly at: number;
  readonly begins: boolean;
  readonly loss: number;
}

/**
 * The part of a sentence to tell from, in its own words, at most a dozen, cut where a clause begins or ends.
 * @param counted the words that counted as evidence: what is kept should hold them
 */
export function cueText(text: string, sentence: Sentence, counted: Range): string {
  const { tokens } = sentence;
  const whole = trimmed(tokens);
  if (wordsIn(text, whole) <= MOST_WORDS) return readOut(text, whole);
  const best = bestWindow(text, tokens, counted);
  return readOut(text, best ?? withoutTail(firstWords(text, whole)));
}

function bestWindow(text: string, tokens: readonly Token[], counted: Range): readonly Token[] | undefined {
  const borders = bordersOf(text, tokens);
  const holds = holdsCounted(tokens, counted);
  let best: { readonly window: readonly Token[]; readonly worth: number } | undefined;
  borders.forEach((from, index) => {
    if (!from.begins) return;
    let torn = 0;
    for (let next = index + 1; next < borders.length && borders[next]!.at - from.at <= MOST_WORDS + 2; next++) {
      const to = borders[next]!;
      const window = trimmed(tokens.slice(from.at, to.at));
      const words = wordsIn(text, window);
      if (words >= FEWEST_WORDS && words <= MOST_WORDS && !FUNCTION.has(window.at(-1)!.word) && !isParticipleOf(tokens[to.at], window[0]!)) {
        const worth = worthOf(window, holds(window), words) - to.loss - (to.loss > 1 ? torn : 0);
        if (!best || worth > best.worth) best = { window, worth };
      }
      if (to.begins) torn = 1;
    }
  });
  return best?.window;
}

/** How much of what counted some tokens hold, 0–1; nothing where all of the sentence counted. */
function holdsCounted(tokens: readonly Token[], counted: Range): (window: readonly Token[]) => number {
  const howMany = (some: readonly Token[]): number => some.filter(({ start, end }) => start < counted.end && counted.start < end).length;
  const all = howMany(tokens);
  return (window) => (all === 0 || all === tokens.length ? 0 : howMany(window) / all);
}

/** "…, promised for May, would go out": what looks like a deed belongs to a verb behind it. */
function isParticipleOf(behind: Token | undefined, first: Token): boolean {
  return behind !== undefined && (first.classes & TokenClass.past) !== 0 && AUXILIARIES.has(behind.word);
}

/** A finished clause that holds what counted, says who did it or what it came to, and as much as fits. */
function worthOf(window: readonly Token[], kept: number, words: number): number {
  const has = (is: (token: Token, index: number) => boolean): number => (window.some(is) ? 1 : 0);
  const verb = has(({ classes, word }) => (classes & TokenClass.past) !== 0 || AUXILIARIES.has(word));
  const deed = has(({ word }, index) => word === 'i' && (window[index + 1]?.classes ?? 0 & TokenClass.past) !== 0);
  const figure = has(({ classes }) => (classes & TokenClass.figure) !== 0);
  const [first] = window as readonly [Token];
  const dangling = RELATIVE.has(first.word) || first.classes & TokenClass.ing ? 2 : first.classes & TokenClass.past ? 1 : 0;
  return 2 * kept + 3 * verb + deed + figure + words * 0.15 - dangling;
}

/** Where a sentence can begin or end: at its marks, before a clause, and less well before a preposition. */
function bordersOf(text: string, tokens: readonly Token[]): Border[] {
  const borders: Border[] = [{ at: 0, begins: true, loss: 0 }];
  for (let at = 1; at < tokens.length; at++) {
    const border = borderAt(text, tokens, at);
    if (border) borders.push(border);
  }
  return [...borders, { at: tokens.length, begins: false, loss: 0 }];
}

function borderAt(text: string, tokens: readonly Token[], at: number): Border | undefined {
  const [before, token, next] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]];
  const gap = text.slice(before.end, token.start);
  if (!/\s/.test(gap)) return undefined;
  const clause = JOINING.has(token.word) ? next !== undefined && SUBJECTS.has(next.word) : OPENS_CLAUSE.has(token.word) && next !== undefined && SUBJECTS.has(next.word);
  if (/[,;:()—–]|\s-\s/.test(gap)) return { at, begins: clause || isClauseStart(tokens, at), loss: clause || isClauseStart(tokens, at) ? 0 : 0.6 };
  if (clause) return { at, begins: true, loss: 0.3 };
  const torn = (before.classes & (TokenClass.past | TokenClass.ing)) !== 0 || AUXILIARIES.has(before.word) || (token.word === 'from' && ((next?.classes ?? 0) & TokenClass.figure) !== 0);
  if (torn) return undefined;
  if (RELATIVE.has(token.word)) return { at, begins: false, loss: 1 };
  // "act on, …" and "on-call" have no preposition.
  return PREPOSITIONS.has(token.word) && /\s/.test(text[token.end] ?? '') ? { at, begins: false, loss: 1.6 } : undefined;
}

/** A subject, a deed without one ("…, rolled it out") or a figure can begin a cue. */
function isClauseStart(tokens: readonly Token[], at: number): boolean {
  const { word, classes } = tokens[at]!;
  return SUBJECTS.has(word) || (classes & (TokenClass.past | TokenClass.number)) !== 0;
}

/** Without the words that only join it to what stood before. */
function trimmed(tokens: readonly Token[]): readonly Token[] {
  let from = 0;
  while (from < tokens.length - FEWEST_WORDS && JOINING.has(tokens[from]!.word)) from++;
  return tokens.slice(tokens[from]?.word === 'that' && from > 0 ? from + 1 : from);
}

function firstWords(text: string, tokens: readonly Token[]): readonly Token[] {
  let to = 0;
  while (to < tokens.length && wordsIn(text, tokens.slice(0, to + 1)) <= MOST_WORDS) to++;
  return tokens.slice(0, Math.max(1, to));
}

function withoutTail(tokens: readonly Token[]): readonly Token[] {
  let to = tokens.length;
  // "fell from nine days" would say the opposite of "fell from nine days to two".
  if (tokens[to - 2]?.word === 'from') to -= 2;
  while (to > FEWEST_WORDS && FUNCTION.has(tokens[to - 1]!.word)) to--;
  return tokens.slice(0, to);
}

function wordsIn(text: string, tokens: readonly Token[]): number {
  return countWords(readOut(text, tokens));
}

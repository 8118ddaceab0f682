import { isTooLarge } from './bounds.js';
import { countByLanguage, isEnglish } from './language.js';
import { splitSentences } from './sentences.js';
import { countWords } from './spokenWords.js';
import { tokenise } from './tokens.js';
import { TokenClass, type Range, type Section, type Sentence, type Story, type Token } from './types.js';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Longer than anybody writes without a full stop: what goes on so was dictated. */
const LONGEST = 26;
/** A shorter piece tells too little to be heard by itself. */
const SHORTEST = 6;

const JOINS = words('and but so then because anyway okay well');
const BETWEEN = words('then so also first um uh er like yeah well basically actually finally after afterwards later now');
const SUBJECTS = words('i we it they he she that this there the my our his her their nobody everybody everyone somebody');
const AUXILIARIES = words("is are was were am has have had do does did will would could should can may might 'm 've 'd 're 'll it's that's there's didn't couldn't wasn't weren't don't");
/** After these an "I" goes on with what was begun. */
const GOES_ON = words('and but so then because that which what who when if while before after as where how than whether said thought knew saw think know guess mean believe noticed found realised realized until once since though although the to of');

/**
 * Reads what was said as a story: no Markdown and no labels, and where there is no punctuation, as in dictation, a sentence
 * ends where the next deed or clause begins. Never throws. Ranges are UTF-16 offsets into `text`; time is linear in it.
 */
export function parseSpoken(text: string): Story {
  const notAStory = text.includes('\0') ? 'binary' : isTooLarge(text) ? 'too-large' : undefined;
  const sentences = notAStory ? [] : paragraphsOf(text).flatMap((range) => sentencesIn(text, range));
  const [first, last] = [sentences[0], sentences.at(-1)];
  const range = { start: first?.start ?? 0, end: last?.end ?? 0 };
  const body: Section = { role: 'body', covers: [], label: undefined, continued: [], ...range, whole: range, sentences, steps: [], words: sentences.reduce((sum, sentence) => sum + sentence.words, 0) };
  return {
    text,
    frontMatter: undefined,
    title: undefined,
    tellings: [{ title: undefined, label: undefined, range, sections: first ? [body] : [], inherited: [] }],
    asides: [],
    suppressions: [],
    comments: [],
    fences: [],
    eol: '\n',
    notAStory: notAStory ?? (first ? undefined : 'empty'),
    english: isEnglish(countByLanguage(sentences)),
  };
}

function paragraphsOf(text: string): Range[] {
  const paragraphs: Range[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(/(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))+/g)) {
    paragraphs.push({ start, end: index });
    start = index + gap.length;
  }
  return [...paragraphs, { start, end: text.length }];
}

function sentencesIn(text: string, paragraph: Range): Sentence[] {
  return splitSentences(text, 0, paragraph, []).flatMap((range) => {
    const tokens = tokenise(text, 0, range, []);
    if (tokens.length <= LONGEST) return [sentenceOf(text, range, tokens)];
    return piecesOf(tokens, range).map((piece) => sentenceOf(text, piece, tokenise(text, 0, piece, [])));
  });
}

function sentenceOf(text: string, range: Range, tokens: readonly Token[]): Sentence {
  return { ...range, tokens, words: countWords(text.slice(range.start, range.end)), step: undefined, bullet: false, slots: [] };
}

/** Cuts a run-on sentence where a clause of its own begins. */
function piecesOf(tokens: readonly Token[], range: Range): Range[] {
  const pieces: Range[] = [];
  let [start, from] = [range.start, 0];
  for (let at = SHORTEST; at < tokens.length - 3; at++) {
    if (at - from < SHORTEST || !beginsClause(tokens, at)) continue;
    pieces.push({ start, end: tokens[at - 1]!.end });
    [start, from] = [tokens[at]!.start, at];
  }
  return [...pieces, { start, end: range.end }];
}

/** "and then I moved …", "so the cache was …", and without a word that joins, "I moved …". */
function beginsClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (JOINS.has(token.word)) {
    let subject = at + 1;
    while (BETWEEN.has(tokens[subject]?.word ?? '')) subject++;
    return SUBJECTS.has(tokens[subject]?.word ?? '') && hasVerb(tokens, subject + 1, 4);
  }
  return (token.word === 'i' || token.word === 'we') && !GOES_ON.has(tokens[at - 1]!.word) && hasVerb(tokens, at + 1, 2);
}

function hasVerb(tokens: readonly Token[], from: number, reach: number): boolean {
  return tokens.slice(from, from + reach).some(({ word, classes }) => (classes & TokenClass.past) !== 0 || AUXILIARIES.has(word));
}

import { classesOfNumberWord, classesOfQuantity, classesOfUnit, isStatusCode, namesAnIdentifier, QUANTITY } from './quantities.js';
import { isInside } from './ranges.js';
import { TokenClass, type Range, type Token } from './types.js';
import { isIng, isMetricName, isPast } from './words.js';

const TOKEN = new RegExp(
  [
    '(\\[(?![ xX]?\\])[^\\[\\]\\r\\n]{1,80}\\](?!\\()|\\{\\{[^{}\\r\\n]{1,80}\\}\\}|\\b(?:TODO|TBD)\\b|\\bX{2,}%?(?![A-Za-z])|\\?{3,})',
    '(→|⟶|➜|➔|(?<!-)-+>|(?<!=)=+>)',
    `((?<![A-Za-z])${QUANTITY})`,
    "(?:[\\p{L}][\\p{L}\\p{M}\\p{N}_]*(?:['’.][\\p{L}\\p{N}]+)*(?:\\+\\+|#)?)",
    '([,;:()—–"“”]|\\s-\\s)',
  ].join('|'),
  'gu',
);

const CONTRACTIONS = /^(it|that|what|there|here|he|she|let|who|where|how|when|everything|nothing)'s$/;

/**
 * The tokens of one sentence.
 * @param prose the block's prose
 * @param offset where the prose starts in the document
 * @param within the sentence, as offsets into the document
 * @param code inline code spans of the block
 */
export function tokenise(prose: string, offset: number, within: Range, code: readonly Range[]): Token[] {
  const tokens: Token[] = [];
  let clause = false;
  let openQuote = -1;
  TOKEN.lastIndex = within.start - offset;
  for (let match = TOKEN.exec(prose); match; match = TOKEN.exec(prose)) {
    const start = match.index + offset;
    const end = start + match[0].length;
    if (end > within.end) break;
    const [written, slot, arrow, quantity, mark] = match;
    if (mark !== undefined) {
      clause = true;
      if (/["“”]/.test(mark)) openQuote = quote(tokens, openQuote);
      continue;
    }
    let classes = clause || endsAfterNumber(tokens, prose, offset, start) ? TokenClass.clause : 0;
    clause = false;
    if (isInside(start, code)) classes |= TokenClass.code;
    if (slot !== undefined && classes & TokenClass.code) continue;
    if (slot !== undefined) add(tokens, start, end, slot.toLowerCase(), classes | TokenClass.slot);
    else if (arrow !== undefined) add(tokens, start, end, '→', classes | TokenClass.arrow);
    else if (quantity !== undefined) addQuantity(tokens, start, end, quantity, classes);
    else addContracted(tokens, start, end, written, classes);
  }
  return settleIdentifiers(tokens);
}

/** True where a full stop stands between a number and what follows, as it can in code: "1. b" is no amount of bytes. */
function endsAfterNumber(tokens: readonly Token[], prose: string, offset: number, start: number): boolean {
  const previous = tokens[tokens.length - 1];
  return previous !== undefined && (previous.classes & TokenClass.number) !== 0 && /[.!?]/.test(prose.slice(previous.end - offset, start - offset));
}

function add(tokens: Token[], start: number, end: number, word: string, classes: number): void {
  tokens.push({ start, end, word, classes });
}

/** Marks the tokens between two quotation marks; a quotation left open is none. */
function quote(tokens: Token[], open: number): number {
  if (open < 0) return tokens.length;
  for (let i = open; i < tokens.length; i++) tokens[i] = { ...tokens[i]!, classes: tokens[i]!.classes | TokenClass.quoted };
  return -1;
}

function addQuantity(tokens: Token[], start: number, end: number, source: string, classes: number): void {
  const previous = tokens[tokens.length - 1];
  let own = classesOfQuantity(source);
  if (previous && !(own & (TokenClass.percent | TokenClass.money | TokenClass.duration)) && namesAnIdentifier(previous.word)) own = 0;
  add(tokens, start, end, source.toLowerCase(), classes | own);
}

/** "I'd", "we've": the pronoun and the short verb are two tokens, so that "I" is found wherever it stands. */
function addContracted(tokens: Token[], start: number, end: number, source: string, classes: number): void {
  const short = /['’](?:d|ve|ll|re|m)$/i.exec(source);
  if (!short) return addWord(tokens, start, end, source, classes);
  addWord(tokens, start, start + short.index, source.slice(0, short.index), classes);
  add(tokens, start + short.index, end, plain(short[0]), classes & ~TokenClass.clause);
}

function addWord(tokens: Token[], start: number, end: number, source: string, classes: number): void {
  const word = plain(source);
  const previous = tokens[tokens.length - 1];
  if (previous && !(classes & TokenClass.clause) && joins(previous, word)) {
    const unit = classesOfUnit(word);
    if (unit) {
      const kept = previous.classes & ~(TokenClass.number | TokenClass.figure | TokenClass.duration);
      tokens[tokens.length - 1] = { start: previous.start, end, word: `${previous.word} ${word}`, classes: kept | unit };
      return;
    }
  }
  let own = classes | classesOfNumberWord(word);
  if (/^\p{Lu}/u.test(source)) {
    if (/^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(source)) own |= TokenClass.acronym;
    else if (tokens.length > 0) own |= TokenClass.name;
  }
  if (isPast(word)) own |= TokenClass.past;
  if (isIng(word)) own |= TokenClass.ing;
  if (isMetricName(word)) own |= TokenClass.metric;
  add(tokens, start, end, word, own);
}

function plain(source: string): string {
  const word = source.toLowerCase().replace(/’/g, "'");
  return word.endsWith("'s") && !CONTRACTIONS.test(word) ? word.slice(0, -2) : word;
}

/** A number, or "one", "a few" before its unit. */
function joins(previous: Token, word: string): boolean {
  if (previous.classes & TokenClass.number) return !(previous.classes & (TokenClass.date | TokenClass.clock)) || word === 'am' || word === 'pm' || word === 'a.m' || word === 'p.m';
  return previous.word === 'one' && classesOfUnit(word) !== 0;
}

/** "503 errors" is a status, not an amount of errors. */
function settleIdentifiers(tokens: Token[]): Token[] {
  tokens.forEach((token, index) => {
    if (!(token.classes & TokenClass.number)) return;
    if (isStatusCode(token.word, tokens[index + 1]?.word)) {
      tokens[index] = { ...token, classes: token.classes & ~(TokenClass.number | TokenClass.figure) };
    }
  });
  return tokens;
}

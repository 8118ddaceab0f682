import type { Edit } from '../review/types.js';
import { TokenClass, type Sentence, type Token } from '../story/types.js';
import { beginsCircumstance, beginsClause, hasMark, hasVerb, PARTICIPLES, standsAlone } from './clauses.js';

/** A place where a sentence can end and the next begin. */
export interface Seam {
  readonly edit: Edit;
  /** How many words stand before it. */
  readonly before: number;
}

/** How what follows a seam begins: at which token, and what is said in front of it. */
interface Opening {
  readonly at: number;
  readonly lead: string;
}

/** Fewest words on either side: a shorter one sounds cut off. */
const FEWEST = 5;

/** Most words of what is one sentence and not a text without full stops: each seam is judged by the whole of it. */
const MOST = 1000;

const OUTCOMES = /^(?:meant|means|made|makes|gave|let|lets|allowed|saved|kept|showed|proved|confirmed|told|turned|caused|forced|explained|brought)$/;

/** The seams of a sentence from left to right; none inside a quotation, brackets, code or a slot. */
export function seamsOf(sentence: Sentence, text: string): Seam[] {
  const { tokens } = sentence;
  if (sentence.slots.length > 0 || tokens.length > MOST) return [];
  return tokens.flatMap((token, index) => {
    if (index < FEWEST || tokens.length - index < FEWEST) return [];
    const joint = /^([*_`)"”’]*)(,|;|\s+[-–—](?=\s)|—|)([\s>]+|$)/.exec(text.slice(tokens[index - 1]!.end, token.start));
    if (!joint || joint[0].length !== token.start - tokens[index - 1]!.end || isEnclosed(sentence, index, text)) return [];
    const opening = openingAt(sentence, index, joint[2]!.trim(), text);
    if (!opening || !standsAlone(sentence, index, text)) return [];
    const edit = editOf(tokens, index, joint, opening, text);
    return edit ? [{ edit, before: index }] : [];
  });
}

/** Inside brackets, a quotation or code, as far as the sentence shows. */
function isEnclosed({ tokens, start }: Sentence, index: number, text: string): boolean {
  const before = text.slice(start, tokens[index]!.start);
  const count = (mark: RegExp): number => before.match(mark)?.length ?? 0;
  if (count(/[([“]/g) > count(/[)\]”]/g) || count(/["`]/g) % 2 === 1) return true;
  return ((tokens[index]!.classes | tokens[index - 1]!.classes) & TokenClass.quoted) !== 0;
}

function openingAt(sentence: Sentence, index: number, mark: string, text: string): Opening | undefined {
  const { tokens } = sentence;
  const { word } = tokens[index]!;
  const clause = (at: number): boolean => !hasMark(tokens, at, text) && beginsClause(tokens, at, text);
  if (mark === ',') return afterComma(sentence, index, text);
  if (mark === ';') {
    if (word === 'and') return clause(index + 1) ? { at: index + 1, lead: '' } : undefined;
    return beginsClause(tokens, index, text) || (/^(?:but|so|then)$/.test(word) && clause(index + 1)) ? { at: index, lead: '' } : undefined;
  }
  if (mark === '') return word === 'because' && clause(index + 1) ? { at: index, lead: 'That was' } : undefined;
  const dashes = text.slice(sentence.start, sentence.end).match(/\s[-–—]\s|—/g)?.length;
  return dashes === 1 && beginsClause(tokens, index, text) ? { at: index, lead: '' } : undefined;
}

function afterComma(sentence: Sentence, index: number, text: string): Opening | undefined {
  const { tokens } = sentence;
  const { word } = tokens[index]!;
  const next = tokens[index + 1]!;
  const clause = (at: number): boolean => !hasMark(tokens, at, text) && beginsClause(tokens, at, text);
  if (word === 'and') {
    const at = next.word === 'then' || next.word === 'so' ? index + 2 : index + 1;
    if (clause(at) || beginsCircumstance(tokens, at, text)) return { at: index + 1, lead: '' };
    return next.word === 'so' ? undefined : sameSubject(sentence, index, at, text, next.word === 'then' ? 'Then ' : '');
  }
  if (word === 'then') return clause(index + 1) ? { at: index, lead: '' } : undefined;
  if (word === 'so' || word === 'but') return clause(index + 1) || beginsCircumstance(tokens, index + 1, text) || says(sentence, index, text) ? { at: index, lead: '' } : undefined;
  if (word === 'which') return meansSomething(next, tokens[index + 2]) ? { at: index + 1, lead: 'That' } : undefined;
  return undefined;
}

/** "So eleven orders were lost", "but with two people I could not": a verb after a subject without an article. */
function says({ tokens }: Sentence, index: number, text: string): boolean {
  const next = tokens[index + 1]!;
  if (next.classes & TokenClass.past || hasMark(tokens, index + 1, text)) return false;
  return !/^(?:that|far|as|to|much|many|on|not|only|also|never|still|just|rather|which|who|where|what|how|no|a|an|mostly)$/.test(next.word) && hasVerb(tokens, index + 2, text);
}

/** A "which" that is about all that was said, not about the last noun. */
function meansSomething({ word }: Token, after: Token | undefined): boolean {
  return OUTCOMES.test(word) || (word === 'is' && /^(?:why|how|when|what|where)$/.test(after?.word ?? ''));
}

/** "I read the log, and rolled it back": the verb takes the "I" or "we" that opened the sentence. */
function sameSubject({ tokens }: Sentence, index: number, at: number, text: string, lead: string): Opening | undefined {
  const subject = tokens[0]!.word === 'then' || tokens[0]!.word === 'so' ? tokens[1] : tokens[0];
  const verb = tokens[at];
  if (!subject || !/^(?:i|we)$/.test(subject.word) || !verb || hasMark(tokens, at, text)) return undefined;
  if (!(verb.classes & TokenClass.past) || PARTICIPLES.has(verb.word)) return undefined;
  const told = tokens.slice(tokens.indexOf(subject) + 1, index);
  const main = told.find(({ word }) => !/ly$|^(?:also|then|first|just|even|still|again)$/.test(word));
  if (!main || !(main.classes & TokenClass.past) || /^(?:had|was|were|got|kept)$/.test(main.word)) return undefined;
  const said = text.slice(subject.start, subject.end);
  return { at, lead: lead + (subject.word === 'i' ? 'I' : lead ? 'we' : said[0]!.toUpperCase() + said.slice(1)) };
}

function editOf(tokens: readonly Token[], index: number, joint: RegExpExecArray, opening: Opening, text: string): Edit | undefined {
  const first = tokens[opening.at]!;
  const skipped = text.slice(tokens[index]!.start, first.start);
  if (first.classes & (TokenClass.code | TokenClass.slot) || !/^[\p{L}\s]*$/u.test(skipped)) return undefined;
  const start = tokens[index - 1]!.end + joint[1]!.length;
  const letter = text[first.start]!;
  const written = opening.lead ? `${opening.lead} ${letter}` : letter.toUpperCase();
  return { start, end: first.start + 1, newText: `.${joint[3]}${written}` };
}

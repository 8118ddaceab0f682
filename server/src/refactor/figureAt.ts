import { changesIn, isFigure, type Change } from '../story/changes.js';
import { TokenClass, type Token } from '../story/types.js';
import { sentenceAt, type SentenceSite } from './sentenceAt.js';
import type { RefactorSite } from './types.js';

/** A figure of a told sentence, and the change it is one end of. */
export interface FigureSite extends SentenceSite {
  readonly tokens: readonly Token[];
  readonly index: number;
  readonly change: Change | undefined;
}

/** The figure under the cursor; undefined elsewhere, in code, in a quotation, and while its sentence has slots to fill. */
export function figureAt({ review, range }: RefactorSite): FigureSite | undefined {
  const site = sentenceAt(review, range);
  if (!site || site.sentence.slots.length > 0) return undefined;
  const { tokens } = site.sentence;
  const index = tokens.findIndex((token) => token.start <= range.start && range.end <= token.end && isFigure(token));
  if (index < 0 || tokens[index]!.classes & (TokenClass.code | TokenClass.quoted)) return undefined;
  const change = changesIn(tokens).find(({ before, after }) => before === index || after === index);
  return { ...site, tokens, index, change };
}

const FELL = /^(?:fell|dropped|decreased|shrank|declined|sank|reduced|cut|lowered|shortened|halved|trimmed)$/;
const ROSE = /^(?:rose|grew|climbed|increased|raised|improved|jumped)$/;

/** True for a verb that says by itself in which direction something went. */
export function hasDirection({ word }: Token): boolean {
  return FELL.test(word) || ROSE.test(word);
}

/** True for any verb of change, those that tell no direction included. */
export function isChange(token: Token): boolean {
  return hasDirection(token) || /^(?:went|gone|go|came|come|moved|brought|scaled|got|down|up)$/.test(token.word);
}

/** True for "faster", "fewer" and the like after a figure. */
export function isComparative(token: Token | undefined): boolean {
  return token !== undefined && /^(?:faster|slower|quicker|shorter|longer|lower|higher|smaller|larger|bigger|cheaper|fewer|less|more)$/.test(token.word);
}

const UNIT = /^\s?(?:µs|us|s|h|m|d|kb|mb|gb|tb|hz|k)\b(?!['’])/i;
const RATE = /^\s(?:an?|per|each|every)\s(?:second|minute|hour|shift|day|night|week|weekend|month|quarter|year)\b|^\/\p{L}+/u;
const BOUND = /(?:under|below|over|above|less than|more than|fewer than)\s$/i;

/** True where the words after a figure make another one of it: "five or six", "two thirds", "30-something". */
export function isPartial(token: Token, text: string): boolean {
  return /^(?:\s?(?:or|of|and a|to \d)\b|\s\d|[-–+]|\s(?:halves|thirds?|quarters? of|fifths?|tenths?)\b)/.test(text.slice(token.end, token.end + 16));
}

/** A figure with its unit, its rate and its bound, as the text has them: "under 2.1 s", "fifteen a day". */
export function figureText({ start, end }: Token, text: string): string {
  const bound = BOUND.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? '';
  const unit = UNIT.exec(text.slice(end, end + 8))?.[0] ?? '';
  const rate = RATE.exec(text.slice(end + unit.length, end + unit.length + 20))?.[0] ?? '';
  return (bound + text.slice(start, end) + unit + rate).replace(/[\s>]+/g, ' ');
}

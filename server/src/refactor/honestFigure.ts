import { insertAfter } from '../review/fixes/place.js';
import { isApproximate, isFigure } from '../story/changes.js';
import { TokenClass, type Range, type Token } from '../story/types.js';
import { figureAt, hasDirection, isComparative, type FigureSite } from './figureAt.js';
import type { Refactoring, RefactorSite } from './types.js';

const { percent, duration, money, times } = TokenClass;

/** A figure no more exact than the person can vouch for: about so much, or the direction alone. */
export function honestFigure(site: RefactorSite): Refactoring[] {
  const figure = figureAt(site);
  if (!figure) return [];
  return [...about(figure, site.review.story.text), ...directionOnly(figure, site)];
}

/** Words after which "about" fits before a figure. */
const FITS = /^(?:by|to|from|at|in|within|after|was|were|is|are|took|takes|has|cost|costs|saved|lost|reached|needed|lasted|served|handled|removed|deleted|affected|failed|cut|dropped|for|of|gained|held|processed|counted|migrated|moved)$/;

/** What somebody set is known exactly. */
const SET_VALUE = /^(?:timeouts?|limits?|limited|thresholds?|intervals?|ttl|lifetime|retention|batch|batches|retries|replicas|cap|capped|budget|deadline|target|goal|slo|sla|every|each|alerts?|alarm|agreed|allowed|set|maximum|minimum|max|min|required|requirement|confidence|expires?|due|penalty|contractual)$/;

function about({ tokens, index }: FigureSite, text: string): Refactoring[] {
  const figure = tokens[index]!;
  const written = text.slice(figure.start, figure.end);
  const amount = Number(/\d[\d,.]*/.exec(written)?.[0].replace(/,/g, '') ?? NaN);
  if (!/^[$€£¥]?\d/.test(written) || /\+$/.test(written) || (amount === 0) || (figure.classes & percent && amount >= 100)) return [];
  if (!(figure.classes & (percent | duration | money | times)) && !(amount >= 100 && isCountOf(tokens, index, text))) return [];
  if (tokens.some(({ word }) => SET_VALUE.test(word)) || !standsFree(tokens, index, text)) return [];
  return [{ title: `Say "about ${written.replace(/\s+/g, ' ')}"`, kind: 'rewrite', edits: [{ start: figure.start, end: figure.start, newText: 'about ' }] }];
}

/** "4,000 requests": a number of something, and not a name of something. */
function isCountOf(tokens: readonly Token[], index: number, text: string): boolean {
  const next = tokens[index + 1];
  return next !== undefined && /s$/.test(next.word) && /^\s+$/.test(text.slice(tokens[index]!.end, next.start));
}

/** No part of "the 40% drop", "9-minute", "3 to 5" or "20 of 30". */
function standsFree(tokens: readonly Token[], index: number, text: string): boolean {
  const [previous, figure, next] = [tokens[index - 1], tokens[index]!, tokens[index + 1]];
  if (!previous || !FITS.test(previous.word) || text.slice(previous.end, figure.start).trim() !== '') return false;
  if (/^[-–+/\p{L}]/u.test(text.slice(figure.end)) || /^\s*(?:-|–|\/|or\b|of\b)/.test(text.slice(figure.end))) return false;
  if (previous.word === 'to' && tokens[index - 2]?.word === 'up') return false;
  if (next && isFigure(next) && text.slice(figure.end, next.start).includes(',')) return false;
  if (/^(?:of|from)$/.test(previous.word) && tokens[index - 2] && isFigure(tokens[index - 2]!)) return false;
  if (next && /^\d/.test(next.word) && text.slice(figure.end, next.start).trim() === '') return false;
  // "From 3 to 5 retries" is a change, "3 to 5 retries" a range.
  return previous.word === 'from' || !(next?.word === 'to' && tokens[index + 2] && isFigure(tokens[index + 2]!));
}

const NO_FIGURE = 'I do not have the exact figure.';

/** What can follow where a figure stood. */
const GOES_ON = /^(?:over|within|during|after|on|across|since|and|while|when|because|without|but|so|which|in|at|as|for|that|before|once|until)$/;

/** Takes the figure out where the words around it say in which direction it went. */
function directionOnly(figure: FigureSite, { review }: RefactorSite): Refactoring[] {
  const instead = inWords(figure, review.story.text);
  const { sentence, tokens } = figure;
  // With another figure left, nobody could tell which one is not there.
  if (!instead || tokens.some((token) => isFigure(token) && (token.end <= instead.start || token.start >= instead.end))) return [];
  const edits = [{ start: instead.start, end: instead.end, newText: instead.written }, insertAfter(review.story, sentence.end, NO_FIGURE)];
  return [{ title: `Say "${instead.read}" and that you do not have the figure`, kind: 'rewrite', edits }];
}

interface Words extends Range {
  readonly written: string;
  readonly read: string;
}

function inWords({ tokens, index, change }: FigureSite, text: string): Words | undefined {
  const figure = tokens[index]!;
  const next = tokens[index + 1];
  if (isComparative(next) && /^\s+$/.test(text.slice(figure.end, next!.start))) {
    const exact = /^(?:more|less)$/.test(next!.word) && !(figure.classes & (percent | times));
    const first = isApproximate(tokens[index - 1]) ? tokens[index - 1]! : figure;
    if (exact || index === 0 || /^(?:or|in|at|than)$/.test(tokens[index - 1]?.word ?? '') || /^(?:or|than)$/.test(tokens[tokens.indexOf(first) - 1]?.word ?? '')) return undefined;
    return { start: first.start, end: figure.end, written: 'markedly', read: `markedly ${next!.word}` };
  }
  if (change) return tokens[change.from]!.word === 'from' ? wentMarkedly(tokens, change.from, change.to, text) : undefined;
  const by = isApproximate(tokens[index - 1]) ? index - 2 : index - 1;
  return tokens[by]?.word === 'by' ? wentMarkedly(tokens, by, index, text) : undefined;
}

/** "Fell from 9 to 3 seconds" or "fell by a third" as "fell markedly". */
function wentMarkedly(tokens: readonly Token[], from: number, to: number, text: string): Words | undefined {
  const verb = verbBefore(tokens, from, text);
  const after = tokens[to + 1];
  const rest = after ? text.slice(tokens[to]!.end, after.start) : '.';
  if (!verb || (rest.trim() === '' && !GOES_ON.test(after!.word))) return undefined;
  return { start: tokens[from]!.start, end: tokens[to]!.end, written: 'markedly', read: `${verb.word} … markedly` };
}

const FARTHEST_VERB = 7;

function verbBefore(tokens: readonly Token[], from: number, text: string): Token | undefined {
  for (let at = from - 1; at >= Math.max(0, from - FARTHEST_VERB); at--) {
    if (hasDirection(tokens[at]!)) return tokens[at - 1]?.word === 'to' ? undefined : tokens[at];
    if (/[,;:()—–]/.test(text.slice(tokens[at]!.end, tokens[at + 1]!.start)) || isFigure(tokens[at]!)) return undefined;
  }
  return undefined;
}

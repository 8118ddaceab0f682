import type { Check, CompiledCount, Count } from '../../rubric/index.js';
import { TokenClass, type Range, type Sentence } from '../../story/types.js';
import { anchorOf, limitOf, type Candidate, type ReviewContext } from '../context.js';
import { fillIn } from '../fixes/fill.js';
import { isQuoted, rangeOf, type HeardSentence } from '../hear.js';

/** What a check's file tells to count, where there is more of it than the limit, or less. */
export function tally(context: ReviewContext, check: Check): Candidate[] {
  const { count } = check;
  const groups = context.rubric.countOf(check.code);
  const limit = limitOf(context, check);
  if (!count || !groups || limit === undefined) return [];
  const counted = heardIn(context, count);
  if (counted.length === 0 || (groups.whenGroup >= 0 && !counted.some(({ matches }) => matches.has(groups.whenGroup)))) return [];
  return unitsOf(counted, count, groups).flatMap((unit) => {
    const actual = amountIn(unit, count, groups);
    const within = check.bound === 'least' ? actual >= limit : actual <= limit;
    return within ? [] : [candidateOf(context, check, count, unit, { actual, limit })];
  });
}

/** The telling's own sentences in the sections that count. */
function heardIn(context: ReviewContext, count: Count): HeardSentence[] {
  const own = new Set(context.telling.sections);
  return context.heard.filter(({ section, roles }) => own.has(section) && (!count.in || count.in.some((role) => roles.has(role))));
}

function unitsOf(counted: readonly HeardSentence[], count: Count, groups: CompiledCount): (readonly HeardSentence[])[] {
  if (count.per === 'telling') return [counted];
  if (count.per === 'sentence') return counted.filter((heard) => counts(heard, count, groups)).map((heard) => [heard]);
  const runs: HeardSentence[][] = [];
  let last: HeardSentence | undefined;
  for (const heard of counted) {
    if (!counts(heard, count, groups)) continue;
    if (last && heard.index === last.index + 1) runs.at(-1)!.push(heard);
    else runs.push([heard]);
    last = heard;
  }
  return runs;
}

function counts({ matches, sentence }: HeardSentence, count: Count, groups: CompiledCount): boolean {
  if (groups.unlessGroup >= 0 && matches.has(groups.unlessGroup)) return false;
  if (!count.patterns) return true;
  return (matches.get(groups.group) ?? []).some((match) => !isQuoted(match, sentence));
}

function amountIn(unit: readonly HeardSentence[], count: Count, groups: CompiledCount): number {
  const counted = unit.filter((heard) => counts(heard, count, groups));
  if (count.of === 'sentences') return counted.length;
  if (count.of === 'bullets') return counted.filter(({ sentence }) => sentence.bullet).length;
  if (count.of === 'words') return counted.reduce((sum, { sentence }) => sum + sentence.words, 0);
  const matched = counted.flatMap((heard) => matchedWords(heard, groups));
  return count.of === 'distinct' ? new Set(matched).size : matched.length;
}

/** The matched words, overlapping matches once. */
function matchedWords({ matches, sentence }: HeardSentence, groups: CompiledCount): string[] {
  let end = 0;
  return (matches.get(groups.group) ?? []).flatMap((match) => {
    if (match.from < end) return [];
    end = match.to;
    return [sentence.tokens.slice(match.from, match.to).map(({ word }) => word.replace(/s$/, '')).join(' ')];
  });
}

function candidateOf(context: ReviewContext, check: Check, count: Count, unit: readonly HeardSentence[], values: { actual: number; limit: number }): Candidate {
  const [first] = unit as readonly [HeardSentence, ...HeardSentence[]];
  const whole = count.per === 'telling';
  const role = check.section ?? count.in?.[0] ?? 'body';
  return {
    code: check.code,
    kind: 'check',
    role: whole ? role : first.section.role,
    range: whole ? anchorOf(context, role) : placeOf(context, check, first),
    values,
    fixes: () => check.fills.flatMap((fill) => fillIn(context, fill)),
  };
}

/** The first match in a sentence; the beginning of the sentence when words were counted. */
function placeOf(context: ReviewContext, check: Check, { matches, sentence }: HeardSentence): Range {
  const match = matches.get(context.rubric.countOf(check.code)!.group)?.[0];
  return match && check.count!.of !== 'words' ? rangeOf(match, sentence) : opening(sentence);
}

const OPENING_WORDS = 4;

function opening(sentence: Sentence): Range {
  const last = sentence.tokens.slice(0, OPENING_WORDS).filter(({ classes }) => !(classes & TokenClass.slot)).at(-1);
  return { start: sentence.start, end: last?.end ?? sentence.end };
}

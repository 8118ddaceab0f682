import type { Check, CompiledCount, Count } from '../../rubric/index.js';
import { saidIn } from '../../story/moved.js';
import { TokenClass, type Range, type Role, type Sentence } from '../../story/types.js';
import { anchorOf, limitOf, type Candidate, type ReviewContext } from '../context.js';
import { fillIn } from '../fixes/fill.js';
import { countedFor, heardOf, rolesTold } from '../found.js';
import { rangeOf } from '../hear.js';
import type { HeardSentence } from '../impression.js';

/** What a check's file tells to count, where there is more of it than the limit, or less. */
export function tally(context: ReviewContext, check: Check): Candidate[] {
  const { count } = check;
  const groups = context.rubric.countOf(check.code);
  const limit = limitOf(context, check);
  if (!count || !groups || limit === undefined) return [];
  const roles = rolesTold(context);
  if (roles.size === 0 || count.in?.every((role) => !roles.has(role))) return [];
  const among = isCounted(context, count);
  if (groups.whenGroup >= 0 && !heardOf(context, groups.whenGroup).some(among)) return [];
  const misses = (actual: number): boolean => (check.bound === 'least' ? actual < limit : actual > limit);
  const told = count.patterns ? countedFor(context, check.code) : context.heard;
  const counted = told.filter((heard) => (count.per !== 'sentence' || misses(amountOf(heard, count, groups))) && (count.patterns || !heard.matches.has(groups.unlessGroup)) && among(heard));
  return unitsOf(counted, count).flatMap((unit) => {
    const actual = amountIn(unit, count, groups);
    return misses(actual) ? [candidateOf(context, check, count, unit, { actual, limit })] : [];
  });
}

/** Tells the telling's own sentences in the sections that count. */
function isCounted({ telling }: ReviewContext, count: Count): (heard: HeardSentence) => boolean {
  const own = telling.inherited.length === 0 ? undefined : new Set(telling.sections);
  let [last, plays]: [ReadonlySet<Role> | undefined, boolean] = [undefined, false];
  return ({ section, roles }) => {
    if (own && !own.has(section)) return false;
    if (!count.in) return true;
    // Sentences beside each other play the same roles.
    if (roles !== last) [last, plays] = [roles, count.in.some((role) => roles.has(role))];
    return plays;
  };
}

/** What is compared with the limit: sentences that count, all together, each by itself, or those that follow each other. */
function unitsOf(counted: readonly HeardSentence[], count: Count): (readonly HeardSentence[])[] {
  if (count.per === 'telling') return [counted];
  if (count.per === 'sentence') return counted.map((heard) => [heard]);
  const runs: HeardSentence[][] = [];
  let last: HeardSentence | undefined;
  for (const heard of counted) {
    if (last && heard.index === last.index + 1) runs.at(-1)!.push(heard);
    else runs.push([heard]);
    last = heard;
  }
  return runs;
}

function amountIn(counted: readonly HeardSentence[], count: Count, groups: CompiledCount): number {
  if (count.of === 'sentences') return counted.length;
  if (count.of !== 'distinct') return counted.reduce((sum, heard) => sum + amountOf(heard, count, groups), 0);
  const distinct = new Set<string>();
  for (const heard of counted) for (const word of matchedWords(heard, groups)) distinct.add(word);
  return distinct.size;
}

/** What one sentence adds to a count. */
function amountOf(heard: HeardSentence, { of }: Count, groups: CompiledCount): number {
  if (of === 'sentences') return 1;
  if (of === 'bullets') return heard.sentence.bullet ? 1 : 0;
  if (of === 'words') return heard.sentence.words;
  const words = matchedWords(heard, groups);
  return of === 'matches' ? words.length : new Set(words).size;
}

/** The matched words, overlapping matches once; the same words are looked through once. */
function matchedWords({ matches, sentence, impression }: HeardSentence, { group }: CompiledCount): readonly string[] {
  const before = impression?.counted?.get(group);
  if (before) return before;
  let end = 0;
  const words = matches.of(group).flatMap((match) => {
    if (match.from < end) return [];
    end = match.to;
    return [saidIn(sentence).slice(match.from, match.to).map(({ word }) => word.replace(/s$/, '')).join(' ')];
  });
  if (impression) (impression.counted ??= new Map()).set(group, words);
  return words;
}

function candidateOf(context: ReviewContext, check: Check, count: Count, unit: readonly HeardSentence[], values: { actual: number; limit: number }): Candidate {
  const [first] = unit;
  const whole = count.per === 'telling';
  const role = check.section ?? count.in?.[0] ?? 'body';
  return {
    code: check.code,
    kind: 'check',
    role: whole ? role : first!.section.role,
    range: whole ? anchorOf(context, role) : placeOf(context, check, first!),
    values,
    fixes: () => check.fills.flatMap((fill) => fillIn(context, fill)),
  };
}

/** The first match in a sentence; the beginning of the sentence when words were counted. */
function placeOf(context: ReviewContext, check: Check, { matches, sentence }: HeardSentence): Range {
  const match = matches.of(context.rubric.countOf(check.code)!.group)[0];
  return match && check.count!.of !== 'words' ? rangeOf(match, sentence) : opening(sentence);
}

const OPENING_WORDS = 4;

function opening(sentence: Sentence): Range {
  const last = sentence.tokens.slice(0, OPENING_WORDS).filter(({ classes }) => !(classes & TokenClass.slot)).at(-1);
  return { start: sentence.start, end: last?.end ?? sentence.end };
}

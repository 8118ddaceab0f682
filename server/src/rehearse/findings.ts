import { firstFew, listed } from '../bank/words.js';
import type { HeardSentence } from '../review/impression.js';
import { rulesOf } from '../review/settings.js';
import { fillMessage } from '../review/settle.js';
import type { Review, TellingReview } from '../review/types.js';
import type { Rubric, WiderCriterion } from '../rubric/index.js';
import type { Range, Sentence } from '../story/types.js';
import { times as howOften } from './plainly.js';
import type { SaidPart } from './parts.js';
import { sharedSequences } from './recited.js';
import type { PartTime, RehearsalFinding, TranscriptReport } from './types.js';
import { phrasesIn } from './vague.js';

export const FILLERS = 'rehearsal-fillers';

/** Everything that a criterion about rehearsals looks at. */
export interface Rehearsed {
  readonly review: Review;
  readonly told: TellingReview;
  readonly rubric: Rubric;
  readonly transcript: string;
  readonly report: Omit<TranscriptReport, 'findings' | 'parts'>;
  readonly parts: readonly SaidPart[];
  readonly times: readonly PartTime[];
  readonly heard: readonly HeardSentence[];
  /** The sentences of the story, in the order told. */
  readonly written: readonly Sentence[];
  /** The sentences of the transcript. */
  readonly sentences: readonly Sentence[];
}

interface Noticed {
  readonly values: Readonly<Record<string, string | number>>;
  readonly places?: readonly Range[];
}

type Notice = (rehearsed: Rehearsed, criterion: WiderCriterion) => readonly Noticed[];

/** What each criterion of a rehearsal looks at; those that no transcript can answer are not among them. */
const NOTICES: Readonly<Record<string, Notice>> = {
  'rehearsal-over-time': overTime,
  'rehearsal-pace': pace,
  [FILLERS]: fillers,
  'rehearsal-vague-phrases': vague,
  'rehearsal-section-skipped': skipped,
  'rehearsal-recitation': recited,
};

/** What was noticed in a transcript, in the order of the criteria. A level of the story's own front matter holds. */
export function findingsOf(rehearsed: Rehearsed): RehearsalFinding[] {
  const rules = rulesOf(rehearsed.review.story.frontMatter);
  return rehearsed.rubric.data.wider.flatMap((criterion) => {
    const level = rules[criterion.code] ?? (criterion.severity === 'off' ? 'information' : criterion.severity);
    const notice = Object.hasOwn(NOTICES, criterion.code) ? NOTICES[criterion.code] : undefined;
    if (criterion.scope !== 'rehearsal' || level === 'off' || !notice) return [];
    return notice(rehearsed, criterion).map(({ values, places = [] }): RehearsalFinding => ({
      code: criterion.code,
      severity: level,
      message: fillMessage(criterion, { ...values, limit: values['limit'] ?? criterion.limit ?? '', least: criterion.least ?? '' }),
      ...(places[0] && { range: places[0], places }),
    }));
  });
}

/** Beyond what the profile allows, in all; then in which part, where its words tell. */
function overTime({ review, report, times, parts }: Rehearsed, { limit }: WiderCriterion): Noticed[] {
  const { targetSeconds, maxSeconds } = review.profile.limits;
  const target = targetSeconds ?? limit ?? Infinity;
  if (report.seconds <= Math.max(target, maxSeconds ?? target)) return [];
  const longest = times.map((time, part) => ({ ...time, part, over: time.seconds - time.target })).filter(({ seconds, target: aim, over }) => aim > 0 && seconds > aim * LONGER && over >= MUCH);
  longest.sort((a, b) => b.over - a.over);
  const about = report.timed ? '' : 'about ';
  const whole = { values: { actual: `${about}${report.seconds} s`, limit: `${target} s` } };
  return [whole, ...longest.slice(0, 1).map(({ title, seconds, target: aim, part }) => ({ values: { actual: `${about}${seconds} s for ${title}`, limit: `${aim} s` }, places: parts[part]!.sentences.map(({ start, end }) => ({ start, end })) }))];
}

/** A part is too long when it takes half as long again as in the story, and so many seconds more. */
const LONGER = 1.5;
const MUCH = 10;

/** Only a time that was measured says how fast somebody spoke. */
function pace({ report: { timed, wordsPerMinute } }: Rehearsed, { limit = Infinity, least = 0 }: WiderCriterion): Noticed[] {
  return timed && (wordsPerMinute > limit || wordsPerMinute < least) ? [{ values: { actual: wordsPerMinute } }] : [];
}

function fillers({ report }: Rehearsed, { limit = Infinity }: WiderCriterion): Noticed[] {
  const aMinute = Math.round((report.fillers.length / Math.max(1, report.seconds)) * 60);
  return aMinute > limit ? [{ values: { actual: aMinute }, places: report.fillers }] : [];
}

/** Each phrase once, with how often it was said. */
function vague({ heard, rubric, transcript }: Rehearsed, { phrases }: WiderCriterion): Noticed[] {
  const said = new Map<string, Range[]>();
  for (const range of phrasesIn(heard, phrases, rubric)) {
    const words = transcript.slice(range.start, range.end).replace(/\s+/g, ' ').toLowerCase();
    said.set(words, [...(said.get(words) ?? []), range]);
  }
  return [...said].map(([match, places]) => ({ values: { match, actual: howOften(places.length) }, places }));
}

/** The report lists all of them. */
const MOST_NAMED = 2;

function skipped({ report: { missed } }: Rehearsed): Noticed[] {
  return missed.length === 0 ? [] : [{ values: { missing: listed(firstFew(missed.map(({ title }) => title.toLowerCase()), MOST_NAMED)) } }];
}

function recited({ written, sentences }: Rehearsed, { limit = 1 }: WiderCriterion): Noticed[] {
  const share = sharedSequences(written, sentences);
  return share > limit ? [{ values: { actual: `${Math.round(share * 100)} %` } }] : [];
}

import type { Check, Level, Rubric } from '../rubric/index.js';
import { finished, type Steps } from '../story/steps.js';
import type { Role, Story, Telling } from '../story/types.js';
import { AskedBeat } from './askedBeat.js';
import { attempt, attemptInSteps } from './attempt.js';
import { hearBeats } from './beats.js';
import { ABSENCES, FILE_MEASURES, STRUCTURE_MEASURES, TELLING_MEASURES } from './checks.js';
import { isAbout, type Candidate, type ReviewContext } from './context.js';
import { findGaps, doubtOf } from './findings/gaps.js';
import { findPhrases } from './findings/phrases.js';
import { hearInSteps, toldSections } from './hear.js';
import type { HeardSentence } from './impression.js';
import type { ReviewMemory } from './memory.js';
import { findingOf, keepStrongest, weigh, type Weighed } from './settle.js';
import { Settings, type ReviewOptions } from './settings.js';
import { leaningsOf, shapesOf } from './shapes.js';
import { applySuppressions, judgeSuppressions } from './suppressions.js';
import { timeSections } from './timing.js';
import type { BeatReview, Broken, Finding, RecognisedShape, Review, TellingReview } from './types.js';

export type { Language, Preferences, ReviewOptions } from './settings.js';

/**
 * Reviews a story against a rubric. Pure: the same story, rubric and options give the same review, whatever `memory`
 * knows of an earlier one. Times are in whole seconds, ranges in UTF-16 offsets into the story's text.
 */
export function review(story: Story, rubric: Rubric, options: ReviewOptions = {}, memory?: ReviewMemory): Review {
  return finished(reviewInSteps(story, rubric, options, memory));
}

/** The same in steps of a few milliseconds. */
export function* reviewInSteps(story: Story, rubric: Rubric, options: ReviewOptions = {}, memory?: ReviewMemory): Steps<Review> {
  memory?.begin(rubric);
  const settings = new Settings(rubric, story.frontMatter, options);
  const [main, ...framings] = story.tellings;
  const broken: Broken[] = [];
  const hear = (telling: Telling, name: string): Steps<readonly HeardSentence[] | undefined> => attemptInSteps(broken, 'hearing', name, () => hearInSteps(telling, rubric, memory), undefined);
  const heard = yield* hear(main, 'the story');
  const leanings = leaningsOf(rubric, settings.understands(story) ? heard ?? [] : []);
  const shapes = shapesOf(story.frontMatter, rubric, leanings);
  const contexts: [ReviewContext, ...ReviewContext[]] = [contextOf(story, main, heard, rubric, settings, shapes, broken)];
  for (const framing of framings) contexts.push(contextOf(story, framing, yield* hear(framing, 'a framing'), rubric, settings, shapes, broken));
  yield;
  const findings = findAll(contexts);
  yield;
  const told = (context: ReviewContext, index: number): TellingReview => ({
    telling: context.telling,
    timing: context.timing,
    beats: beatsOf(context, memory !== undefined),
    findings: findings[index]!,
    leanings: index === 0 ? leanings : leaningsOf(rubric, context.understood ? context.heard : []),
  });
  const [first, ...others] = contexts;
  return { story, profile: settings.profile, shapes, tellings: [told(first, 0), ...others.map((context, index) => told(context, index + 1))], confidentialTerms: settings.confidentialTerms, broken };
}

/** With nothing `heard`, because that threw, a telling is judged as one in another language is. */
function contextOf(story: Story, telling: Telling, found: readonly HeardSentence[] | undefined, rubric: Rubric, settings: Settings, shapes: readonly RecognisedShape[], broken: Broken[]): ReviewContext {
  const understood = found !== undefined && settings.understands(story);
  const heard = found ?? [];
  const beats = new Map(hearBeats(rubric, understood ? heard : []).map((beat) => [beat.id, beat]));
  const timing = timeSections(toldSections(telling), settings.limits.wordsPerMinute);
  return { story, telling, rubric, settings, shapes, understood, heard, beats, timing, broken };
}

/** @param again when the story is written, and reviewed again soon: a review that is kept is plain data */
function beatsOf(context: ReviewContext, again: boolean): BeatReview[] {
  const asked = [...context.beats.values()].map((beat) => new AskedBeat(context, beat));
  return again ? asked : asked.map((beat) => beat.toJSON());
}

/** The findings of each telling; those about the file come with the first. */
function findAll(contexts: readonly ReviewContext[]): Finding[][] {
  const [main] = contexts as readonly [ReviewContext, ...ReviewContext[]];
  const { suppressions } = main.story;
  const tellings = contexts.map((context) => applySuppressions(weighed(context, main.story.notAStory ? [] : findInTelling(context)), suppressions));
  const whole = applySuppressions(weighed(main, measure(main, FILE_MEASURES)), suppressions);
  const used = new Set([...tellings, whole].flatMap((part) => [...part.used]));
  const file = [...whole.kept, ...weighed(main, attempt(main.broken, 'check', 'unused-suppression', () => judgeSuppressions(main, used), []))];
  return contexts.map((context, index) => {
    const kept = keepStrongest(tellings[index]!.kept, context.settings.limits.findingsPerSection);
    const all = context === main ? [...file, ...kept] : kept;
    return all.flatMap((finding) => attempt(context.broken, 'check', finding.candidate.code, () => [findingOf(finding, context)], []));
  });
}

function findInTelling(context: ReviewContext): Candidate[] {
  if (!context.understood) return measure(context, STRUCTURE_MEASURES);
  const checks = measure(context, TELLING_MEASURES);
  const absent = new Set<Role>(checks.filter(({ code }) => isAbsence(context.rubric, code)).map(({ role }) => role));
  return [...checks, ...findGaps(context, absent), ...findPhrases(context)];
}

/** One gap raises one code: what is missing because its whole section is missing is not said again. */
function isAbsence(rubric: Rubric, code: string): boolean {
  return rubric.data.checks.some((check) => check.code === code && ABSENCES.includes(check.measure));
}

function measure(context: ReviewContext, measures: typeof TELLING_MEASURES): Candidate[] {
  const asked = (check: Check): boolean => isAbout(context, check) && (ABSENCES.includes(check.measure) || context.settings.severityOf(check.code, check.severity) !== 'off');
  return context.rubric.data.checks.filter(asked).flatMap((check) => attempt(context.broken, 'check', check.code, () => measures[check.measure]?.(context, check) ?? [], []));
}

function weighed(context: ReviewContext, candidates: readonly Candidate[]): Weighed[] {
  return weigh(candidates, (candidate): Level => attempt(context.broken, 'check', candidate.code, () => levelOf(candidate, context), 'off'));
}

function levelOf({ code, kind }: Candidate, context: ReviewContext): Level {
  const { rubric, settings, shapes } = context;
  if (kind !== 'gap') return settings.severityOf(code, rubric.criterion(code)?.severity ?? 'off');
  const beat = rubric.data.beats.find((candidate) => candidate.gaps.some((gap) => gap.code === code))!;
  const gap = beat.gaps.find((candidate) => candidate.code === code)!;
  return settings.severityOfGap(gap, beat, shapes, () => doubtOf(gap, beat, context));
}

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { problemLine } from '../config/problems.js';
import { readRubric, Rubrics } from '../config/rubrics.js';
import { checkProfile } from '../config/values.js';
import { cuesOf, cueTimes, hold, timelineOf, WHY_NOT } from '../rehearse/index.js';
import type { Preferences, Review, TellingReview } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import { isTooLarge } from '../story/bounds.js';
import { didYouMean } from '../story/nearest.js';
import { type Arguments, type Options, readArguments, readCount, readFormat } from './args.js';
import { Checker } from './checker.js';
import { complain, Exit, type ExitCode, UsageError } from './errors.js';
import { readStandardInput, readStory, STANDARD_INPUT } from './files.js';
import { planJson, planText, reportJson, reportText, type Plan } from './report/rehearsal.js';

const HELP = `Usage: starwright rehearse FILE [--transcript FILE]

Without a transcript: at most five cues to tell the story from, with the time at which
each should begin. With one: what was said and what was left out, and how it was told.

  --transcript FILE        what was said, as plain text ("-" reads standard input)
  --seconds N              how long it took; without a transcript, how long there is
  --framing TITLE          one of the story's framings instead of its own telling
  --format pretty|json     how to write the report (pretty)
  --profile ID             review against this profile; ID+esl lays one over it
  --rubric FOLDER          lay a rubric of your own over the built-in one; may be repeated

Exit code: 0, or 2 when something could not be read or compared.
`;

const OPTIONS: Options = {
  transcript: { type: 'string' },
  seconds: { type: 'string' },
  framing: { type: 'string' },
  format: { type: 'string' },
  profile: { type: 'string' },
  rubric: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

const LONGEST_SECONDS = 3600;

/** `starwright rehearse`: cues with their times, or a transcript held against its story. */
export async function runRehearse(words: readonly string[]): Promise<ExitCode> {
  const args = readArguments('rehearse', words, OPTIONS);
  if (args.has('help')) {
    process.stdout.write(HELP);
    return Exit.ok;
  }
  const path = onePath(args);
  const format = readFormat(args.text('format') ?? 'pretty', ['pretty', 'json']);
  const seconds = readSeconds(args.text('seconds'));
  const transcript = args.text('transcript');
  if (path === STANDARD_INPUT && transcript === STANDARD_INPUT) throw new UsageError('the story and the transcript cannot both be standard input. Name a file for one of them.');
  const read = await reviewOf(path, args);
  if (!read) return Exit.failure;
  const told = tellingCalled(args.text('framing'), read.review);
  if (read.review.story.notAStory || told.timing.words === 0) throw new UsageError(`${path}: there is no story in it yet, so there is nothing to rehearse.`);
  const output = transcript === undefined ? plan(read, told, seconds, format) : compare(read, told, await readTranscript(transcript), seconds, format);
  process.stdout.write(output);
  return Exit.ok;
}

interface Read {
  readonly review: Review;
  readonly rubric: Rubric;
}

type Format = 'pretty' | 'json';

function plan({ review, rubric }: Read, told: TellingReview, seconds: number | undefined, format: Format): string {
  const timeline = timelineOf(told, seconds ?? review.profile.limits.targetSeconds, rubric);
  const cues = cuesOf(review, told, rubric);
  const times = cueTimes(cues, told, timeline);
  const made: Plan = { review, told, timeline, cues: cues.map((cue, index) => ({ ...cue, from: times[index]! })) };
  return format === 'json' ? planJson(made) : planText(made);
}

function compare({ review, rubric }: Read, told: TellingReview, transcript: string, seconds: number | undefined, format: Format): string {
  const report = hold(review, told, rubric, transcript, seconds === undefined ? {} : { seconds });
  if (typeof report === 'string') throw new UsageError(WHY_NOT[report]);
  return format === 'json' ? reportJson(report, review, told, transcript) : reportText(report, review, told, transcript);
}

function onePath({ paths }: Arguments): string {
  const [path] = paths;
  if (path === undefined) throw new UsageError('name the story to rehearse: starwright rehearse FILE.');
  if (paths.length > 1) throw new UsageError(`"rehearse" takes one story, but ${paths.length} paths were given.`);
  if (path !== STANDARD_INPUT && statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`${path} is a folder. Name one story in it.`);
  return path;
}

async function reviewOf(path: string, args: Arguments): Promise<Read | undefined> {
  const folders = args.all('rubric');
  const { problems, rubric } = await readRubric(folders.map((folder) => resolve(folder)));
  problems.forEach((problem) => complain(problemLine(problem)));
  if (problems.length > 0) return undefined;
  const rubrics = new Rubrics(folders);
  const found = path === STANDARD_INPUT ? rubric : (await rubrics.for(path)).rubric;
  const checker = new Checker(rubrics, readProfile(args.text('profile'), found));
  const [read] = await checker.reviewNamed(path, (_, review, rubric): Read => ({ review, rubric }));
  return read;
}

function readProfile(profile: string | undefined, rubric: Rubric): Preferences {
  if (profile === undefined) return {};
  const checked = checkProfile(profile, rubric);
  if ('problem' in checked) throw new UsageError(checked.problem);
  return { profile: checked.value };
}

function tellingCalled(title: string | undefined, { tellings }: Review): TellingReview {
  const [main, ...framings] = tellings;
  if (title === undefined) return main;
  const titles = framings.map(({ telling }) => telling.title ?? '');
  const found = framings.find(({ telling }) => telling.title?.toLowerCase() === title.trim().toLowerCase());
  if (found) return found;
  const known = titles.length === 0 ? ' This story has none.' : didYouMean(title, titles) || ` There ${titles.length === 1 ? 'is' : 'are'} ${titles.map((each) => `"${each}"`).join(', ')}.`;
  throw new UsageError(`there is no framing "${title}".${known}`);
}

async function readTranscript(path: string): Promise<string> {
  const read = path === STANDARD_INPUT ? await readStandardInput() : readStory(path);
  const name = path === STANDARD_INPUT ? '<stdin>' : path;
  if ('problem' in read) throw new UsageError(`${name}: ${read.problem}`);
  if (isTooLarge(read.text)) throw new UsageError(`${name}: ${WHY_NOT['too-long']}`);
  return read.text;
}

function readSeconds(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const seconds = readCount('seconds', value);
  if (seconds < 1 || seconds > LONGEST_SECONDS) throw new UsageError(`--seconds needs a time from 1 to ${LONGEST_SECONDS}, not ${value}.`);
  return seconds;
}

import { coverage, coverageMarkdown, coveragePage, planLoop, type Coverage, type LoopPlan } from '../bank/index.js';
import { DEFAULT_PROFILE, type Loop, type Rubric } from '../rubric/index.js';
import { didYouMean } from '../story/nearest.js';
import { type Arguments, type Options, readArguments, readFormat } from './args.js';
import { readBank } from './bank.js';
import type { Checker } from './checker.js';
import { Exit, type ExitCode, UsageError } from './errors.js';
import { checkerFor, firstPlace, JUDGING, wantsColour } from './judging.js';
import { coverageJson } from './report/coverageJson.js';
import { CoverageText } from './report/coverageText.js';
import { broke } from './reviewer.js';

const HELP = `Usage: starwright coverage [PATH…]

Looks at all stories as one bank: which themes and signals they cover, what is
missing, what to write next, and which story to keep for which round of an
interview day. Files, folders (searched for *.star.md) or globs; without a PATH,
the current folder.

  --format pretty|json|md|html   how to write the report (pretty)
  --loop ID                      the interview day to plan (the rubric's first)
  --profile ID                   whose themes to cover
  --rubric FOLDER                lay a rubric of your own over the built-in one; may be repeated
  --rule CODE=LEVEL              off, hint, information, warning or error; may be repeated

Exit code: 0 no errors, 1 advice that you made an error, 2 something could not be read or understood.
`;

const OPTIONS: Options = { ...JUDGING, format: { type: 'string' }, loop: { type: 'string' }, help: { type: 'boolean', short: 'h' } };
const FORMATS = ['pretty', 'json', 'md', 'html'] as const;
type Format = (typeof FORMATS)[number];

/** `starwright coverage`: what a bank of stories covers, on standard output. */
export async function runCoverage(words: readonly string[]): Promise<ExitCode> {
  const args = readArguments('coverage', words, OPTIONS);
  if (args.has('help')) {
    process.stdout.write(HELP);
    return Exit.ok;
  }
  const format = readFormat(args.text('format') ?? 'pretty', FORMATS);
  const checker = await checkerFor(args);
  if (!checker) return Exit.failure;
  const { rubric, configs } = await checker.placeOf(firstPlace(args));
  const defaults = configs.nearest(firstPlace(args))?.preferences ?? {};
  const profile = rubric.profile(checker.override.profile ?? defaults.profile ?? DEFAULT_PROFILE) ?? rubric.data.profiles[0]!;
  const loops = readLoops(args, rubric, format);
  const stories = await readBank(args, checker);
  const covered = coverage(stories, rubric, profile, today(), { override: checker.override, defaults });
  broke('the bank', covered.broken).forEach(checker.tell);
  process.stdout.write(report(format, covered, loops.map((loop) => planLoop(loop, stories, rubric))));
  return exitCode(covered, checker);
}

/** The day that was named; else all of them for a script, and the first for a person. */
function readLoops(args: Arguments, { data }: Rubric, format: Format): readonly Loop[] {
  const id = args.text('loop');
  if (id === undefined) return format === 'json' ? data.loops : data.loops.slice(0, 1);
  const known = data.loops.map((loop) => loop.id);
  if (!known.includes(id)) throw new UsageError(`unknown loop "${id}".${didYouMean(id, known)} Known: ${known.join(', ')}.`);
  return data.loops.filter((loop) => loop.id === id);
}

function report(format: Format, covered: Coverage, plans: readonly LoopPlan[]): string {
  switch (format) {
    case 'json':
      return coverageJson(covered, plans);
    case 'md':
      return coverageMarkdown(covered, plans);
    case 'html':
      return coveragePage(covered, plans);
    case 'pretty':
      return new CoverageText(wantsColour()).write(covered, plans);
  }
}

/** The day it is here, as `2026-11-20`. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function exitCode({ advice }: Coverage, { incomplete }: Checker): ExitCode {
  if (incomplete) return Exit.failure;
  return advice.some(({ severity }) => severity === 'error') ? Exit.findings : Exit.ok;
}

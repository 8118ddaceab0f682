import { join, resolve } from 'node:path';
import type { Preferences } from '../review/index.js';
import type { Level, Rubric } from '../rubric/index.js';
import { type Arguments, type Options, readArguments, readCount } from './args.js';
import { problemLine } from '../config/problems.js';
import { readRubric, Rubrics } from '../config/rubrics.js';
import { complain, Exit, type ExitCode, UsageError } from './errors.js';
import { Checker } from './checker.js';
import { STANDARD_INPUT } from './files.js';
import { checkCode, type Checked, checkLevel, checkProfile } from '../config/values.js';
import { printConfig } from './printConfig.js';
import { jsonReport, type Summary, summarise } from './report/json.js';
import { PrettyReport } from './report/pretty.js';
import { didYouMean } from '../story/nearest.js';

const HELP = `Usage: starwright check [PATH…]

Reviews stories: files, folders (searched for *.star.md), globs, or - for standard input.
Without a PATH, the current folder.

  --format pretty|json     how to write the report (pretty)
  --profile ID             review against this profile; ID+esl lays one over it
  --rubric FOLDER          lay a rubric of your own over the built-in one; may be repeated
  --rule CODE=LEVEL        off, hint, information, warning or error; may be repeated
  --max-warnings N         fail when there are more warnings than N
  --stdin-filename NAME    the name to give standard input
  --print-config FILE      say which settings hold for FILE, and review nothing

Exit code: 0 no errors, 1 errors or too many warnings, 2 something could not be read or understood.
`;

const OPTIONS: Options = {
  format: { type: 'string' },
  profile: { type: 'string' },
  rule: { type: 'string' },
  'max-warnings': { type: 'string' },
  'stdin-filename': { type: 'string' },
  'print-config': { type: 'boolean' },
  'all-beats': { type: 'boolean' },
  rubric: { type: 'string' },
  fix: { type: 'boolean', later: true },
  help: { type: 'boolean', short: 'h' },
};

/** `starwright check`: reviews stories and reports on standard output. */
export async function runCheck(words: readonly string[]): Promise<ExitCode> {
  const args = readArguments('check', words, OPTIONS);
  if (args.has('help')) {
    process.stdout.write(HELP);
    return Exit.ok;
  }
  const named = args.all('rubric');
  const rubrics = new Rubrics(named);
  const format = readFormat(args.text('format') ?? 'pretty');
  const limit = args.text('max-warnings');
  const maxWarnings = limit === undefined ? Infinity : readCount('max-warnings', limit);
  const { problems } = await readRubric(named.map((folder) => resolve(folder)));
  if (problems.length > 0) {
    problems.forEach((problem) => complain(problemLine(problem)));
    return Exit.failure;
  }
  const { rubric } = await rubrics.for(firstPlace(args));
  const checker = new Checker(rubrics, readOverride(args, rubric));
  if (args.has('print-config')) return printConfig(args.paths, await checker.placeOf(args.paths[0] ?? '.'), checker.override);

  const reported = await checker.checkAll(args.paths, args.text('stdin-filename'));
  const files = reported.map(({ file }) => file);
  const summary = summarise(files);
  const pretty = new PrettyReport(wantsColour());
  process.stdout.write(format === 'json' ? jsonReport(files, summary) : pretty.write(reported, summary));
  return exitCode(summary, maxWarnings, checker.failed);
}

/** Where the options of a command line are understood: beside the first thing it names. */
export function firstPlace(args: Arguments, paths = args.paths): string {
  const [path = '.'] = paths;
  return path === STANDARD_INPUT ? (args.text('stdin-filename') ?? '.') : join(path, path === '.' || !/\.[a-z]+$/i.test(path) ? '-' : '');
}

/** The format of a report. */
export function readFormat(format: string): 'pretty' | 'json' {
  if (format === 'pretty' || format === 'json') return format;
  if (format === 'sarif' || format === 'github') throw new UsageError(`--format ${format} is not available in this version.`);
  throw new UsageError(`unknown format "${format}".${didYouMean(format, ['pretty', 'json'])} Use pretty or json.`);
}

function readOverride(args: Arguments, rubric: Rubric): Preferences {
  const profile = args.text('profile');
  const rules = Object.fromEntries(args.all('rule').map((rule) => readRule(rule, rubric)));
  return { ...(profile === undefined ? {} : { profile: orUsageError(checkProfile(profile, rubric)) }), rules };
}

function readRule(rule: string, rubric: Rubric): [string, Level] {
  const [code, level, ...more] = rule.split('=');
  if (!code || !level || more.length > 0) throw new UsageError(`--rule needs CODE=LEVEL, not "${rule}".`);
  return [orUsageError(checkCode(code, rubric)), orUsageError(checkLevel(level))];
}

/** The value, or a {@link UsageError} that says what is wrong with it. */
export function orUsageError<Value>(checked: Checked<Value>): Value {
  if ('problem' in checked) throw new UsageError(checked.problem);
  return checked.value;
}

/** Whether the terminal shows colours, and the person wants them. */
export function wantsColour(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}

function exitCode(summary: Summary, maxWarnings: number, failed: boolean): ExitCode {
  const tooMany = summary.warnings > maxWarnings;
  if (tooMany) complain(`${summary.warnings} warnings, more than the ${maxWarnings} that --max-warnings allows.`);
  if (failed) return Exit.failure;
  return tooMany || summary.errors > 0 ? Exit.findings : Exit.ok;
}

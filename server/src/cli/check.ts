import { join, resolve } from 'node:path';
import type { Preferences } from '../review/index.js';
import { review } from '../review/index.js';
import type { Level, Rubric } from '../rubric/index.js';
import { parseStory } from '../story/index.js';
import { type Arguments, type Options, readArguments, readCount } from './args.js';
import { FolderConfigs } from '../config/nearestFolderFile.js';
import { problemLine } from '../config/problems.js';
import { type FoundRubric, readRubric, Rubrics } from '../config/rubrics.js';
import { complain, Exit, type ExitCode, UsageError } from './errors.js';
import { findStories, type Found, readStandardInput, readStory, STANDARD_INPUT, type Text } from './files.js';
import { checkCode, type Checked, checkLevel, checkProfile } from '../config/values.js';
import { printConfig } from './printConfig.js';
import { jsonReport, reportFile, type Summary, summarise } from './report/json.js';
import { PrettyReport, type Reported } from './report/pretty.js';
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

const NOTHING_HERE = 'there are no *.star.md files in this folder. "starwright new --shape ID" writes one.';

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
function firstPlace(args: Arguments): string {
  const [path = '.'] = args.paths;
  return path === STANDARD_INPUT ? (args.text('stdin-filename') ?? '.') : join(path, path === '.' || !/\.[a-z]+$/i.test(path) ? '-' : '');
}

/** What holds where a story lies: the rubric, and the folder files read with it. */
export interface Place extends FoundRubric {
  readonly configs: FolderConfigs;
}

/** Reviews file after file; what cannot be read is said and does not stop the rest. */
class Checker {
  failed = false;
  readonly #complained = new Set<string>();
  readonly #configs = new Map<Rubric, FolderConfigs>();

  constructor(
    readonly rubrics: Rubrics,
    readonly override: Preferences,
  ) {}

  /** What holds for a file; what is wrong in its rubric is said once. */
  async placeOf(path: string): Promise<Place> {
    const found = await this.rubrics.for(path);
    for (const problem of found.problems) this.#complainOnce(problemLine(problem));
    const configs = this.#configs.get(found.rubric) ?? new FolderConfigs(found.rubric);
    this.#configs.set(found.rubric, configs);
    return { ...found, configs };
  }

  async checkAll(paths: readonly string[], stdinName: string | undefined): Promise<Reported[]> {
    const reports: Reported[] = [];
    for (const found of findStories(paths.length > 0 ? paths : ['.'])) {
      if (paths.length === 0 && 'problem' in found && found.nothing) complain(NOTHING_HERE);
      else reports.push(...(await this.#checkFound(found, stdinName)));
    }
    return reports;
  }

  async #checkFound(found: Found, stdinName: string | undefined): Promise<Reported[]> {
    if ('problem' in found) return this.#fail(found.path, found.problem);
    if (found.path === STANDARD_INPUT) return this.#check(stdinName ?? '<stdin>', await readStandardInput());
    return this.#check(found.path, readStory(found.path));
  }

  async #check(path: string, read: Text): Promise<Reported[]> {
    if ('problem' in read) return this.#fail(path, read.problem);
    const { rubric, configs } = await this.placeOf(path);
    const config = configs.nearest(path);
    for (const problem of config?.problems ?? []) this.#complainOnce(problemLine(problem));
    try {
      const defaults = config?.preferences ?? {};
      const reviewed = review(parseStory(read.text), rubric, { override: this.override, defaults });
      return [{ file: reportFile(path, reviewed), review: reviewed, rubric }];
    } catch (error) {
      const trace = error instanceof Error ? error.stack : String(error);
      return this.#fail(path, `the review broke off; this is a fault in Starwright. ${trace}`);
    }
  }

  #fail(path: string, problem: string): [] {
    this.#complainOnce(`${path}: ${problem}`);
    return [];
  }

  #complainOnce(message: string): void {
    this.failed = true;
    if (this.#complained.has(message)) return;
    this.#complained.add(message);
    complain(message);
  }
}

function readFormat(format: string): 'pretty' | 'json' {
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

function orUsageError<Value>(checked: Checked<Value>): Value {
  if ('problem' in checked) throw new UsageError(checked.problem);
  return checked.value;
}

function wantsColour(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}

function exitCode(summary: Summary, maxWarnings: number, failed: boolean): ExitCode {
  const tooMany = summary.warnings > maxWarnings;
  if (tooMany) complain(`${summary.warnings} warnings, more than the ${maxWarnings} that --max-warnings allows.`);
  if (failed) return Exit.failure;
  return tooMany || summary.errors > 0 ? Exit.findings : Exit.ok;
}

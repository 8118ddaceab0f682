import { join, resolve } from 'node:path';
import { problemLine } from '../config/problems.js';
import { readRubric, Rubrics } from '../config/rubrics.js';
import { checkCode, type Checked, checkLevel, checkProfile } from '../config/values.js';
import type { Preferences } from '../review/index.js';
import type { Level, Rubric } from '../rubric/index.js';
import type { Arguments, Options } from './args.js';
import { Checker } from './checker.js';
import { complain, UsageError } from './errors.js';
import { STANDARD_INPUT } from './files.js';

/** What says how stories are judged, the same for every command that reads them. */
export const JUDGING: Options = {
  profile: { type: 'string' },
  rule: { type: 'string' },
  rubric: { type: 'string' },
};

/** Reads stories as {@link JUDGING} asks for; undefined when a rubric that was named is wrong, which is then said. */
export async function checkerFor(args: Arguments): Promise<Checker | undefined> {
  const named = args.all('rubric');
  const { problems } = await readRubric(named.map((folder) => resolve(folder)));
  problems.forEach((problem) => complain(problemLine(problem)));
  if (problems.length > 0) return undefined;
  const rubrics = new Rubrics(named);
  const { rubric } = await rubrics.for(firstPlace(args));
  return new Checker(rubrics, readOverride(args, rubric));
}

/** Where the options of a command line are understood: beside the first thing it names. */
export function firstPlace(args: Arguments, paths = args.paths): string {
  const [path = '.'] = paths;
  return path === STANDARD_INPUT ? (args.text('stdin-filename') ?? '.') : join(path, path === '.' || !/\.[a-z]+$/i.test(path) ? '-' : '');
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

/** True where colour is shown and nobody asked for none. */
export function wantsColour(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}

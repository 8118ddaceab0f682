import { dirname, join, relative, resolve } from 'node:path';
import { nearestPackFolder, readPackFolder } from '../config/packFolder.js';
import { problemLine, type FileProblem } from '../config/problems.js';
import { Rubrics } from '../config/rubrics.js';
import { builtinRubric } from '../rubric/builtin.js';
import { compileRubric } from '../rubric/index.js';
import { LineIndex } from '../story/index.js';
import { didYouMean } from '../story/nearest.js';
import { readArguments } from './args.js';
import { complain, Exit, type ExitCode, plainLine, plainLines, UsageError } from './errors.js';
import { explain, EXPLAINED } from './explain.js';

const HELP = `Usage: starwright rubric explain ID [--rubric FOLDER]
       starwright rubric check FOLDER

explain   says what a finding code, beat, shape, profile, signal or question means:
          why an interviewer cares, who says so, and a weak and a strong line.
check     reads a rubric of your own as if it were laid over the built-in one, says file,
          line and column of what is wrong, and runs its examples.
`;

/** `starwright rubric explain ID` and `starwright rubric check FOLDER`. */
export async function runRubric(words: readonly string[]): Promise<ExitCode> {
  const args = readArguments('rubric', words, { help: { type: 'boolean', short: 'h' }, rubric: { type: 'string' } });
  if (args.has('help')) return print(HELP);
  const [verb, subject, ...more] = args.paths;
  if (verb === 'explain') {
    if (subject === undefined || more.length > 0) throw new UsageError(`"rubric explain" needs one ID. ${EXPLAINED}`);
    const { rubric, problems } = await new Rubrics(args.all('rubric')).inFolder(process.cwd());
    problems.forEach((problem) => complain(problemLine(problem)));
    return print(explain(subject, rubric));
  }
  if (verb === 'check') {
    if (subject === undefined || more.length > 0) throw new UsageError('"rubric check" needs one folder: .starwright/rubric, or where your rubric lies.');
    return checkPack(subject);
  }
  if (verb === undefined) throw new UsageError('say what to do: "starwright rubric explain ID" or "starwright rubric check FOLDER".');
  throw new UsageError(`unknown command "rubric ${verb}".${didYouMean(verb, ['explain', 'check'])}`);
}

/** Reads a pack over the built-in rubric, runs its examples, and says what is wrong or what it adds. */
async function checkPack(folder: string): Promise<ExitCode> {
  const read = readPackFolder(folder);
  if ('problem' in read) throw new UsageError(`${folder}: ${read.problem}`);
  const inside = nearestPackFolder(folder);
  if (inside !== undefined && dirname(dirname(inside)) === resolve(folder)) throw new UsageError(`${folder} is a folder of stories. Its rubric is ${relative(process.cwd(), inside)}.`);
  const { examplesOf, readPack } = await import('../pack/index.js');
  const { probeExamples } = await import('../bank/index.js');
  const pack = readPack(read.files, builtinRubric().whole());
  const located = ({ path, start, end, message }: (typeof pack.problems)[number]): FileProblem => {
    const lines = new LineIndex(read.files.find((file) => file.path === path)?.text ?? '');
    return { file: join(folder, path), start: lines.positionAt(start), end: lines.positionAt(end), message };
  };
  if (pack.problems.length > 0) return report(pack.problems.map(located));
  const rubric = compileRubric(pack.data);
  const examples = [...examplesOf(rubric), ...probeExamples(rubric)].filter(({ kind, id }) => pack.things.has(`${kind}/${id}`));
  const failed = examples.filter(({ holds }) => !holds()).map(({ kind, id, keys, otherwise }) => located(pack.things.get(`${kind}/${id}`)!.problem(keys, otherwise)));
  if (failed.length > 0) return report(failed);
  return print(`${pack.name ?? folder}: ${contents([...pack.things.keys()])}; ${count(examples.length, 'example')}, all as they should be.\n`);
}

function report(problems: readonly FileProblem[]): ExitCode {
  process.stdout.write(`${problems.map((problem) => plainLine(problemLine(problem))).join('\n')}\n${count(problems.length, 'problem')}\n`);
  return Exit.failure;
}

/** "3 beats, 1 profile": what a pack adds or changes. */
function contents(things: readonly string[]): string {
  const kinds = [...new Set(things.map((thing) => thing.split('/')[0]!))];
  return kinds.map((kind) => count(things.filter((thing) => thing.startsWith(`${kind}/`)).length, kind === 'wider' ? 'wider row' : kind.replace(/s$/, ''))).join(', ') || 'adds nothing';
}

function count(n: number, word: string): string {
  return `${n} ${n === 1 ? word : `${word}s`}`;
}

function print(text: string): ExitCode {
  process.stdout.write(plainLines(text));
  return Exit.ok;
}

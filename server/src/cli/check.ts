import { type Options, readArguments, readCount } from './args.js';
import { complain, Exit, type ExitCode, UsageError } from './errors.js';
import { checkerFor, JUDGING, wantsColour } from './judging.js';
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
  ...JUDGING,
  format: { type: 'string' },
  'max-warnings': { type: 'string' },
  'stdin-filename': { type: 'string' },
  'print-config': { type: 'boolean' },
  'all-beats': { type: 'boolean' },
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
  const format = readFormat(args.text('format') ?? 'pretty');
  const limit = args.text('max-warnings');
  const maxWarnings = limit === undefined ? Infinity : readCount('max-warnings', limit);
  const checker = await checkerFor(args);
  if (!checker) return Exit.failure;
  if (args.has('print-config')) return printConfig(args.paths, await checker.placeOf(args.paths[0] ?? '.'), checker.override);

  const reported = await checker.checkAll(args.paths, args.text('stdin-filename'));
  const files = reported.map(({ file }) => file);
  const summary = summarise(files);
  const pretty = new PrettyReport(wantsColour());
  process.stdout.write(format === 'json' ? jsonReport(files, summary) : pretty.write(reported, summary));
  return exitCode(summary, maxWarnings, checker.failed);
}

/** The format of a report. */
export function readFormat(format: string): 'pretty' | 'json' {
  if (format === 'pretty' || format === 'json') return format;
  if (format === 'sarif' || format === 'github') throw new UsageError(`--format ${format} is not available in this version.`);
  throw new UsageError(`unknown format "${format}".${didYouMean(format, ['pretty', 'json'])} Use pretty or json.`);
}

function exitCode(summary: Summary, maxWarnings: number, failed: boolean): ExitCode {
  const tooMany = summary.warnings > maxWarnings;
  if (tooMany) complain(`${summary.warnings} warnings, more than the ${maxWarnings} that --max-warnings allows.`);
  if (failed) return Exit.failure;
  return tooMany || summary.errors > 0 ? Exit.findings : Exit.ok;
}

import type { Severity } from '../rubric/index.js';
import { type Arguments, type Options, readArguments, readCount, readFormat } from './args.js';
import { type Answer, collected } from './checker.js';
import { complain, Exit, type ExitCode, UsageError } from './errors.js';
import { STANDARD_INPUT } from './files.js';
import { checkerFor, JUDGING, wantsColour } from './judging.js';
import { publicPages, readManifest } from './manifest.js';
import { printConfig } from './printConfig.js';
import { CompactReport } from './report/compact.js';
import { GithubReport } from './report/github.js';
import { allFindings, JsonReport, reportFile, Tally } from './report/json.js';
import { fromRoot } from './report/paths.js';
import { PrettyReport } from './report/pretty.js';
import type { Report } from './report/report.js';
import type { Summary } from './report/types.js';
import type { Take } from './reviewer.js';
import type { Job } from './threads/job.js';
import { share } from './threads/share.js';

const HELP = `Usage: starwright check [PATH…]

Reviews stories: files, folders (searched for *.star.md), globs, or - for standard input.
Without a PATH, the current folder.

  --format FORMAT          how to write the report: pretty (unless you say), json, compact
                           (a line a finding), github (annotations) or sarif (code scanning)
  --profile ID             review against this profile; ID+esl lays one over it
  --rubric FOLDER          lay a rubric of your own over the built-in one; may be repeated
  --rule CODE=LEVEL        off, hint, information, warning or error; may be repeated
  --max-warnings N         fail when there are more warnings than N
  --fix                    take out of the files what needs no decision of yours (comments that
                           silence nothing any more), then report what remains
  --stdin-filename NAME    the name to give standard input
  --print-config FILE      say which settings hold for FILE, and review nothing

What .starwrightignore leaves out, in the syntax of .gitignore, is not reviewed.

Exit code: 0 no errors, 1 errors or too many warnings, 2 something could not be read or understood.
`;

const OPTIONS: Options = {
  ...JUDGING,
  format: { type: 'string' },
  'max-warnings': { type: 'string' },
  'stdin-filename': { type: 'string' },
  'print-config': { type: 'boolean' },
  'all-beats': { type: 'boolean' },
  fix: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/** `starwright check`: reviews stories and reports on standard output. */
export async function runCheck(words: readonly string[]): Promise<ExitCode> {
  const args = readArguments('check', words, OPTIONS);
  if (args.has('help')) {
    process.stdout.write(HELP);
    return Exit.ok;
  }
  const colour = wantsColour();
  const report = await reportFor(args, colour);
  const limit = args.text('max-warnings');
  const maxWarnings = limit === undefined ? Infinity : readCount('max-warnings', limit);
  if (args.has('fix') && args.paths.includes(STANDARD_INPUT)) throw new UsageError('--fix writes into files, and standard input is none. Name the file instead.');
  const checker = await checkerFor(args);
  if (!checker) return Exit.failure;
  if (args.has('print-config')) return printConfig(args.paths, await checker.placeOf(args.paths[0] ?? '.'), checker.override);

  const tally = new Tally();
  // Files are written by one thread: it hears of "Ctrl+C".
  const means = args.has('fix') ? { mend: (await import('./fix.js')).fixFile } : { share: share<Checked<unknown>>({ words, colour }) };
  for await (const { severities, part } of checker.reviewEach(args.paths, args.text('stdin-filename'), checked(report), means)) {
    tally.add(severities);
    await print(report.add(part));
  }
  const { summary } = tally;
  const code = exitCode(summary, maxWarnings, checker.incomplete);
  await print(report.end({ summary, problems: checker.problems, exitCode: code }));
  return code;
}

/** What is told of a file, in a thread that does what the command line of another one says. */
export async function answering({ words, colour }: Job): Promise<(file: string) => Promise<Answer<Checked<unknown>>>> {
  const args = readArguments('check', words, OPTIONS);
  const [report, checker] = [await reportFor(args, colour), await checkerFor(args)];
  if (!checker) throw new Error('what the command line names has changed meanwhile');
  return (file) => collected((tell) => checker.reviewer.file(file, checked(report), tell));
}

const REPORTS: Readonly<Record<string, (colour: boolean) => Report<unknown> | Promise<Report<unknown>>>> = {
  pretty: (colour) => new PrettyReport(colour),
  json: () => new JsonReport(),
  compact: () => new CompactReport(),
  github: () => new GithubReport(fromRoot),
  sarif: async () => {
    const manifest = readManifest();
    return new (await import('./report/sarif.js')).SarifReport({ version: manifest.version, pages: publicPages(manifest), fromRoot });
  },
};

async function reportFor(args: Arguments, colour: boolean): Promise<Report<unknown>> {
  return REPORTS[readFormat(args.text('format') ?? 'pretty', Object.keys(REPORTS))]!(colour);
}

/** What is told of one story: plain data, which may come from another thread. */
interface Checked<Part> {
  readonly severities: readonly Severity[];
  readonly part: Part;
}

function checked<Part>(report: Report<Part>): Take<Checked<Part>> {
  return (path, review, rubric) => {
    const file = reportFile(path, review);
    return { severities: allFindings(file).map(({ severity }) => severity), part: report.part({ file, review, rubric }) };
  };
}

/** Waits until what is written has left: a slow reader must not fill the memory. A reader that is gone is waited for no longer. */
function print(text: string): Promise<void> {
  return new Promise((resolve) => (text === '' ? resolve() : process.stdout.write(text, () => resolve())));
}

function exitCode(summary: Summary, maxWarnings: number, failed: boolean): ExitCode {
  const tooMany = summary.warnings > maxWarnings;
  if (tooMany) complain(`${summary.warnings} warnings, more than the ${maxWarnings} that --max-warnings allows.`);
  if (failed) return Exit.failure;
  return tooMany || summary.errors > 0 ? Exit.findings : Exit.ok;
}

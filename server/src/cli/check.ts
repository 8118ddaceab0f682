import { type Options, readArguments, readCount, readFormat } from './args.js';
import { complain, Exit, type ExitCode, UsageError } from './errors.js';
import { checkerFor, JUDGING, wantsColour } from './judging.js';
import { printConfig } from './printConfig.js';
import { STANDARD_INPUT } from './files.js';
import { publicPages, readManifest } from './manifest.js';
import { CompactReport } from './report/compact.js';
import { GithubReport } from './report/github.js';
import { JsonReport, reportFile, Tally } from './report/json.js';
import { fromRoot } from './report/paths.js';
import { PrettyReport } from './report/pretty.js';
import type { Report } from './report/report.js';
import { SarifReport } from './report/sarif.js';
import type { Summary } from './report/types.js';

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
  const report: Report = REPORTS[readFormat(args.text('format') ?? 'pretty', FORMATS)]();
  const limit = args.text('max-warnings');
  const maxWarnings = limit === undefined ? Infinity : readCount('max-warnings', limit);
  if (args.has('fix') && args.paths.includes(STANDARD_INPUT)) throw new UsageError('--fix writes into files, and standard input is none. Name the file instead.');
  const checker = await checkerFor(args);
  if (!checker) return Exit.failure;
  if (args.has('print-config')) return printConfig(args.paths, await checker.placeOf(args.paths[0] ?? '.'), checker.override);

  const tally = new Tally();
  const mend = args.has('fix') ? (await import('./fix.js')).fixFile : undefined;
  await checker.reviewAll(args.paths, args.text('stdin-filename'), async (path, review, rubric) => {
    checker.broke(path, review.broken);
    const file = reportFile(path, review);
    tally.add(file);
    await print(report.add({ file, review, rubric }));
  }, mend);
  const { summary } = tally;
  const code = exitCode(summary, maxWarnings, checker.failed);
  await print(report.end({ summary, problems: checker.problems, exitCode: code }));
  return code;
}

const REPORTS = {
  pretty: () => new PrettyReport(wantsColour()),
  json: () => new JsonReport(),
  compact: () => new CompactReport(),
  github: () => new GithubReport(fromRoot),
  sarif: () => {
    const manifest = readManifest();
    return new SarifReport({ version: manifest.version, pages: publicPages(manifest), fromRoot });
  },
} as const satisfies Readonly<Record<string, () => Report>>;

const FORMATS = Object.keys(REPORTS) as (keyof typeof REPORTS)[];

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

#!/usr/bin/env node
import { keepCompiled } from './compileCache.js';
import { optimiseLater } from '../config/optimising.js';
import { reason } from '../config/reason.js';
import { complain, Exit, type ExitCode, isUsageError, UsageError } from './errors.js';
import { readManifest } from './manifest.js';
import { plainReason } from '../config/plainReason.js';
import { didYouMean } from '../story/nearest.js';

const HELP = `Starwright reviews the stories you tell in behavioral interviews (*.star.md).

Usage: starwright COMMAND [OPTION…]

  check [PATH…]        review stories
  match QUESTION       rank your stories for a question, with reasons
  new [PATH]           write a new story from a template
  rehearse FILE        five cues with their times; with a transcript, what was said
  coverage [PATH…]     stories against themes and signals, gaps, a plan for a day
  export [PATH…]       write cue cards to print or to learn from
  rubric explain ID    say what a finding code, a beat, a shape … means
  rubric check FOLDER  validate a rubric of your own and run its examples
  lsp --stdio          run the language server for an editor
  mcp [FOLDER…]        answer an agent's questions about the stories of a folder

  --help, --version    "starwright COMMAND --help" says more
`;

/** Gives the exit code; none while it goes on, as a server does. */
type Run = (words: readonly string[]) => Promise<ExitCode | undefined>;

// Each command is loaded only when it is asked for: "check" must not pay for the language server.
const COMMANDS: Readonly<Record<string, () => Promise<Run>>> = {
  check: async () => (await import('./check.js')).runCheck,
  match: async () => (await import('./match.js')).runMatch,
  new: async () => (await import('./new.js')).runNew,
  coverage: async () => (await import('./coverage.js')).runCoverage,
  export: async () => (await import('./export.js')).runExport,
  rubric: async () => (await import('./rubric.js')).runRubric,
  rehearse: async () => (await import('./rehearse.js')).runRehearse,
  lsp: async () => (await import('./lsp.js')).runLsp,
  mcp: async () => (await import('./mcp.js')).runMcp,
};

async function main(words: readonly string[]): Promise<ExitCode | undefined> {
  const [command, ...rest] = words;
  if (command === undefined) {
    process.stderr.write(HELP);
    return Exit.failure;
  }
  if (command === '--help' || command === '-h' || command === 'help') return print(HELP);
  if (command === '--version' || command === '-v') return print(`${readManifest().version}\n`);
  const load = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!load) throw unknownCommand(command);
  optimiseLater();
  keepCompiled();
  return (await load())(rest);
}

function print(text: string): ExitCode {
  process.stdout.write(text);
  return Exit.ok;
}

function unknownCommand(command: string): UsageError {
  const kind = command.startsWith('-') ? 'option' : 'command';
  const known = kind === 'option' ? ['--help', '--version'] : Object.keys(COMMANDS);
  return new UsageError(`unknown ${kind} "${command}".${didYouMean(command, known)} See "starwright --help".`);
}

/** Ends the process when all that was said has left. Without it, Node tidies up for longer than a story takes to be reviewed. */
function leave(code: ExitCode): void {
  process.exitCode = code;
  // That something could not be written, or a signal that came meanwhile, is heard between two rounds of the event loop.
  const exit = (): unknown => setImmediate(() => setImmediate(() => process.exit()));
  process.stdout.write('', () => process.stderr.write('', exit));
}

/** Node would show the words of the error, which may quote a story. */
function breakOff(error: unknown): never {
  complain(`unexpected failure; this is a fault in Starwright. ${reason(error)}`);
  process.exit(Exit.failure);
}

process.on('uncaughtException', breakOff);

// A reader that closes early ("starwright check | head") is no failure; a report that is cut off for want of room is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  complain(`the report could not be written: ${plainReason(error)}`);
  process.exit(Exit.failure);
});
// There is nobody left to tell.
process.stderr.on('error', () => undefined);

main(process.argv.slice(2)).then(
  (code) => {
    if (code !== undefined) leave(code);
  },
  (error: unknown) => {
    if (!isUsageError(error)) return breakOff(error);
    complain(error.message);
    leave(Exit.failure);
  },
);

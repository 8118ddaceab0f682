import { setFlagsFromString } from 'node:v8';
import { startServer } from '../lsp/node.js';
import { readArguments } from './args.js';
import { Exit, type ExitCode, UsageError } from './errors.js';

const HELP = `Usage: starwright lsp --stdio

Runs the language server on standard input and output, for an editor to talk to.
`;

/** `starwright lsp --stdio`: runs until the editor closes the connection. */
export async function runLsp(words: readonly string[]): Promise<ExitCode | undefined> {
  const args = readArguments('lsp', words, {
    stdio: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (args.has('help')) {
    process.stdout.write(HELP);
    return Exit.ok;
  }
  if (!args.has('stdio')) throw new UsageError('the language server talks over standard input and output only. Add --stdio.');
  startServer();
  // What is young has room enough by now: left to grow, it takes a quarter more memory in all, and no key is faster for it.
  setFlagsFromString('--semi-space-growth-factor=1');
  return undefined;
}

import { dirname } from 'node:path';
import { folderAt } from '../mcp/folders.js';
import { serve } from '../mcp/serve.js';
import { readArguments } from './args.js';
import { complain, Exit, type ExitCode, UsageError } from './errors.js';
import { readManifest } from './manifest.js';

const HELP = `Usage: starwright mcp [FOLDER…]

Answers an agent's questions about your stories, on standard input and output, by the
Model Context Protocol: reviews, criteria, questions, matches, coverage. It reads the
stories of the folders (without one, those that the agent's program offers, else the
current folder) and writes nothing. What it answers goes to the agent, and so to the
model behind it: names on your list, machines, tickets and keys are replaced first.

  --with-names             leave names in the answers
`;

/** `starwright mcp`: runs until the client closes the connection. */
export async function runMcp(words: readonly string[]): Promise<ExitCode | undefined> {
  const args = readArguments('mcp', words, { 'with-names': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } });
  if (args.has('help')) {
    process.stdout.write(HELP);
    return Exit.ok;
  }
  const folders = args.paths.map((path) => {
    const folder = folderAt(path);
    if (!folder) throw new UsageError(`${path}: there is no such folder. Check the path.`);
    return folder;
  });
  const here = folderAt('.');
  // Some programs start their servers at the top of the disk: nobody keeps stories there.
  const home = here !== undefined && dirname(here.path) !== here.path ? here : undefined;
  serve({ version: readManifest().version, folders, home, withNames: args.has('with-names'), tell: complain });
  return undefined;
}

import { basename, resolve } from 'node:path';
import { CARD_FORMATS, exportStories, type CardFormat, type Taken } from '../rehearse/index.js';
import { didYouMean } from '../story/nearest.js';
import { type Options, readArguments } from './args.js';
import { complain, Exit, type ExitCode, UsageError } from './errors.js';
import { STORY_EXTENSION } from './files.js';
import { checkerFor, JUDGING } from './judging.js';
import { refuseExisting, writeNewFile } from './newFile.js';

const HELP = `Usage: starwright export [PATH…] --to FILE [--redact]

Writes cue cards: what to open with, five cues, one figure, the line to land on,
what not to claim, what they may ask; and the beginnings of lines for a résumé.
Files, folders (searched for *.star.md), globs, or - for standard input; without
a PATH, the current folder. Each framing has a card of its own. Retired stories
are left out unless their file is named.

  --to FILE           where to write, never over a file that is there. The format
                      is that of its name: .html to print, .md, or .csv for a
                      flash-card program
  --redact            without names, hosts, tickets and the like: replaced before
                      anything is read from the stories
  --profile ID        the profile whose time and beats hold
  --rubric FOLDER     lay a rubric of your own over the built-in one; may be repeated
  --rule CODE=LEVEL   off, hint, information, warning or error; may be repeated

Exit code: 0 written, 2 something could not be read, understood or written; then
there is no new file.
`;

const OPTIONS: Options = { ...JUDGING, to: { type: 'string' }, redact: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };

/** A story that was read, and where. */
interface Chosen extends Taken {
  readonly path: string;
}

/** `starwright export`: writes the cue cards of stories into a new file and prints its path. */
export async function runExport(words: readonly string[]): Promise<ExitCode> {
  const args = readArguments('export', words, OPTIONS);
  if (args.has('help')) {
    process.stdout.write(HELP);
    return Exit.ok;
  }
  const to = args.text('to');
  if (to === undefined) throw new UsageError('--to is missing. Name the file to write: cards.html, cards.md or cards.csv.');
  const format = formatOf(to);
  refuseExisting(to);
  const checker = await checkerFor(args);
  if (!checker) return Exit.failure;
  const read = await checker.reviewAll(args.paths, undefined, (path, review, rubric, options): Chosen => ({ path, review, rubric, options, name: nameOf(path) }));
  if (checker.failed) return nothingWritten(to);
  const stories = exportStories(choose(read, args.paths), args.has('redact'));
  writeNewFile(to, CARD_FORMATS[format]([...stories]));
  process.stdout.write(`${to}\n`);
  return Exit.ok;
}

function formatOf(to: string): CardFormat {
  const name = to.toLowerCase();
  if (name.endsWith(STORY_EXTENSION)) throw new UsageError(`${to} would be taken for a story. Name it .md without .star before it.`);
  const extension = /\.([^./\\]+)$/.exec(name)?.[1] ?? '';
  if (Object.hasOwn(CARD_FORMATS, extension)) return extension as CardFormat;
  const why = extension === '' ? 'cards have no format without an extension.' : `cards cannot be written as "${extension}".${didYouMean(extension, Object.keys(CARD_FORMATS))}`;
  throw new UsageError(`${to}: ${why} Name a file that ends in .html, .md or .csv.`);
}

/** What was found by searching and is retired, or no story, is left out and said; what was named is wanted. */
function choose(read: readonly Chosen[], paths: readonly string[]): Chosen[] {
  const named = new Set(paths.map((path) => resolve(path)));
  const chosen = read.filter(({ path, review: { story } }) => {
    const isNamed = named.has(resolve(path)) || path === '<stdin>';
    if (story.notAStory !== undefined) {
      if (isNamed) throw new UsageError(`${path}: holds no story that can be read. Nothing was written.`);
      complain(`${path}: holds no story that can be read, and is left out.`);
      return false;
    }
    const isLeftOut = story.frontMatter?.status === 'retired' && !isNamed;
    if (isLeftOut) complain(`${path}: is retired, and is left out. Name its file to have it.`);
    return !isLeftOut;
  });
  if (chosen.length === 0) throw new UsageError('there is no story to make cards of. Nothing was written.');
  return chosen;
}

/** What a file is called, without its folders and its extension. */
function nameOf(path: string): string {
  return basename(path).replace(/\.star\.md$|\.md$/i, '');
}

function nothingWritten(to: string): ExitCode {
  complain(`${to} was not written. Leave out what cannot be read, or mend it.`);
  return Exit.failure;
}

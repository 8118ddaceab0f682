import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { problemLine, Rubrics } from '../config/rubrics.js';
import type { Rubric, Shape } from '../rubric/index.js';
import { readArguments } from './args.js';
import { plainReason } from '../config/plainReason.js';
import { complain, Exit, type ExitCode, UsageError } from './errors.js';
import { STORY_EXTENSION } from './files.js';
import { didYouMean } from '../story/nearest.js';

const TITLE_SLOT = '[title]';

const HELP = `Usage: starwright new [PATH] --shape ID [--title TITLE] [--rubric FOLDER]

Writes a new story from the template of a kind of story. Never overwrites a file.
Without a PATH the file is named after the title, in the current folder.

`;

/** `starwright new`: writes a story to fill in. */
export async function runNew(words: readonly string[]): Promise<ExitCode> {
  const args = readArguments('new', words, {
    shape: { type: 'string' },
    title: { type: 'string' },
    rubric: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  const { rubric, problems } = await new Rubrics(args.all('rubric')).inFolder(dirname(resolve(args.paths[0] ?? 'story')));
  problems.forEach((problem) => complain(problemLine(problem)));
  if (args.has('help')) {
    process.stdout.write(HELP + listShapes(rubric));
    return Exit.ok;
  }
  if (args.paths.length > 1) throw new UsageError(`"new" writes one story, but ${args.paths.length} paths were given.`);
  const shape = findShape(args.text('shape'), rubric);
  const title = args.text('title');
  const path = storyPath(args.paths[0], title ?? shape.title);
  write(path, storyText(shape, title, rubric));
  process.stdout.write(`${path}\n`);
  return Exit.ok;
}

function findShape(id: string | undefined, rubric: Rubric): Shape {
  if (id === undefined) throw new UsageError(`--shape is missing.\n\n${listShapes(rubric)}`);
  const shapes = rubric.data.shapes;
  const shape = shapes.find((each) => each.id === id);
  if (shape) return shape;
  const hint = didYouMean(id, shapes.map((each) => each.id));
  throw new UsageError(`unknown shape "${id}".${hint}\n\n${listShapes(rubric)}`);
}

function listShapes(rubric: Rubric): string {
  const width = Math.max(...rubric.data.shapes.map((shape) => shape.id.length));
  const lines = rubric.data.shapes.map((shape) => `  ${shape.id.padEnd(width)}  ${shape.summary.trim().replace(/\s+/g, ' ')}`);
  return `Shapes:\n${lines.join('\n')}\n`;
}

function storyPath(path: string | undefined, title: string): string {
  if (path === undefined) return `${kebab(title)}${STORY_EXTENSION}`;
  if (path.endsWith('/') || path.endsWith('\\')) return join(path, `${kebab(title)}${STORY_EXTENSION}`);
  if (path.endsWith(STORY_EXTENSION)) return path;
  const name = basename(path).replace(/(\.star|\.md)$/, '');
  return join(dirname(path), `${name}${STORY_EXTENSION}`);
}

/** The template with its title filled in: quoted in the front matter, plain in the heading. */
function storyText(shape: Shape, title: string | undefined, rubric: Rubric): string {
  const template = rubric.template(shape.template);
  if (!template) throw new UsageError(`the shape "${shape.id}" has no template.`);
  if (title === undefined) return template.text;
  return template.text
    .replaceAll(`"${TITLE_SLOT}"`, () => JSON.stringify(title))
    .replaceAll(TITLE_SLOT, () => title.replace(/\s+/g, ' '));
}

function kebab(title: string): string {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, 60).replace(/-$/, '') || 'story';
}

function write(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EEXIST') throw new UsageError(`${path} exists already and was left as it is. Choose another name.`);
    throw new UsageError(`${path} could not be written: ${plainReason(error)}`);
  }
}

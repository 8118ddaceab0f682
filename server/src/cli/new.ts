import { basename, dirname, join, resolve } from 'node:path';
import { problemLine } from '../config/problems.js';
import { Rubrics } from '../config/rubrics.js';
import { answerSkeleton, storyFromTemplate } from '../refactor/drafts/template.js';
import { importStory } from '../refactor/import/index.js';
import { MOST_CHARACTERS, MOST_LINES } from '../story/bounds.js';
import type { Question, Rubric, Shape } from '../rubric/index.js';
import { didYouMean } from '../story/nearest.js';
import { type Arguments, readArguments } from './args.js';
import { complain, Exit, type ExitCode, plainLines, UsageError } from './errors.js';
import { readStandardInput, readStory, STANDARD_INPUT, STORY_EXTENSION } from './files.js';
import { makeFolderOf, writeNewFile } from './newFile.js';

const HELP = `Usage: starwright new [PATH] --shape ID [--title TITLE] [--rubric FOLDER]
       starwright new [PATH] --question ID [--shape ID] [--title TITLE]
       starwright new [PATH] --from FILE [--title TITLE]

Writes a new story and prints its path. Never overwrites a file. Without a PATH
the file is named after the title, in the current folder.

  --shape ID      from the template of a kind of story
  --question ID   from a question of the bank: the first kind of story that answers
                  it, or the one --shape names. A question that wants no story gets
                  the skeleton of an answer, as plain Markdown
  --from FILE     from a text: a postmortem, a table, labels or running prose ("-"
                  reads standard input). Every word of it is kept; what has no place
                  in a story stands in its Notes
  --title TITLE   what to call it

`;

/** A document to write: its text, what to name the file after, and what kind of file it is. */
interface Made {
  readonly title: string;
  readonly text: string;
  readonly extension: string;
}

/** `starwright new`: writes a story to fill in. */
export async function runNew(words: readonly string[]): Promise<ExitCode> {
  const args = readArguments('new', words, {
    shape: { type: 'string' },
    question: { type: 'string' },
    from: { type: 'string' },
    title: { type: 'string' },
    rubric: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  });
  const { rubric, problems } = await new Rubrics(args.all('rubric')).inFolder(dirname(resolve(args.paths[0] ?? 'story')));
  problems.forEach((problem) => complain(problemLine(problem)));
  if (args.has('help')) {
    process.stdout.write(HELP + plainLines(listShapes(rubric)));
    return Exit.ok;
  }
  if (args.paths.length > 1) throw new UsageError(`"new" writes one story, but ${args.paths.length} paths were given.`);
  const made = await make(args, rubric);
  const path = storyPath(args.paths[0], made);
  makeFolderOf(path);
  writeNewFile(path, made.text);
  process.stdout.write(`${path}\n`);
  return Exit.ok;
}

async function make(args: Arguments, rubric: Rubric): Promise<Made> {
  const [from, question] = [args.text('from'), args.text('question')];
  if (from !== undefined && (question !== undefined || args.has('shape'))) {
    throw new UsageError('--from makes a story of a text; leave out --shape and --question.');
  }
  if (from !== undefined) return fromText(from, args.text('title'));
  if (question !== undefined) return fromQuestion(findQuestion(question, rubric), args, rubric);
  return fromShape(findShape(args.text('shape'), rubric), args.text('title'), rubric);
}

function fromShape(shape: Shape, title: string | undefined, rubric: Rubric, question?: string): Made {
  const text = storyFromTemplate(rubric, { shape: shape.id, title, question });
  if (text === undefined) throw new UsageError(`the shape "${shape.id}" has no template.`);
  return { title: title ?? question ?? shape.title, text, extension: STORY_EXTENSION };
}

function fromQuestion(question: Question, args: Arguments, rubric: Rubric): Made {
  const skeleton = answerSkeleton(rubric, question.id);
  if (skeleton !== undefined && !args.has('shape')) {
    complain(`"${question.id}" wants no story: this is the skeleton of an answer. With --shape it becomes a story all the same.`);
    return { title: args.text('title') ?? question.id, text: skeleton, extension: '.md' };
  }
  const shape = findShape(args.text('shape') ?? question.shapes[0], rubric);
  return fromShape(shape, args.text('title'), rubric, question.id);
}

async function fromText(path: string, title: string | undefined): Promise<Made> {
  const source = path === STANDARD_INPUT ? await readStandardInput() : readStory(path);
  const name = path === STANDARD_INPUT ? 'standard input' : path;
  if ('problem' in source) throw new UsageError(`${name}: ${source.problem}`);
  const made = importStory(source.text, { title });
  if (!('problem' in made)) return { ...made, extension: STORY_EXTENSION };
  const why = {
    empty: 'has no words in it. Name a file with the text of a story.',
    binary: 'is no text. Save it as UTF-8 text first.',
    'too-long': `is too long for one story (over ${MOST_CHARACTERS.toLocaleString('en')} characters or ${MOST_LINES.toLocaleString('en')} lines). Take the part that tells it.`,
  };
  throw new UsageError(`${name}: ${why[made.problem]}`);
}

function findShape(id: string | undefined, rubric: Rubric): Shape {
  if (id === undefined) throw new UsageError(`say what to begin with: --shape ID, --question ID or --from FILE.\n\n${listShapes(rubric)}`);
  const shapes = rubric.data.shapes;
  const shape = shapes.find((each) => each.id === id);
  if (shape) return shape;
  const hint = didYouMean(id, shapes.map((each) => each.id));
  throw new UsageError(`unknown shape "${id}".${hint}\n\n${listShapes(rubric)}`);
}

function findQuestion(id: string, rubric: Rubric): Question {
  const { questions } = rubric.data;
  const question = questions.find((each) => each.id === id);
  if (question) return question;
  const width = Math.max(...questions.map((each) => each.id.length));
  const list = questions.map((each) => `  ${each.id.padEnd(width)}  ${each.text}`).join('\n');
  throw new UsageError(`unknown question "${id}".${didYouMean(id, questions.map((each) => each.id))}\n\nQuestions:\n${list}`);
}

function listShapes(rubric: Rubric): string {
  const width = Math.max(...rubric.data.shapes.map((shape) => shape.id.length));
  const lines = rubric.data.shapes.map((shape) => `  ${shape.id.padEnd(width)}  ${firstSentence(shape.summary)}`);
  return `Shapes ("starwright rubric explain ID" says more):\n${lines.join('\n')}\n`;
}

/** The first sentence of a text: a list has a line for each of its entries. */
function firstSentence(text: string): string {
  return text.trim().replace(/\s+/g, ' ').replace(/(?<=[.:])\s.*$/, '').replace(/:$/, '.');
}

function storyPath(path: string | undefined, { title, extension }: Made): string {
  if (path === undefined) return `${kebab(title)}${extension}`;
  if (path.endsWith('/') || path.endsWith('\\')) return join(path, `${kebab(title)}${extension}`);
  const name = basename(path).replace(/(\.star)?\.md$|\.star$/, '');
  return join(dirname(path), `${name}${extension}`);
}

/** What Windows takes for a device, whatever extension follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

function kebab(title: string): string {
  const words = title.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = [...words.join('-')].slice(0, 60).join('').replace(/-$/, '') || 'story';
  return DEVICE.test(name) ? `${name}-story` : name;
}

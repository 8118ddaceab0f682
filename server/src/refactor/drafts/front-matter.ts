import { parseStory, type FrontMatter } from '../../story/index.js';
import { lineEndingOf } from '../../story/lines.js';

/** What a new story says of itself. */
export interface Head {
  readonly title?: string | undefined;
  readonly shape?: string | undefined;
  /** Names from the bank, or questions in the person's own words. */
  readonly questions?: readonly string[] | undefined;
}

/**
 * A story's text with front matter that says what `head` says and is not said in it yet. Front matter that
 * is there stays as it is written, and is left alone where it is no plain list of keys.
 */
export function withHead(text: string, head: Head): string {
  const frontMatter = frontMatterOf(text);
  const eol = lineEndingOf(text);
  const wanted = linesOf(head, eol);
  if (!frontMatter) return ['---', ...wanted.map(([, line]) => line), '---', '', text.replace(/^\ufeff?(?:[ \t]*[\r\n])*/, '')].join(eol);
  const source = text.slice(frontMatter.start, frontMatter.end);
  const broken = frontMatter.problems.some(({ code }) => code === 'invalid-front-matter');
  if (broken || !/^---[ \t]*(?:\r\n|\r|\n)(?:#.*|[\w-]+[ \t]*:|---)/.test(source)) return text;
  const missing = wanted.filter(([key]) => !new RegExp(`^${key}[ \\t]*:`, 'm').test(source));
  const closing = frontMatter.start + source.lastIndexOf('---');
  const added = missing.map(([, line]) => line + eol).join('');
  return text.slice(frontMatter.start, closing) + added + text.slice(closing);
}

const FENCED = /^\ufeff?---[ \t]*(?:\r\n|\r|\n)(?:[^]*?(?:\r\n|\r|\n))??---[ \t]*(?=[\r\n]|$)/;

/** A text's front matter, read without the rest of the text. */
export function frontMatterOf(text: string): FrontMatter | undefined {
  const [fenced] = FENCED.exec(text) ?? [];
  return fenced === undefined ? undefined : parseStory(fenced).frontMatter;
}

function linesOf({ title, shape, questions }: Head, eol: string): [key: string, line: string][] {
  // As a list of lines: in brackets it would be taken for a slot to fill in.
  const lines: [string, string | undefined][] = [
    ['star', 'star: 1'],
    ['title', title && `title: ${JSON.stringify(title)}`],
    ['shape', shape && `shape: ${shape}`],
    ['questions', questions?.length ? ['questions:', ...questions.map((question) => `  - ${yamlString(question)}`)].join(eol) : undefined],
    ['status', 'status: draft'],
  ];
  return lines.filter((line): line is [string, string] => Boolean(line[1]));
}

function yamlString(value: string): string {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(value) ? value : JSON.stringify(value);
}

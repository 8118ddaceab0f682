// Who reads a story in this process: each a title, what it does with a text, and how seldom where it is slow.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export const BASELINE = 'remark-parse alone';
export const REVIEW = 'Starwright: the whole review';
/** Of the slow ones only so many texts are timed. */
const SELDOM = 10;
const RETEXT = ['repeated-words', 'indefinite-article', 'passive', 'intensify', 'simplify'];
const TEXTLINT = ['no-todo', 'common-misspellings', 'write-good'];

/** Ourselves and what is measured beside us, in the order of the table. */
export async function contestants(root, { load }) {
  const { parseStory, review } = await import(pathToFileURL(path.join(root, 'dist/index.js')).href);
  const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();
  return [
    { title: 'words alone, one regular expression', run: (text) => text.match(/[\p{L}\p{N}]+/gu) },
    { title: BASELINE, run: (text) => parser.parse(text) },
    { title: 'Starwright: reading the story', run: parseStory },
    { title: REVIEW, run: (text) => review(parseStory(text)) },
    { title: 'remark-lint, recommended', run: await remarkLint(load) },
    { title: 'markdownlint', run: await markdownlint(load) },
    { title: 'write-good', run: (await load('write-good')).default },
    { title: `retext, ${RETEXT.length} plugins`, run: await retext(load), every: SELDOM },
    { title: `textlint, ${TEXTLINT.length} rules`, run: await textlint(load), every: SELDOM },
  ];
}

async function remarkLint(load) {
  const { remark } = await load('remark');
  const { default: preset } = await load('remark-preset-lint-recommended');
  const { default: frontmatter } = await load('remark-frontmatter');
  const linter = remark().use(frontmatter, ['yaml']).use(preset).freeze();
  return linted(linter, (await load('vfile')).VFile);
}

async function retext(load) {
  const plugin = async (name) => (await load(name)).default;
  const words = unified().use(await plugin('retext-english'));
  for (const name of RETEXT) words.use(await plugin(`retext-${name}`));
  const linter = unified().use(await plugin('remark-parse')).use(await plugin('remark-frontmatter'), ['yaml']).use(await plugin('remark-retext'), words).freeze();
  return linted(linter, (await load('vfile')).VFile);
}

/** Reads and judges a text, without writing it again. */
function linted(linter, VFile) {
  return async (text) => {
    const file = new VFile({ value: text, path: 'story.md' });
    await linter.run(linter.parse(file), file);
    return file.messages;
  };
}

async function markdownlint(load) {
  const { lint } = await load('markdownlint/sync');
  return (text) => lint({ strings: { story: text } });
}

async function textlint(load) {
  const { TextlintKernel } = await load('@textlint/kernel');
  const own = async (name) => unwrapped(await load(name));
  const options = {
    ext: '.md',
    filePath: 'story.md',
    plugins: [{ pluginId: 'markdown', plugin: await own('@textlint/textlint-plugin-markdown') }],
    rules: await Promise.all(TEXTLINT.map(async (name) => ({ ruleId: name, rule: await own(`textlint-rule-${name}`) }))),
  };
  const kernel = new TextlintKernel();
  return (text) => kernel.lintText(text, options);
}

/** What a CommonJS module says is its default. */
const unwrapped = ({ default: exported }) => exported.default ?? exported;

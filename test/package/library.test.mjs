import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, inject, test } from 'vitest';
import { root, tool } from '../../scripts/lib/paths.mjs';
import { node, run } from '../../scripts/lib/run.mjs';

const { own } = inject('npm');
const PAGE = fs.readFileSync(path.join(root, 'docs/library.md'), 'utf8');

/** What the examples of docs/library.md prove, by the heading they stand under. */
const PROVES = {
  'Review a story': '@library:diagnostics',
  Places: '@library:positions',
  'Apply a fix': '@library:fix',
  'What is behind a finding, and what they ask': '@library:explain @library:questions',
  'Many stories': '@library:bank @library:match @library:coverage',
  'A rubric of your own': '@library:own-rubric',
};

const fences = [...PAGE.matchAll(/^## (.+)$|^```(\w*)\n([^]*?)^```$/gm)].map(([, heading, language, text]) => ({ heading, language, text }));
const examples = fences.flatMap(({ language, text }, index) => {
  const heading = fences.slice(0, index).findLast((each) => each.heading)?.heading;
  return language === 'js' ? [{ heading, code: text, said: fences[index + 1].text }] : [];
});

describe('docs/library.md', () => {
  test.each(examples.map((example) => [example.heading, PROVES[example.heading], example]))('%s: its example says what is written beneath it %s', async (heading, _, { code, said }) => {
    const file = path.join(own, `${heading.replace(/\W+/g, '-')}.mjs`);
    fs.writeFileSync(file, code);
    expect((await node(file, [], { cwd: own, quiet: true })).stdout).toBe(said);
  });

  test('names all that there is, and nothing else', async () => {
    const names = Object.keys(await import(path.join(own, 'node_modules/starwright/dist/index.js')));
    const table = PAGE.slice(PAGE.indexOf('## All of it'));
    const named = [...table.matchAll(/^\|(.+?)\|/gm)].flatMap(([, cell]) => [...cell.matchAll(/`(\w+)/g)].map(([, name]) => name));
    expect(named.sort()).toEqual(names.sort());
    expect(examples.map(({ heading }) => heading)).toEqual(Object.keys(PROVES));
  });
});

const ENTRY = 'dist/index.js';

test('imports nothing, and reviews where there is neither Node nor a page', async () => {
  const { metafile, outputFiles } = await build({
    stdin: { contents: "export * from 'starwright';", resolveDir: own }, bundle: true, platform: 'browser', format: 'iife', globalName: 'starwright', write: false, metafile: true,
  });
  const used = Object.keys(metafile.inputs).filter((file) => file !== '<stdin>');
  expect(used.map((file) => file.slice(-ENTRY.length))).toEqual([ENTRY]);
  const context = vm.createContext({});
  vm.runInContext(outputFiles[0].text, context);
  const codes = vm.runInContext("starwright.review(starwright.parseStory('## Action\\nWe utilized synergies.\\n')).tellings[0].findings.map(({ rule }) => rule).join()", context);
  expect(codes).toContain('buzzword');
});

const CONSUMER = `
import { builtinRubric, parseStory, review, LineIndex, match, bankStory, readRubric, type Finding, type Review, type Story, type MatchResult } from 'starwright';
const story: Story = parseStory('# A story');
const told: Review = review(story, builtinRubric(), { override: { profile: 'star-l' } });
export const findings: readonly Finding[] = told.tellings[0].findings;
export const line: number = new LineIndex(story.text).positionAt(0).line;
export const found: MatchResult = match('Why?', [bankStory('a', told)]);
export const problems: readonly string[] = readRubric([{ path: 'phrases/a.yaml', text: '' }]).problems.map(({ message }) => message);
// @ts-expect-error a story is no text
review('# A story');
`;

const STRICT = { noEmit: true, strict: true, exactOptionalPropertyTypes: true, target: 'es2022', lib: ['es2022'], types: [] };

test.each(['nodenext', 'bundler'])('has types, with moduleResolution %s', async (moduleResolution) => {
  const folder = path.join(own, moduleResolution);
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'consumer.ts'), CONSUMER);
  const compilerOptions = { ...STRICT, moduleResolution, module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext' };
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  expect(await run(process.execPath, [tool('typescript/bin/tsc'), '--project', folder], { cwd: own, quiet: true })).toEqual({ code: 0, stdout: '', stderr: '' });
});

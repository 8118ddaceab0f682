// Writes the built-in rubric: what its files say, each kind as JSON of its own, and what its patterns are compiled to.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ascii } from './ascii.mjs';
import { bundled } from './bundled.mjs';
import { readRubric } from './rubric.mjs';

const GENERATED = 'server/src/generated/builtin-rubric.ts';

/** Kinds whose patterns are compiled: what ships need not say them twice. */
const COMPILED = ['beats', 'phrases', 'shapes', 'checks', 'wider'];

/**
 * Writes the rubric's texts as a module that holds them all. Returns them by their names, compiled patterns without their texts, and
 * what they are compiled to in both its forms: `packed` is short to ship, `texts` has the one that a process reads soonest.
 */
export async function writeBuiltinRubric(root) {
  const data = await readRubric(root);
  const { compileRubric, plainCompiled, writeCompiled, writeHearing } = await bundled(root, 'server/src/rubric', "export { compileRubric } from './rubric.js'; export { plainCompiled, writeCompiled } from './compiledText.js'; export { writeHearing } from './hearingText.js';");
  const { compiled } = compileRubric(data);
  const textOf = (kind, value, whole) => (kind === 'hearing' ? writeHearing(value) : JSON.stringify(value, !whole && COMPILED.includes(kind) ? withoutPatterns : undefined));
  const textsOf = (whole) => Object.fromEntries([...Object.entries(data).map(([kind, value]) => [kind, ascii(textOf(kind, value, whole))]), ['compiled', ascii(plainCompiled(compiled))]]);
  await writeFile(path.join(root, GENERATED), moduleOf(Object.keys(data), inOneModule(textsOf(true)), 'texts[name]!', ': string'));
  const texts = textsOf(false);
  return { texts, packed: { ...texts, compiled: ascii(writeCompiled(compiled)) } };
}

/** For JSON: patterns as so many empty texts. */
function withoutPatterns(key, value) {
  return ['patterns', 'with', 'unless', 'when'].includes(key) && Array.isArray(value) ? value.map(() => '') : value;
}

function inOneModule(texts) {
  return `const texts: Readonly<Record<string, string>> = ${JSON.stringify(texts, undefined, 2)};\n`;
}

/** Writes the texts as files into a folder beside the bundles that read them with {@link readFromFiles}. */
export async function writeTexts(folder, texts) {
  await mkdir(folder, { recursive: true });
  await Promise.all(Object.entries(texts).map(([name, text]) => writeFile(path.join(folder, `${name}.json`), text)));
}

/**
 * Makes a bundle for Node read each text of the rubric from `rubric/` beside it when it is asked for: a process that asks for
 * few does not pay for the others, and bundles share them.
 */
export function readFromFiles(texts) {
  return readRubricBy(texts, "import { readFileSync } from 'node:fs';\nimport { join } from 'node:path';\n", "readFileSync(join(import.meta.dirname, 'rubric', name + '.json'), 'latin1')");
}

/** Makes a bundle get each text of the rubric by an expression. */
export function readRubricBy(texts, head, text) {
  const kinds = Object.keys(texts).filter((name) => name !== 'compiled');
  return { name: 'rubric', setup: (build) => build.onLoad({ filter: /generated[\\/]builtin-rubric\.ts$/ }, () => ({ contents: moduleOf(kinds, head, text, ''), loader: 'js' })) };
}

function moduleOf(kinds, head, text, typed) {
  return `// Generated from rubrics/ by scripts/build.mjs.\n${head}
/** The kinds of which the rubric has a text. */
export const rubricKinds = ${JSON.stringify(kinds)};

/** The JSON of a kind, or of what all of them are \`compiled\` to. */
export function rubricText(name${typed})${typed} {
  return ${text};
}
`;
}

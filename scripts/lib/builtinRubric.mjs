// Writes the built-in rubric: what its files say, each kind as JSON of its own, and what its patterns are compiled to.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundled } from './bundled.mjs';
import { readRubric } from './rubric.mjs';

const GENERATED = 'server/src/generated/builtin-rubric.ts';

/** Writes the rubric's texts as a module that holds them all. Returns them by their names. */
export async function writeBuiltinRubric(root) {
  const data = await readRubric(root);
  const { compileRubric } = await bundled(root, 'server/src/rubric', "export { compileRubric } from './rubric.js';");
  const texts = Object.fromEntries(Object.entries({ ...data, compiled: compileRubric(data).compiled }).map(([name, value]) => [name, ascii(JSON.stringify(value))]));
  await writeFile(path.join(root, GENERATED), moduleOf(Object.keys(data), `const texts: Readonly<Record<string, string>> = ${JSON.stringify(texts, undefined, 2)};\n`, 'texts[name]!', ': string'));
  return texts;
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
export function readFromFiles(texts, format) {
  const folder = format === 'cjs' ? '__dirname' : 'import.meta.dirname';
  const kinds = Object.keys(texts).filter((name) => name !== 'compiled');
  const contents = moduleOf(kinds, "import { readFileSync } from 'node:fs';\nimport { join } from 'node:path';\n", `readFileSync(join(${folder}, 'rubric', name + '.json'), 'latin1')`, '');
  return {
    name: 'rubric-from-files',
    setup: (build) => build.onLoad({ filter: /generated[\\/]builtin-rubric\.ts$/ }, () => ({ contents, loader: 'js' })),
  };
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

/** JSON with no character that needs more than a byte. */
function ascii(json) {
  return json.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// Reads the rubric as the product reads a person's own pack: one reader, one set of messages.
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundled } from './bundled.mjs';
import { writeSchemas } from './schemaModule.mjs';

/** The rubric under `root/rubrics` as one RubricData. Throws one error that lists every problem with its file and line. */
export async function readRubric(root) {
  const { readPack } = await packReader(root);
  const folder = path.join(root, 'rubrics');
  const files = await filesIn(folder);
  const { data, problems } = readPack(files);
  if (problems.length > 0) throw new Error(`The rubric is not valid:\n${problems.map((problem) => line(problem, files)).join('\n')}`);
  return data;
}

/** What is about the rubric and not of it. */
const ABOUT = ['criteria.yaml', 'formulas.yaml', 'reviewed.yaml'];

/** The files of a rubric folder. */
async function filesIn(folder) {
  const paths = (await readdir(folder, { recursive: true })).map((file) => file.split(path.sep).join('/'));
  const own = paths.filter((file) => /\.(yaml|json)$/.test(file) && !file.startsWith('schema/') && !ABOUT.includes(file)).sort();
  return Promise.all(own.map(async (file) => ({ path: file, text: await readFile(path.join(folder, file), 'utf8') })));
}

function line({ path: file, start, message }, files) {
  const before = files.find((each) => each.path === file)?.text.slice(0, start).split('\n') ?? [''];
  return `rubrics/${file}:${before.length}:${before.at(-1).length + 1} ${message}`;
}

let reader;

/** The engine's own reader of packs. */
async function packReader(root) {
  reader ??= (async () => {
    await mkdir(path.join(root, 'server/src/generated'), { recursive: true });
    await writeSchemas(root);
    return bundled(root, 'server/src/pack', "export { readPack } from './read.js';");
  })();
  return reader;
}

// Writes the rubric's JSON Schemas as a module of the server, which goes by them when it reads a person's own rubric.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Schemas of files that are about the rubric and not of it. */
const ABOUT = ['criteria', 'reviewed'];

/** Generates `server/src/generated/rubric-schemas.ts` from `rubrics/schema`. */
export async function writeSchemas(root) {
  const folder = path.join(root, 'rubrics/schema');
  const names = (await readdir(folder)).map((file) => path.basename(file, '.json')).filter((name) => !ABOUT.includes(name)).sort();
  const schemas = {};
  for (const name of names) schemas[name] = withoutTexts(JSON.parse(await readFile(path.join(folder, `${name}.json`), 'utf8')));
  await writeFile(
    path.join(root, 'server/src/generated/rubric-schemas.ts'),
    `// Generated from rubrics/schema by scripts/build.mjs.\nimport type { Schema } from '../pack/schema.js';\n\n/** The schema of each kind of file in a rubric, without its texts for people. */\nexport const schemas: Readonly<Record<string, Schema>> = JSON.parse(${JSON.stringify(JSON.stringify(schemas))});\n`,
  );
}

/** A schema without its texts for people: an editor shows them, a reader does not need them. */
function withoutTexts(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(withoutTexts);
  const texts = ['$schema', 'title', 'description'].filter((key) => typeof schema[key] === 'string');
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !texts.includes(key)).map(([key, value]) => [key, withoutTexts(value)]));
}

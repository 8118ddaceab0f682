// Writes the rubric's JSON Schemas as plain functions, so that what ships needs no schema library.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

/** Schemas of files that are about the rubric and not of it. */
const ABOUT = ['criteria', 'reviewed'];

/** Generates `server/src/generated/rubric-validators.js` and its types from `rubrics/schema`. */
export async function writeValidators(root) {
  const folder = path.join(root, 'rubrics/schema');
  const names = (await readdir(folder)).map((file) => path.basename(file, '.json')).filter((name) => !ABOUT.includes(name)).sort();
  const ajv = new Ajv({ code: { source: true, esm: true }, allErrors: true, strict: false, verbose: true });
  for (const name of names) ajv.addSchema(withoutTexts(JSON.parse(await readFile(path.join(folder, `${name}.json`), 'utf8'))), name);
  const contents = standalone.default(ajv, Object.fromEntries(names.map((name) => [name, name])));
  // The functions use small helpers of the library; bundled, they stand alone.
  const { outputFiles } = await build({ stdin: { contents, resolveDir: root }, bundle: true, write: false, format: 'esm', platform: 'neutral', mainFields: ['main'], minifySyntax: true, logLevel: 'warning' });
  const target = path.join(root, 'server/src/generated/rubric-validators');
  await writeFile(`${target}.js`, `// Generated from rubrics/schema by scripts/build.mjs.\n${outputFiles[0].text}`);
  await writeFile(`${target}.d.ts`, `${TYPES}${names.map((name) => `export declare const ${name}: Validator;\n`).join('')}`);
}

const TYPES = `// Generated from rubrics/schema by scripts/build.mjs.
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  readonly propertyName?: string;
  readonly parentSchema?: { readonly properties?: Readonly<Record<string, unknown>> };
}
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}
`;

/** A schema without its texts for people: an editor shows them, a validator does not need them. */
function withoutTexts(schema) {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(withoutTexts);
  const texts = ['title', 'description'].filter((key) => typeof schema[key] === 'string');
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !texts.includes(key)).map(([key, value]) => [key, withoutTexts(value)]));
}

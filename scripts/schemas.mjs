// Writes what an editor completes by itself: schemas/starwright-yaml.json for the folder file, and the finding codes and
// profiles of the settings in package.json. `--check` writes nothing and fails when a file is not what it would write.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './lib/bundled.mjs';
import { readRubric } from './lib/rubric.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const data = await readRubric(root);
const { FOLDER_KEYS, RULE_LEVELS } = await bundled(root, 'server/src', "export { FOLDER_KEYS } from './config/settings.js'; export { RULE_LEVELS } from './story/frontMatterKeys.js';");

/** A key of package.nls.json. */
const OTHERS = '%setting.notBuiltIn%';
const level = { type: 'string', enum: Object.keys(RULE_LEVELS) };
const criteria = [...data.beats.flatMap(({ gaps }) => gaps), ...data.phrases, ...data.checks].sort((a, b) => (a.code < b.code ? -1 : 1));
const profiles = data.profiles.filter(({ overlay }) => !overlay);
const overlays = data.profiles.filter(({ overlay }) => overlay);
const profileIds = [...data.profiles.map(({ id }) => id), ...profiles.flatMap(({ id }) => overlays.map((overlay) => `${id}+${overlay.id}`))];

const manifestFile = path.join(root, 'package.json');
const schemaFile = path.join(root, 'schemas/starwright-yaml.json');
const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
const settings = manifest.contributes.configuration.properties;
Object.assign(settings['starwright.rules'], {
  properties: Object.fromEntries(criteria.map(({ code, title }) => [code, { ...level, description: title }])),
  additionalProperties: { ...level, deprecationMessage: OTHERS },
});
Object.assign(settings['starwright.profile'], {
  examples: profileIds,
  if: { enum: profileIds },
  else: { deprecationMessage: OTHERS },
});

await settle(manifestFile, `${onOneLine(JSON.stringify(manifest, null, 2))}\n`);
await settle(schemaFile, `${JSON.stringify(folderSchema(), null, 2)}\n`);

/** The JSON Schema of a folder file, for editors that have a YAML extension. */
function folderSchema() {
  const rules = Object.fromEntries(criteria.map(({ code, title, why }) => [code, { $ref: '#/definitions/level', title, description: why.trim().replace(/\s*\n\s*/g, ' ') }]));
  const forms = {
    profile: { type: 'string', anyOf: [{ enum: profileIds }, { pattern: '^[a-z0-9]+(-[a-z0-9]+)*(\\+[a-z0-9]+(-[a-z0-9]+)*)*$' }] },
    rules: { type: ['object', 'null'], properties: rules, additionalProperties: { $ref: '#/definitions/level' } },
    wordsPerMinute: { type: 'number', minimum: 60, maximum: 300 },
    confidentialTerms: { type: ['array', 'null'], items: { type: ['string', 'number'] } },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Starwright folder file',
    description: 'How the stories in this folder are reviewed.',
    type: ['object', 'null'],
    properties: Object.fromEntries(Object.entries(FOLDER_KEYS).map(([key, description]) => [key, { description, ...forms[key] }])),
    additionalProperties: false,
    definitions: { level: { enum: [...Object.keys(RULE_LEVELS), false], enumDescriptions: Object.values(RULE_LEVELS) } },
  };
}

/** Each finding code on a line of its own, so that the manifest stays readable. */
function onOneLine(text) {
  return text.replace(/(?<=^ {12}"[a-z-]+": )\{\n {14}"type": "string",\n {14}"enum": \[[^\]]*\],\n {14}"description": ("(?:[^"\\]|\\.)*")\n {12}\}/gm, (_, title) => `{ "type": "string", "enum": ${JSON.stringify(level.enum).replaceAll(',', ', ')}, "description": ${title} }`);
}

/** Writes a file, or with --check says that it is out of date: only what it means counts then. */
async function settle(file, text) {
  if (!values.check) {
    await mkdir(path.dirname(file), { recursive: true });
    return writeFile(file, text);
  }
  const current = await readFile(file, 'utf8').catch(() => 'null');
  if (JSON.stringify(JSON.parse(current)) === JSON.stringify(JSON.parse(text))) return;
  console.error(`${path.relative(root, file)} is not what the rubric says. Run "node scripts/schemas.mjs".`);
  process.exitCode = 1;
}

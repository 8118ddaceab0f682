// Writes snippets/starwright.code-snippets from the templates that have a prefix.
// `--check` writes nothing and fails when the file is not what it would write.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundled } from './lib/bundled.mjs';
import { readRubric } from './lib/rubric.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = path.join(root, 'snippets/starwright.code-snippets');
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const { toSnippet } = await bundled(root, 'server/src/service', "export { toSnippet } from './snippets.js';");
const { templates } = await readRubric(root);
const written = `${JSON.stringify(Object.fromEntries(templates.filter(({ prefix }) => prefix).map(entry)), null, 2)}\n`;

if (!values.check) writeFileSync(target, written);
else if (current() !== written) {
  console.error('snippets/starwright.code-snippets differs from rubrics/templates. Run "node scripts/snippets.mjs".');
  process.exitCode = 1;
}

function entry({ title, prefix, text, kind }) {
  const body = toSnippet(text.trimEnd()).text.split('\n');
  return [`${title} (${kind})`, { prefix, description: title, body: kind === 'sentence' ? body : [...body, ''] }];
}

function current() {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return undefined;
  }
}

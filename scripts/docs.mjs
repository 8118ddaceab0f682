// Writes one page a finding code, docs/rules/CODE.md, and docs/criteria.md from the rubric. With --check: fails when one is out of date.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundled } from './lib/bundled.mjs';
import { criteriaPage } from './lib/criteria.mjs';
import { readRubric } from './lib/rubric.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'docs');

const data = await readRubric(root);
const { rulePages } = await bundled(root, 'server/src/service', "export { rulePages } from './rulePages.js';");
const rules = rulePages(data);
const pages = new Map(rules.map((rule) => [`rules/${rule.code}.md`, pageOf(rule)]));
pages.set('rules/README.md', indexOf(rules));
pages.set('criteria.md', await criteriaPage(root, data));

await mkdir(path.join(folder, 'rules'), { recursive: true });
const stale = await differences(pages);
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    console.error(`Out of date: ${stale.map((name) => `docs/rules/${name}`).join(', ')}. Run "node scripts/docs.mjs".`);
    process.exit(1);
  }
} else {
  for (const name of stale) {
    if (pages.has(name)) await writeFile(path.join(folder, name), pages.get(name));
    else await rm(path.join(folder, name));
  }
}

/** Pages that differ from what the rubric says, missing and surplus ones included. */
async function differences(wanted) {
  const present = [...(await readdir(path.join(folder, 'rules'))).map((name) => `rules/${name}`), 'criteria.md'];
  const changed = [];
  for (const [name, text] of wanted) if (!existsSync(path.join(folder, name)) || (await readFile(path.join(folder, name), 'utf8')) !== text) changed.push(name);
  return [...changed, ...present.filter((name) => !wanted.has(name))];
}

function pageOf({ text, file }) {
  return `<!-- Generated from rubrics/ by scripts/docs.mjs. -->\n\n${text}\n\nWritten down in [rubrics/${file}](../../rubrics/${file}).\n`;
}

function indexOf(rules) {
  const rows = rules.map(({ code, title, severity }) => `| [\`${code}\`](${code}.md) | ${title} | ${severity} |`);
  return `<!-- Generated from rubrics/ by scripts/docs.mjs. -->\n\n# What Starwright reports\n\n| code | | severity |\n|---|---|---|\n${rows.join('\n')}\n`;
}

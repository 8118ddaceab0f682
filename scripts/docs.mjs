// Writes one page a finding code, docs/rules/CODE.md, and docs/criteria.md from the rubric. With --check: fails when one is out of date.
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { criteriaPage } from './lib/criteria.mjs';
import { readRubric } from './lib/rubric.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'docs');

const data = await readRubric(root);
const pages = new Map(criteriaOf(data).map((criterion) => [`rules/${criterion.code}.md`, pageOf(criterion)]));
pages.set('rules/README.md', indexOf(criteriaOf(data)));
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

/** Every criterion with what its page shows: where it comes from, and examples of both kinds. */
function criteriaOf({ beats, phrases, checks }) {
  const gaps = beats.flatMap((beat) => beat.gaps.map((gap) => ({ ...gap, file: `beats/${beat.id}.yaml`, question: beat.question, good: beat.examples.heard, fill: [beat.fill] })));
  const others = (kind, list) => list.map((item) => ({ ...item, file: `${kind}/${item.code}.yaml`, good: kind === 'phrases' ? item.examples.silent : [], bad: kind === 'phrases' ? item.examples.fires : [], fill: item.fills }));
  return [...gaps, ...others('phrases', phrases), ...others('checks', checks)].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function pageOf(criterion) {
  const { code, title, why, weak, strong, severity, sources, question, good, bad = [], file } = criterion;
  const parts = [
    `# ${title}`,
    severity === 'off' ? `\`${code}\`, off unless a person switches it on.` : `\`${code}\`, ${severity} unless a shape or a profile says otherwise.`,
    why.trim().replace(/\s*\n\s*/g, ' '),
    question && `An interviewer would ask: *${question}*`,
    `| weak | strong |\n|---|---|\n| ${cell(weak)} | ${cell(strong)} |`,
    bad.length > 0 && `## It fires on\n\n${list(bad)}`,
    good.length > 0 && `## It is content with\n\n${list(good)}`,
    fillsOf(criterion),
    `## When it does not apply\n\n\`\`\`markdown\n<!-- star-disable-next-line ${code} -- why it does not apply -->\n\`\`\`\n\nor \`rules: { ${code}: off }\` in the story's front matter, in \`.starwright.yaml\`, or under \`starwright.rules\` in the editor's settings.`,
    `## Source\n\n${list(sources.map((id) => data.sources.find((source) => source.id === id).title))}\n\nWritten down in [rubrics/${file}](../../rubrics/${file}).`,
  ];
  return `<!-- Generated from rubrics/ by scripts/docs.mjs. -->\n\n${parts.filter(Boolean).join('\n\n')}\n`;
}

function fillsOf({ fill }) {
  const texts = fill.map((id) => data.templates.find((template) => template.id === id)).filter((template) => template?.kind === 'sentence');
  return texts.length > 0 && `## A sentence to start from\n\n${list(texts.map(({ text }) => text.trim()))}`;
}

function list(items) {
  return items.map((item) => `- ${item.trim().replace(/\s*\n\s*/g, ' ')}`).join('\n');
}

function cell(text) {
  return text.trim().replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}

function indexOf(criteria) {
  const rows = criteria.map(({ code, title, severity }) => `| [\`${code}\`](${code}.md) | ${title} | ${severity} |`);
  return `<!-- Generated from rubrics/ by scripts/docs.mjs. -->\n\n# What Starwright reports\n\n| code | | severity |\n|---|---|---|\n${rows.join('\n')}\n`;
}

// docs/criteria.md: which file answers to which of the guides' criteria, templates and questions, and which findings are on.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';

/** The page as Markdown. Throws when a criterion of the guides is answered by nothing. */
export async function criteriaPage(root, data) {
  const read = async (name) => parse(await readFile(path.join(root, 'rubrics', name), 'utf8'));
  const criteria = await read('criteria.yaml');
  const formulas = await read('formulas.yaml');
  const reviewed = await read('reviewed.yaml');
  const answers = answersIn(data);
  const missing = criteria.filter(({ id }) => !answers.some(({ covers }) => covers.includes(id)));
  const unknown = answers.flatMap(({ covers }) => covers).filter((id) => !criteria.some((criterion) => criterion.id === id));
  const unwritten = formulas.filter(({ id }) => !data.templates.some(({ covers }) => covers.includes(id)));
  const problems = [...[...missing, ...unwritten].map(({ id }) => `nothing covers "${id}"`), ...unknown.map((id) => `"${id}" is no criterion of criteria.yaml`)];
  if (problems.length > 0) throw new Error(`docs/criteria.md: ${problems.join('; ')}`);
  const groups = [...new Set(criteria.map(({ group }) => group))];
  const on = answers.filter(({ level }) => level !== 'off' && level !== 'data');
  return `<!-- Generated from rubrics/ by scripts/docs.mjs. -->

# The criteria

Five guides to behavioral interviews ask ${criteria.length} things of a story. This page says which file of the rubric answers to
each, so that anyone can see that none is missing, and which findings are on. A number in brackets counts the examples that
the tests run: text on which it speaks, and text on which it is silent.

*On by default is earned*: a finding is reported only when its findings on real stories were read and at least nine in ten were
true of the story. The others are data, \`off\`: a person switches one on with \`rules: { code: hint }\`.

${groups.map((group) => groupTable(group, criteria.filter((criterion) => criterion.group === group), answers)).join('\n\n')}

## What is on

${on.length} findings are on. For those that judge what a story says, how many of their findings were read, and how many were right.
Those without a count compare what can be counted (sentences, seconds, names, slots): they can be unwelcome, but not wrong about it.
Read the small numbers for what they are: where fewer than ten were read, nobody knows yet whether nine in ten hold. The phrases' patterns
were written with a third of these stories at hand, so that their counts flatter.${quiet(on, reviewed)}

| finding | level | read | right |
|---|---|---|---|
${on.map(({ code, level }) => `| [\`${code}\`](rules/${code}.md) | ${level} | ${reviewed[code]?.findings ?? ''} | ${reviewed[code]?.right ?? ''} |`).join('\n')}

## Templates and formulas

The guides' ${formulas.length} fill-in texts, openings, closings and formulas, as templates in our own words.

| in the guides | what it is | template |
|---|---|---|
${formulas.map(({ id, about }) => `| ${id} | ${cell(about)} | ${data.templates.filter(({ covers }) => covers.includes(id)).map((template) => `\`${template.id}\``).join(', ')} |`).join('\n')}

## Questions

${data.questions.length} questions: ${kinds(data)}. ${data.questions.filter(({ covers }) => covers.length === 0).length} are our own, for the signals that the guides ask about least.

| in the guides | question | kind |
|---|---|---|
${data.questions.map(({ id, text, kind, covers }) => `| ${covers.join(', ') || 'our own'} | \`${id}\`: ${cell(text)} | ${kind} |`).join('\n')}
`;
}

/** The phrases that no story said: what is known of them is that they did not speak when they should not. */
function quiet(on, reviewed) {
  const codes = on.filter(({ code }) => reviewed[code]?.findings === 0).map(({ code }) => code);
  return codes.length === 0 ? '' : `\nNo story of these said what ${codes.map((code) => `\`${code}\``).join(' and ')} look${codes.length === 1 ? 's' : ''} for, and none was wrongly taken for it.`;
}

/** Everything that can answer to a criterion, with its file and its examples. */
function answersIn({ beats, phrases, checks, wider, profiles, shapes }) {
  const balanced = profiles.find(({ id }) => id === 'balanced');
  const count = ({ heard = [], missed = [], fires = [], silent = [] }) => `${heard.length + fires.length} + ${missed.length + silent.length}`;
  const gapLevel = (beat, gap) => {
    if (gap.severity === 'off') return 'off';
    if (gap.ownSeverity) return gap.severity;
    const asked = balanced.beats[beat.id] ?? 'off';
    const inShapes = shapes.filter((shape) => (shape.beats[beat.id] ?? 'off') !== 'off').map(({ id }) => id);
    return asked !== 'off' ? asked : inShapes.length > 0 ? `in ${inShapes.length === 1 ? inShapes[0] : `${inShapes.length} shapes`}` : 'off';
  };
  const gaps = beats.flatMap((beat) => beat.gaps.map((gap) => ({ code: gap.code, covers: gap.covers, file: `beats/${beat.id}.yaml`, examples: count(beat.examples), level: gapLevel(beat, gap) })));
  const others = (kind, list) => list.map((item) => ({ code: item.code, covers: item.covers, file: `${kind}/${item.code}.yaml`, examples: count(item.examples), level: kind === 'wider' ? 'data' : item.severity }));
  return [...gaps, ...others('phrases', phrases), ...others('checks', checks), ...others('wider', wider)];
}

function groupTable(group, criteria, answers) {
  const rows = criteria.map(({ id, about, note, sources }) => {
    const by = answers.filter(({ covers }) => covers.includes(id));
    const files = by.map(({ code, file, examples }) => `[\`${code}\`](../rubrics/${file}) (${examples})`).join('<br>');
    return `| ${id} | ${cell(about)}${note ? `<br>*${cell(note)}*` : ''} | ${files} | ${[...new Set(by.map(({ level }) => level))].join(', ')} | ${sources.map((source) => source.replace(/-guide$/, '')).join(', ')} |`;
  });
  return `## ${group}\n\n| criterion | asks for | answered by (examples) | level | guides |\n|---|---|---|---|---|\n${rows.join('\n')}`;
}

function kinds({ questions }) {
  const names = [...new Set(questions.map(({ kind }) => kind))];
  return names.map((kind) => `${questions.filter((question) => question.kind === kind).length} ${kind}`).join(', ');
}

function cell(text) {
  return text.trim().replace(/\s*\n\s*/g, ' ').replaceAll('|', '\\|');
}

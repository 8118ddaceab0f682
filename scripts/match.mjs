// npm run eval:match -- [FILE…]: how well question → story agrees with a reader's judgements, beside plain BM25.
// A FILE has one judgement a line, as test/bank/judgements-a.jsonl; --stories DIR names another bank.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bm25 } from './lib/bm25.mjs';
import { makeReady } from './lib/dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({ options: { stories: { type: 'string', default: path.join(root, 'test/bank/stories') } }, allowPositionals: true });
const files = positionals.length > 0 ? positionals : ['a', 'b'].map((reader) => path.join(root, `test/bank/judgements-${reader}.jsonl`));

await makeReady();
const { bundled } = await import('./lib/bundled.mjs');
const { bankStory, builtinRubric, Matchmaker, parseStory, review } = await bundled(
  root,
  'server/src',
  "export { bankStory, Matchmaker } from './bank/index.js'; export { builtinRubric } from './rubric/builtin.js'; export { review } from './review/index.js'; export { parseStory } from './story/index.js';",
);

const FITS = ['gap', 'stretch', 'workable', 'strong'];
const texts = readdirSync(values.stories).filter((file) => file.endsWith('.star.md')).map((file) => ({ name: path.basename(file, '.star.md'), text: readFileSync(path.join(values.stories, file), 'utf8') }));
const rubric = builtinRubric();
const stories = texts.map(({ name, text }) => bankStory(name, review(parseStory(text), rubric), rubric));
const matchmaker = new Matchmaker(stories, rubric);
const retired = new Set(stories.filter(({ status }) => status === 'retired').map(({ id }) => id));
const search = bm25(texts.filter(({ name }) => !retired.has(name)));

for (const file of files) report(file, readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)));

function report(file, judgements) {
  const answers = judgements.map((judged) => ({ judged, ours: ourAnswer(judged.question), plain: plainAnswer(judged.question) }));
  const asked = answers.filter(({ judged }) => judged.wantsStory);
  const answered = asked.filter(({ judged }) => judged.best.length > 0);
  const gaps = asked.filter(({ judged }) => judged.best.length === 0);
  console.log(`\n${path.relative(process.cwd(), file)}: ${judgements.length} questions, ${answered.length} with a story, ${gaps.length} gaps, ${judgements.length - asked.length} that want no story\n`);
  console.log('                                             Starwright   plain BM25');
  row('best story first', answered, (judged, { ranked }) => judged.best.includes(ranked[0]));
  row('best story among the first three', answered, (judged, { ranked }) => ranked.slice(0, 3).some((name) => judged.best.includes(name)));
  row('first story acceptable', answered, (judged, { ranked }) => [...judged.best, ...judged.ok].includes(ranked[0]));
  row('gap seen (a gap, or a stretch at most)', gaps, (_, { fit }) => fit === 'gap' || fit === 'stretch');
  row('first right, gaps included (top-1)', asked, (judged, answer) => right(judged, answer, 1));
  row('first three right, gaps included (top-3)', asked, (judged, answer) => right(judged, answer, 3));
  row('wants a story, or not', answers, (judged, { wantsStory }) => wantsStory === judged.wantsStory);
  row('fit exactly', asked, (judged, { fit }) => fit === judged.fit);
  row('fit within one step', asked, (judged, { fit }) => Math.abs(FITS.indexOf(fit) - FITS.indexOf(judged.fit)) <= 1);
  console.log('\nDisagreements');
  for (const { judged, ours } of answers) if (!agrees(judged, ours)) console.log(disagreement(judged, ours));
}

function ourAnswer(question) {
  const { wantsStory, asksFor, ranked } = matchmaker.match(question);
  return { wantsStory, asksFor, ranked: ranked.map(({ id }) => id), fits: ranked.map(({ fit }) => fit), fit: ranked[0]?.fit ?? 'gap' };
}

/** A search takes every question for one that wants what it finds. */
function plainAnswer(question) {
  const ranked = search(question);
  return { wantsStory: true, ranked, fit: ranked.length > 0 ? 'strong' : 'gap' };
}

function right(judged, { ranked, fit }, most) {
  if (judged.best.length === 0) return fit === 'gap' || fit === 'stretch';
  return ranked.slice(0, most).some((name) => judged.best.includes(name));
}

function row(title, answers, holds) {
  const count = (which) => answers.filter((answer) => holds(answer.judged, answer[which])).length;
  const share = (which) => `${count(which)}/${answers.length} ${Math.round((100 * count(which)) / (answers.length || 1))}%`.padStart(12);
  console.log(`${title.padEnd(43)} ${share('ours')} ${share('plain')}`);
}

function agrees(judged, ours) {
  if (judged.wantsStory !== ours.wantsStory) return false;
  return !judged.wantsStory || (right(judged, ours, 1) && judged.fit === ours.fit);
}

function disagreement({ question, wantsStory, best, fit }, ours) {
  const said = ours.wantsStory ? ours.ranked.slice(0, 3).map((name, index) => `${name} (${ours.fits[index]})`).join(', ') || 'gap' : 'no story';
  return `- ${question}\n    reader: ${wantsStory ? `${best.join(', ') || '–'} (${fit})` : 'no story'}\n    here:   ${said}\n    asks:   ${ours.asksFor.join('; ') || '–'}`;
}

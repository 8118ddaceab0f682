// npm run eval -- DIR: how well the engine's answers agree with labelled stories.
// Builds the product, reads DIR/labels.json and DIR/*.star.md and asks the command line for its JSON, as any script would.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeReady } from './lib/dependencies.mjs';
import { baselineHears, ONE_READER } from './lib/baseline.mjs';
import { interval, scoreOf } from './lib/score.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const BEATS = {
  ownership_stated: 'ownership',
  failure_mode_named: 'failure-mode',
  root_cause_named: 'root-cause',
  tradeoff_named: 'tradeoff',
  prevention_layer: 'prevention',
  measurable_result: 'measured-result',
  directional_result: 'directional-result',
  business_impact: 'business-impact',
  how_known: 'validation',
  learning_stated: 'learning',
};

const VAGUE = ['vague-verb', 'vague-phrase', 'vague-setup', 'generic-reliability-language', 'thin-happy-ending'];
const FINDINGS = {
  situation_too_long: (rules) => rules.has('situation-too-long'),
  team_only: (rules) => rules.has('team-only-voice'),
  lone_hero: (rules) => rules.has('lone-hero'),
  any_vague: (rules) => VAGUE.some((rule) => rules.has(rule)),
  any_blame: (rules) => rules.has('blame-other-team'),
  any_buzz: (rules) => rules.has('buzzword'),
  ends_with_result: (rules) => !rules.has('ends-on-implementation'),
};

/** What must be true of a story for a warning to be right: a label and the value it must have. A label that is missing judges nothing. */
const RIGHT_WHEN = {
  ...Object.fromEntries(Object.entries(BEATS).map(([label, beat]) => [`no-${beat}`, [[label, false]]])),
  'no-measurable-result': [['measurable_result', false], ['directional_result', false]],
  'situation-too-long': [['situation_too_long', true]],
  'team-only-voice': [['team_only', true]],
  'lone-hero': [['lone_hero', true]],
  'blame-other-team': [['any_blame', true]],
  buzzword: [['any_buzz', true]],
  'ends-on-implementation': [['ends_with_result', false]],
  ...Object.fromEntries(VAGUE.map((rule) => [rule, [['any_vague', true]]])),
};

const dir = process.argv[2];
if (!dir || !existsSync(path.join(dir, 'labels.json'))) {
  console.error('Usage: npm run eval -- DIR   (DIR holds labels.json and *.star.md)');
  process.exit(2);
}
await makeReady();
const cli = path.join(root, 'dist/cli.js');

const labels = JSON.parse(readFileSync(path.join(dir, 'labels.json'), 'utf8'));
const stories = Object.keys(labels)
  .filter((name) => existsSync(path.join(dir, `${name}.star.md`)))
  .map((name) => readStory(name, path.join(dir, `${name}.star.md`)));

function readStory(name, file) {
  const report = JSON.parse(runCheck(file)).files[0];
  const rules = new Set([report, ...report.tellings].flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const text = readFileSync(file, 'utf8').replace(/^---\n[^]*?\n---\n/, '');
  return { name, labels: labels[name], report, rules, text };
}

/** The report; findings make the command exit with 1, which is no failure here. */
function runCheck(file) {
  try {
    return execFileSync(process.execPath, [cli, 'check', '--format', 'json', '--all-beats', file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  } catch (error) {
    if (error.status === 1 && error.stdout) return error.stdout;
    throw error;
  }
}

function answersFor(label, answer) {
  return stories.filter((story) => typeof story.labels[label] === 'boolean').map((story) => ({ story, truth: story.labels[label], said: answer(story) }));
}

const beatAnswers = Object.entries(BEATS).map(([label, beat]) => ({
  label,
  answers: answersFor(label, ({ report }) => report.beats.find(({ id }) => id === beat)?.present ?? false),
  baseline: answersFor(label, ({ text }) => baselineHears(label, text)),
}));
const findingAnswers = Object.entries(FINDINGS).map(([label, answer]) => ({ label, answers: answersFor(label, ({ rules }) => answer(rules)) }));

printTable('Beats: "present"', beatAnswers, true);
printTable('Beats: "missing"', beatAnswers, false);
printTable('Findings', findingAnswers, true);
printWarnings();
printDisagreements();

function printTable(title, rows, positive) {
  console.log(`\n${title}\n${'label'.padEnd(22)}  n+   prec          rec           F1     baseline  always${positive ? '  one reader' : ''}`);
  const f1s = [];
  for (const { label, answers, baseline } of rows) {
    const score = scoreOf(answers, positive);
    f1s.push(score.f1);
    const other = baseline ? scoreOf(baseline, positive).f1.toFixed(2) : '  - ';
    const always = scoreOf(answers.map((answer) => ({ ...answer, said: positive })), positive).f1.toFixed(2);
    console.log(`${label.padEnd(22)} ${String(score.positives).padStart(3)}   ${percent(score.hits, score.said)}  ${percent(score.hits, score.positives)}  ${score.f1.toFixed(3)}     ${other}      ${always}${positive && ONE_READER[label] ? `     ${ONE_READER[label].toFixed(2)}` : ''}`);
  }
  console.log(`${'macro F1'.padEnd(58)}${(f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length).toFixed(3)}`);
}

/** A share with its 95 % interval. */
function percent(hits, of) {
  if (of === 0) return '   -        ';
  const [low, high] = interval(hits, of);
  return `${(hits / of).toFixed(2)} [${low.toFixed(2)}-${high.toFixed(2)}]`.replaceAll('0.', '.').padEnd(12);
}

/** Of the warnings a story gets, how many its labels agree with; for all stories, for the strong ones, and by code. */
function printWarnings() {
  const judged = stories.flatMap((story) => story.report.findings.filter(({ severity, rule }) => (severity === 'warning' || severity === 'error') && canJudge(rule, story)).map(({ rule }) => ({ story, rule, right: isRight(rule, story) })));
  console.log('\nWarnings that a label can judge');
  for (const [title, some] of [['any', judged], ['strong', judged.filter(({ story }) => story.labels.quality === 'strong')]]) {
    const wrong = some.filter(({ right }) => !right);
    console.log(`${title.padEnd(8)} ${some.length - wrong.length} right of ${some.length}   wrong: ${wrong.map(({ story, rule }) => `${story.name.slice(0, 3)} ${rule}`).join(', ') || 'none'}`);
  }
  for (const rule of [...new Set(judged.map((finding) => finding.rule))].sort()) {
    const some = judged.filter((finding) => finding.rule === rule);
    const right = some.filter((finding) => finding.right).length;
    console.log(`  ${rule.padEnd(30)} ${String(right).padStart(3)} of ${String(some.length).padEnd(3)}  ${percent(right, some.length)}`);
  }
}

function canJudge(rule, { labels: known }) {
  return RIGHT_WHEN[rule]?.every(([label]) => typeof known[label] === 'boolean') ?? false;
}

function isRight(rule, { labels: known }) {
  return RIGHT_WHEN[rule].every(([label, value]) => known[label] === value);
}

function printDisagreements() {
  console.log('\nDisagreements (said against the label)');
  for (const { label, answers } of [...beatAnswers, ...findingAnswers]) {
    const heard = answers.filter(({ truth, said }) => said && !truth).map(({ story }) => story.name.slice(0, 3));
    const missed = answers.filter(({ truth, said }) => !said && truth).map(({ story }) => story.name.slice(0, 3));
    if (heard.length + missed.length > 0) console.log(`${label.padEnd(22)} heard wrongly: ${heard.join(' ') || '-'}   missed: ${missed.join(' ') || '-'}`);
  }
}

// How a bank of stories grows: reading it, asking about it, changing it, typing meanwhile, and the memory it takes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BenchServer } from './server.mjs';
import { exponent } from './statistics.mjs';
import { storyText } from './stories.mjs';

const SIZES = [1000, 3000, 10000];
const FOLDERS = 50;
/** Milliseconds between two keys of a person who types fast. */
const KEY = 120;
const KEYS = 60;
/** So many keys in a row, and then the milliseconds in which the next words are thought of. */
const BURST = 25;
const PAUSE = 3000;

/** Measures banks of these sizes and prints a row for each. */
export async function bench(root, { say }, sizes = SIZES) {
  say(`Load before: ${loadavg()[0].toFixed(1)}. Each time as measured, then the server's processor time.\n`);
  say('| stories | read, s | a story, ms | answer, ms | answer, MB | change → news, ms | → answer, ms | a match, ms | heap, MB | a story, kB | key while reading, p50 / p95 ms | key later, p50 / p95 ms | a key, ms |');
  say('|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
  const measured = [];
  for (const count of sizes) {
    const row = await measure(root, count);
    measured.push(row);
    const cells = [count, row.read / 1000, `${rounded(row.read / count)} / ${rounded(row.cpu)}`, both(row.answer), row.megabytes, both(row.news), both(row.newAnswer), both(row.match), row.heap / 1e6, row.perStory / 1000, pair(row.typing), pair(row.later), row.key];
    say(`| ${cells.map((cell) => (typeof cell === 'number' ? rounded(cell) : cell)).join(' | ')} |`);
  }
  if (measured.length < 2) return;
  const powers = [({ cpu, count }) => cpu * count, ({ newAnswer }) => newAnswer.cpu, ({ heap }) => heap].map((of) => exponent(measured.map((row) => [row.count, of(row)])).toFixed(2));
  say(`\nThe processor time to read grows with the number of stories to the power of ${powers[0]}, that of an answer after a change with ${powers[1]}, the heap with ${powers[2]}.`);
}

async function measure(root, count) {
  const folder = mkdtempSync(path.join(tmpdir(), 'starwright-bank-'));
  try {
    for (let i = 0; i < FOLDERS; i++) mkdirSync(path.join(folder, `year-${i}`));
    const files = Array.from({ length: count }, (_, i) => path.join(folder, `year-${i % FOLDERS}`, `story-${i}.star.md`));
    files.forEach((file, i) => writeFileSync(file, storyText(i)));
    const server = await BenchServer.start(root, folder);
    try {
      return await measured(server, files);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measured(server, files) {
  const open = await openStory(server, files[0]);
  const empty = await server.usage();
  const before = performance.now();
  const reading = server.wholeBank();
  let done = false;
  reading.then(() => (done = true));
  const typing = await typed(server, open, () => done);
  const bank = await reading;
  const read = performance.now() - before;
  if (bank.stories.length !== files.length) throw new Error(`${bank.stories.length} stories of ${files.length}`);
  const full = await server.usage();
  const answer = await weighed(server, () => server.bank());
  const { news, newAnswer } = await changed(server, files[1]);
  const match = await weighed(server, () => server.connection.sendRequest('starwright/match', { question: 'Tell me about a time a system you owned failed at night.' }));
  let later;
  const keys = await weighed(server, async () => (later = await typed(server, open, (count) => count === KEYS)));
  const key = keys.cpu / KEYS;
  // The keys typed meanwhile are no part of reading.
  const cpu = (full.cpu - empty.cpu) / 1000 - key * typing.length;
  const { heap } = await server.usage();
  return { count: files.length, read, cpu: cpu / files.length, answer, megabytes: JSON.stringify(bank).length / 1e6, heap, perStory: (full.heap - empty.heap) / files.length, news, newAnswer, match, typing, later, key };
}

/** Writes a file anew: how long until there is news, and from then until it is told. */
async function changed(server, file) {
  const { told } = server;
  writeFileSync(file, storyText(123456));
  const news = await weighed(server, async () => {
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 2 }] });
    await server.news(told);
  });
  return { news, newAnswer: await weighed(server, () => server.bank()) };
}

async function openStory(server, file) {
  const textDocument = { uri: pathToFileURL(file).href, languageId: 'markdown', version: 1, text: storyText(0) };
  await server.connection.sendNotification('textDocument/didOpen', { textDocument });
  await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: textDocument.uri } });
  return { ...textDocument, line: textDocument.text.split('\n').findIndex((line) => line.startsWith('I worked')) };
}

/** Presses keys in the story until `enough`, with a pause after each few words: the milliseconds until the diagnostics after each. */
async function typed(server, open, enough) {
  const times = [];
  while (!enough(times.length)) {
    const start = { line: open.line, character: 0 };
    const contentChanges = [{ range: { start, end: start }, text: 'a' }];
    const { time } = await timed(async () => {
      await server.connection.sendNotification('textDocument/didChange', { textDocument: { uri: open.uri, version: ++open.version }, contentChanges });
      await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: open.uri } });
    });
    times.push(time);
    await new Promise((resolve) => setTimeout(resolve, times.length % BURST === 0 ? PAUSE : KEY));
  }
  return times;
}

async function timed(work) {
  const before = performance.now();
  await work();
  return { time: performance.now() - before };
}

/** How many milliseconds some work takes, and how many of the server's processor time. */
async function weighed(server, work) {
  const { cpu } = await server.processor();
  const { time } = await timed(work);
  return { time, cpu: ((await server.processor()).cpu - cpu) / 1000 };
}

const both = ({ time, cpu }) => `${rounded(time)} / ${rounded(cpu)}`;

function pair(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return [0.5, 0.95].map((share) => rounded(sorted[Math.floor(share * (sorted.length - 1))])).join(' / ');
}

const rounded = (value) => (value >= 20 ? Math.round(value).toLocaleString('en') : value.toFixed(1));

// How a bank of stories grows: reading it, asking about it, changing it, typing meanwhile, and the memory it takes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BenchServer } from './server.mjs';
import { storyText } from './stories.mjs';

const SIZES = [1000, 3000, 10000];
const FOLDERS = 50;
/** Milliseconds between two keys of a person who types fast. */
const KEY = 120;

/** Measures banks of these sizes and prints a row for each. */
export async function benchBank(root, sizes = SIZES) {
  console.log('| stories | read, s | one a story, ms | answer, ms | answer, MB | change → news, ms | → answer, ms | a match, ms | heap a story, kB | key while reading, p50 / p95 ms | key later, p50 / p95 ms |');
  console.log('|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|');
  const measured = [];
  for (const count of sizes) {
    const row = await measure(root, count);
    measured.push(row);
    const cells = [count, row.read / 1000, row.read / count, row.answer, row.megabytes, row.news, row.newAnswer, row.match, row.heap / 1000, pair(row.typing), pair(row.later)];
    console.log(`| ${cells.map((cell) => (typeof cell === 'number' ? rounded(cell) : cell)).join(' | ')} |`);
  }
  if (measured.length < 2) return;
  console.log(`\nThe time to read grows with the number of stories to the power of ${exponent(measured, 'read').toFixed(2)}, the time of an answer of ${exponent(measured, 'newAnswer').toFixed(2)}.`);
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
  const empty = await server.heap();
  const open = await openStory(server, files[0]);
  const before = performance.now();
  const reading = server.wholeBank();
  let done = false;
  reading.then(() => (done = true));
  const typing = await typed(server, open, () => done);
  const bank = await reading;
  const read = performance.now() - before;
  if (bank.stories.length !== files.length) throw new Error(`${bank.stories.length} stories of ${files.length}`);
  const answer = await timed(() => server.bank());
  const heap = ((await server.heap()) - empty) / files.length;
  const { news, newAnswer } = await changed(server, files[1]);
  const match = await timed(() => server.connection.sendRequest('starwright/match', { question: 'Tell me about a time a system you owned failed at night.' }));
  const later = await typed(server, open, (keys) => keys === 60);
  return { count: files.length, read, answer: answer.time, megabytes: JSON.stringify(bank).length / 1e6, heap, news, newAnswer, match: match.time, typing, later };
}

/** Writes a file anew: how long until there is news, and from then until it is told. */
async function changed(server, file) {
  const { told } = server;
  writeFileSync(file, storyText(123456));
  const before = performance.now();
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(file).href, type: 2 }] });
  await server.news(told);
  const news = performance.now() - before;
  return { news, newAnswer: (await timed(() => server.bank())).time };
}

async function openStory(server, file) {
  const textDocument = { uri: pathToFileURL(file).href, languageId: 'markdown', version: 1, text: storyText(0) };
  await server.connection.sendNotification('textDocument/didOpen', { textDocument });
  await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: textDocument.uri } });
  return { ...textDocument, line: textDocument.text.split('\n').findIndex((line) => line.startsWith('I worked')) };
}

/** Presses keys in the story until `enough`: the milliseconds until the diagnostics after each. */
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
    await new Promise((resolve) => setTimeout(resolve, KEY));
  }
  return times;
}

async function timed(work) {
  const before = performance.now();
  await work();
  return { time: performance.now() - before };
}

function pair(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return [0.5, 0.95].map((share) => rounded(sorted[Math.floor(share * (sorted.length - 1))])).join(' / ');
}

const rounded = (value) => (value >= 20 ? Math.round(value).toLocaleString('en') : value.toFixed(1));

/** The slope of a line through the logarithms. */
function exponent(rows, name, x = (row) => Math.log(row.count), y = (row) => Math.log(row[name])) {
  const mean = (of) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  return rows.reduce((sum, row) => sum + (x(row) - meanX) * (y(row) - meanY), 0) / rows.reduce((sum, row) => sum + (x(row) - meanX) ** 2, 0);
}

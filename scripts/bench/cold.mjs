// How long a process takes from its start to its answer, interleaved with one that does nothing: `npm run bench -- cold [rounds]`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { storyText } from './stories.mjs';

const PROCESSOR = ['--require', path.join(import.meta.dirname, 'processor.cjs')];

/** Prints a row for each contestant: medians, and what it takes of the time of `node -e 0` in the same round. */
export async function benchCold(root, [rounds = 15] = []) {
  const folder = await mkdtemp(path.join(tmpdir(), 'starwright-bench-'));
  try {
    const contestants = await contestantsIn(root, folder);
    const rows = contestants.map(([title]) => ({ title, wall: [], processor: [], times: [] }));
    for (let round = 0; round < rounds; round++) {
      for (const [index, [, run]] of contestants.entries()) {
        const { wall, processor } = await run();
        rows[index].wall.push(wall);
        rows[index].processor.push(processor);
        rows[index].times.push(processor / rows[0].processor.at(-1));
      }
    }
    print(rows);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function contestantsIn(root, folder) {
  const check = (paths) => () => measured([...PROCESSOR, path.join(root, 'dist/cli.js'), 'check', ...paths]);
  const many = [];
  for (const count of [1, 100, 1000]) {
    const stories = path.join(folder, String(count));
    await mkdir(stories);
    for (let nth = 0; nth < count; nth++) await writeFile(path.join(stories, `${nth}.star.md`), storyText(nth));
    many.push([`check of ${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`, check([stories])]);
  }
  return [['node -e 0', () => measured([...PROCESSOR, '-e', '0'])], ...many, ['server, to the first diagnostics', () => firstDiagnostics(root, path.join(folder, '1/0.star.md'))]];
}

async function measured(args) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return ended(child, start);
}

/** Milliseconds until the process ended, or until `answered`, and of processor time until it ended. */
async function ended(child, start, answered) {
  let said = '';
  child.stdio[3].on('data', (data) => (said += data));
  await once(child, 'close');
  return { wall: (answered ?? performance.now()) - start, processor: Number(said) / 1000 };
}

async function firstDiagnostics(root, file) {
  const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = createRequire(path.join(root, 'package.json'))('vscode-languageserver/node');
  const start = performance.now();
  const child = spawn(process.execPath, [...PROCESSOR, path.join(root, 'dist/server.cjs'), '--stdio'], { stdio: ['pipe', 'pipe', 'ignore', 'pipe'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const told = new Promise((resolve) => connection.onNotification('textDocument/publishDiagnostics', resolve));
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri: pathToFileURL(file).href, languageId: 'markdown', version: 1, text: await readFile(file, 'utf8') };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  await told;
  const answered = performance.now();
  await connection.sendRequest('shutdown');
  const over = ended(child, start, answered);
  await connection.sendNotification('exit');
  return over;
}

function print(rows) {
  console.log('| | median, ms | least, ms | processor time, ms | × `node -e 0` |\n|---|---:|---:|---:|---:|');
  for (const { title, wall, processor, times } of rows) {
    console.log(`| ${title} | ${Math.round(median(wall))} | ${Math.round(Math.min(...wall))} | ${Math.round(median(processor))} | ${median(times).toFixed(1)} |`);
  }
  console.log('');
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
}

// How long a process takes from its start to its answer, interleaved with one that does nothing and with other linters: `npm run bench -- cold [rounds]`.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EditorServer } from './editorServer.mjs';
import { editorServers, PULLED, REMARK } from './editorServers.mjs';
import { peers } from './peers.mjs';
import { inFolder, measured } from './process.mjs';
import { turned } from './rounds.mjs';
import { median, pairedRatio } from './statistics.mjs';
import { storyText } from './stories.mjs';
import { goals, ratio, rounded, table } from './table.mjs';

const NODE = 'node -e 0';
/** How many files, and every which round they are checked: the rounds of many are rounds of the fewer too. */
const COUNTS = [[1, 1], [100, 4], [1000, 8], [10_000, 16]];

/** A row for each contestant: medians, and what it takes of the time of `node -e 0` in the same round. */
export async function bench(root, { say, progress }, [rounds = 10] = []) {
  const installed = await peers();
  await inFolder(installed, async (folder) => {
    const rows = (await contestantsIn(root, folder, installed)).map((contestant) => ({ ...contestant, wall: new Map(), processor: new Map(), memory: [] }));
    for (let round = 0; round < rounds; round++) {
      progress(`cold: round ${round + 1} of ${rounds}`);
      for (const row of turned(rows, round).filter(({ every }) => round % every === 0)) await timeOnce(row, round);
    }
    say(standings(rows));
    say(`\n${goals(reached(rows))}`);
  });
}

async function timeOnce(row, round) {
  const { wall, processor, memory } = await row.run();
  row.wall.set(round, wall);
  if (processor === undefined) return;
  row.processor.set(round, processor);
  row.memory.push(memory);
}

/** Each: a title, every which round, and a function that runs it once. */
async function contestantsIn(root, folder, installed) {
  const contestants = [{ title: NODE, every: 1, run: () => measured(['-e', '0']) }];
  for (const [count, every] of COUNTS) {
    const stories = path.join(folder, String(count));
    await mkdir(stories);
    const names = Array.from({ length: count }, (_, nth) => `${nth}.star.md`);
    for (const [nth, name] of names.entries()) await writeFile(path.join(stories, name), storyText(nth));
    const add = (title, args) => contestants.push({ title: titled(title, count), every, run: () => measured(args, stories) });
    add('starwright check', [path.join(root, 'dist/cli.js'), 'check', '.']);
    add('markdownlint-cli2', [installed.file('markdownlint-cli2/markdownlint-cli2-bin.mjs'), '*.md']);
    add('write-good', [installed.file('write-good/bin/write-good.js'), ...names]);
  }
  return [...contestants, ...(await serversIn(root, folder, installed))];
}

const titled = (title, count) => `${title}, ${count.toLocaleString('en')} ${count === 1 ? 'file' : 'files'}`;

async function serversIn(root, folder, installed) {
  const servers = (await editorServers(root, installed)).filter(({ title }) => title === PULLED || title === REMARK);
  return servers.map((contestant) => ({ title: `${contestant.title === REMARK ? REMARK : 'starwright lsp'}, to the first diagnostics`, every: 1, run: () => firstDiagnostics(contestant, folder) }));
}

async function firstDiagnostics(contestant, folder) {
  const before = performance.now();
  const server = await EditorServer.start(contestant, folder);
  await server.open(path.join(folder, '0.star.md'), storyText(0));
  const wall = performance.now() - before;
  await server.stop();
  return { wall };
}

function standings(rows) {
  const [nothing] = rows;
  const cells = rows.map(({ title, wall, processor, memory }) => {
    const times = [...wall.values()];
    const inProcess = memory.length > 0 ? [rounded(median([...processor.values()])), ratio(pairedRatio(processor, nothing.processor)), rounded(median(memory) / 1e6)] : ['–', '–', '–'];
    return [title, rounded(median(times)), rounded(Math.min(...times)), ratio(pairedRatio(wall, nothing.wall)), ...inProcess];
  });
  return table(['', 'median, ms', 'least, ms', `× \`${NODE}\``, 'processor time, ms', '×', 'most memory, MB'], cells);
}

function reached(rows) {
  const row = (title) => rows.find((each) => each.title === title);
  const check = (count) => titled('starwright check', count);
  return [['wall', 'as measured'], ['processor', 'processor time']].flatMap(([kind, said]) => {
    const beside = (title, other) => pairedRatio(row(title)[kind], row(other)[kind]).median;
    return [
      [`check of one file ÷ \`${NODE}\`, ${said}`, beside(check(1), NODE), 2.5],
      [`check of 1,000 files ÷ markdownlint-cli2, ${said}`, beside(check(1000), titled('markdownlint-cli2', 1000)), 0.5],
      [`a file of 1,000 ÷ one of 100, ${said}`, beside(check(1000), check(100)) / 10, 1],
      [`a file of 10,000 ÷ one of 1,000, ${said}`, beside(check(10_000), check(1000)) / 10, 1.1],
    ];
  });
}

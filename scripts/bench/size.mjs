// How large what ships is, and how much memory it takes: `npm run bench -- size`.
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { packageExtension } from '../lib/package.mjs';
import { EditorServer } from './editorServer.mjs';
import { editorServers, PULLED, PUSHED, REMARK } from './editorServers.mjs';
import { peers } from './peers.mjs';
import { inFolder, measured } from './process.mjs';
import { median } from './statistics.mjs';
import { distinctStory, longStory, storyOfWords, writingPlace } from './stories.mjs';
import { goals, rounded, table } from './table.mjs';
import { entriesOf } from './zip.mjs';

const BUNDLES = ['web/server.js', 'web/rubric.js', 'web/extension.js', 'extension.cjs', 'server.cjs', 'rehearse.js', 'cli.js', 'cli-check.js', 'index.js'];
const PICTURE = /\.(png|svg|gif|jpe?g|webp)$/;
const WORDS = 700;
const LARGE = 150_000;
const ROUNDS = 3;
const KEYS = 100;
const STARTED = `${PULLED}, started as the extension does`;

/** Prints bundles, the .vsix, and the memory of servers and of a check. */
export async function bench(root, { say, progress }) {
  progress('size: packing the extension');
  const shipped = entriesOf(await packageExtension());
  const kilobytes = (entries) => entries.reduce((sum, { packed }) => sum + packed, 0) / 1000;
  const vsix = { all: kilobytes(shipped), plain: kilobytes(shipped.filter(({ name }) => !PICTURE.test(name))) };
  say(table(['', 'kB', 'gzipped, kB'], [...(await bundles(root)), ['the .vsix', '–', rounded(vsix.all)], ['the .vsix without pictures', '–', rounded(vsix.plain)]]));
  const installed = await peers();
  const servers = await inFolder(installed, (folder) => serverMemory(root, installed, folder, progress));
  say(`\n${table(['a server with a story open', 'memory of the process, MB', `after ${KEYS} keys, MB`], servers.map(({ title, opened, typed }) => [title, ...[opened, typed].map((bytes) => rounded(bytes / 1e6))]))}`);
  const check = await inFolder(installed, (folder) => checkMemory(root, folder, progress));
  say(`\n${table(['', 'most memory, MB'], check.map(({ title, most }) => [title, rounded(most / 1e6)]))}`);
  const of = (title) => servers.find((row) => row.title === title).opened;
  say(`\n${goals([
    ['the .vsix without pictures, kB', vsix.plain, 700],
    ...[PULLED, STARTED, PUSHED].map((title) => [`${title}: memory ÷ ${REMARK}’s`, of(title) / of(REMARK), 1]),
    [`memory that ${LARGE.toLocaleString('en')} characters add ÷ their size`, (check.at(-1).most - check[1].most) / LARGE, 40],
  ])}`);
}

function bundles(root) {
  return Promise.all(BUNDLES.map(async (name) => {
    const file = path.join(root, 'dist', name);
    return [`dist/${name}`, rounded((await stat(file)).size / 1000), rounded(gzipSync(await readFile(file)).length / 1000)];
  }));
}

/** Bytes of each server's process once a story is open, and after a while of typing: medians. */
async function serverMemory(root, installed, folder, progress) {
  const servers = await editorServers(root, installed);
  const pulled = servers.find(({ title }) => title === PULLED);
  // What client/src/node.ts tells the process it starts.
  servers.splice(servers.indexOf(pulled) + 1, 0, { ...pulled, title: STARTED, args: ['--max-semi-space-size=2', ...pulled.args] });
  const rows = servers.map((contestant) => ({ contestant, title: contestant.title, opened: [], typed: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    progress(`size: servers, round ${round + 1} of ${ROUNDS}`);
    for (const { contestant, opened, typed } of rows) await measureServer(contestant, folder, opened, typed);
  }
  return rows.map(({ title, opened, typed }) => ({ title, opened: median(opened), typed: median(typed) }));
}

async function measureServer(contestant, folder, opened, typed) {
  const server = await EditorServer.start(contestant, folder);
  const text = storyOfWords(WORDS);
  contestant.opened?.(text);
  await server.open(path.join(folder, 'story.star.md'), text);
  opened.push(await server.memory());
  for (let nth = 0; nth < KEYS; nth++) await server.type('a', writingPlace(text, nth));
  typed.push(await server.memory());
  await server.stop();
}

/** The most memory a check holds: nothing, a usual story, many, and a very long one. */
async function checkMemory(root, folder, progress) {
  const write = async (name, text) => (await writeFile(path.join(folder, name), text), name);
  const many = await Promise.all(Array.from({ length: 300 }, (_, nth) => write(`${nth}.star.md`, distinctStory(nth))));
  const check = (...files) => [path.join(root, 'dist/cli.js'), 'check', ...files];
  const rows = [
    ['node -e 0', ['-e', '0']],
    [`check of a story of ${WORDS} words`, check(await write('usual.star.md', storyOfWords(WORDS)))],
    [`check of ${many.length} stories`, check(...many)],
    [`check of a story of ${LARGE.toLocaleString('en')} characters`, check(await write('large.star.md', longStory(LARGE)))],
  ].map(([title, args]) => ({ title, args, seen: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    progress(`size: checks, round ${round + 1} of ${ROUNDS}`);
    for (const { args, seen } of rows) seen.push((await measured(args, folder)).memory);
  }
  return rows.map(({ title, seen }) => ({ title, most: median(seen) }));
}

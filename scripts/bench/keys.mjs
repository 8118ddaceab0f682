// How long a key takes from the editor to the fresh diagnostics, over stdio, beside other language servers: `npm run bench -- keys [edits]`.
import path from 'node:path';
import { EditorServer } from './editorServer.mjs';
import { editorServers, NOTHING, PULLED, PUSHED, REMARK } from './editorServers.mjs';
import { peers } from './peers.mjs';
import { inFolder } from './process.mjs';
import { turned } from './rounds.mjs';
import { median, pairedRatio, quantile } from './statistics.mjs';
import { longStory, storyOfWords, writingPlace } from './stories.mjs';
import { goals, ratio, rounded, table } from './table.mjs';

const WORDS = 700;
const LARGE = 150_000;
/** Milliseconds after which no more keys are pressed in a text. */
const ENOUGH = 60_000;
const TYPED = 'The second time it happened I asked who had seen it first, and we went through the numbers together before we changed anything at all. ';

/** Types the same keys into each server in turn, in a usual story and in a very long one. */
export async function bench(root, { say, progress }, [edits = 200] = []) {
  const installed = await peers();
  await inFolder(installed, async (folder) => {
    const rows = [];
    try {
      for (const contestant of await editorServers(root, installed)) rows.push({ contestant, server: await EditorServer.start(contestant, folder) });
      const usual = await typed(rows, path.join(folder, 'usual.star.md'), storyOfWords(WORDS), { edits, progress });
      say(`A story of ${WORDS} words, ${usual[0].times.size} keys:\n\n${standings(usual)}`);
      const large = await typed(rows, path.join(folder, 'large.star.md'), longStory(LARGE), { edits, progress });
      say(`\nA story of ${LARGE.toLocaleString('en')} characters, ${large[0].times.size} keys:\n\n${standings(large)}`);
      say(`\n${goals(reached(usual, large))}`);
    } finally {
      await Promise.all(rows.map(({ server }) => server.stop()));
    }
  });
}

async function typed(servers, file, text, { edits, progress }) {
  const rows = servers.map(({ contestant, server }) => ({ contestant, server, title: contestant.title, times: new Map() }));
  for (const row of rows) {
    row.contestant.opened?.(text);
    row.opening = await row.server.open(file, text);
  }
  const { line } = writingPlace(text, 0);
  const until = performance.now() + ENOUGH;
  for (let nth = 0; nth < edits && performance.now() < until; nth++) {
    if (nth % 20 === 0) progress(`keys: ${nth} of ${edits} in ${text.length.toLocaleString('en')} characters`);
    for (const row of turned(rows, nth)) row.times.set(nth, await row.server.type(TYPED[nth % TYPED.length], { line, character: nth }));
  }
  for (const { server } of rows) await server.close();
  return rows;
}

function standings(rows) {
  const of = (title) => rows.find((row) => row.title === title).times;
  const cells = rows.map(({ title, opening, times }) => {
    const shares = [0.5, 0.95, 0.99].map((share) => rounded(quantile([...times.values()], share)));
    return [title, rounded(opening), ...shares, ratio(pairedRatio(times, of(NOTHING))), ratio(pairedRatio(times, of(REMARK)))];
  });
  return table(['', 'opening, ms', 'key p50, ms', 'p95', 'p99', `× ${NOTHING}`, `× ${REMARK}`], cells);
}

function reached(usual, large) {
  const times = (rows, title) => rows.find((row) => row.title === title).times;
  const numbers = (rows, title) => [...times(rows, title).values()];
  return [PULLED, PUSHED].flatMap((title) => [
    [`${title}: a key ÷ ${REMARK}’s`, pairedRatio(times(usual, title), times(usual, REMARK)).median, 1 / 8],
    [`${title}: its p99 ÷ the p50 of ${REMARK}`, quantile(numbers(usual, title), 0.99) / median(numbers(usual, REMARK)), 1],
    [`${title}: a key in the long story ÷ in the usual one, p50`, median(numbers(large, title)) / median(numbers(usual, title)), 3],
  ]);
}

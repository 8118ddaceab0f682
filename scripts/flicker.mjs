// node scripts/flicker.mjs [story…]: types stories key by key, at a person's speed in simulated time, into the real server, and counts
// findings that flicker: that appear and vanish again within two seconds, or vanish and come back. Once as every review is, once held back.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { TypedStory } from './lib/typedStory.mjs';
import { keysOf } from './lib/keys.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const WEAK = 'examples/checkout-down-on-friday.star.md';
const STRONG = 'examples/label-cache-stampede.star.md';
const SOON = 2000;

const files = process.argv.slice(2);
for (const file of files.length > 0 ? files : [WEAK, STRONG].map((name) => path.join(root, name))) {
  const text = readFileSync(file, 'utf8');
  console.log(`\n${path.basename(file)}: ${keysOf(text).length} keys`);
  for (const [title, heldBack] of [['every review', false], ['held back', true]]) print(title, await typed(text, heldBack));
}

/** What was published after each key: `{ at, findings }`, the findings with their identity through edits. */
async function typed(text, heldBack) {
  const story = await TypedStory.open(root, heldBack);
  for (const { key, pause } of keysOf(text)) await story.press(key, pause);
  await story.rest(5000);
  await story.close();
  return story;
}

function print(title, { lives, times }) {
  const flashes = lives.filter(({ born, died }) => died - born < SOON);
  const blinks = lives.filter(({ died, rule }) => lives.some((other) => other.rule === rule && other.born > died && other.born - died < SOON));
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  console.log(`  ${title.padEnd(14)} appeared and vanished again: ${flashes.length}   vanished and came back: ${blinks.length}   shown in all: ${lives.length}   ${mean.toFixed(1)} ms a key`);
  if (process.env.DETAILS) for (const { rule, born, died } of [...flashes, ...blinks]) console.log(`    ${rule} ${born} ${died - born}`);
}

// How the time of a review grows with the text, for an ordinary one and for texts that no person writes: `npm run bench -- growth`.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from '../lib/bundled.mjs';
import { exponent } from './statistics.mjs';
import { distinctStory } from './stories.mjs';
import { goals, rounded, table } from './table.mjs';

const SIZES = [1000, 6000, 34_000, 100_000, 199_000];
/** A size is timed so often, or for so many milliseconds; the least time is the least disturbed. */
const ROUNDS = 3;
const LONG = 250;
const ORDINARY = 'an ordinary story, over and over';
const SHOWN = 10;

/** Prints the ordinary text and the steepest shapes, and how many there are. */
export async function bench(root, { say, progress }) {
  const { parseStory, review } = await import(pathToFileURL(path.join(root, 'dist/index.js')).href);
  const { SHAPES } = await bundled(root, 'test/torture', "export * from './shapes.ts';");
  for (let nth = 0; nth < 50; nth++) review(parseStory(distinctStory(nth)));
  const rows = [];
  for (const [title, shape] of Object.entries(SHAPES)) {
    progress(`growth: ${title}`);
    rows.push({ title, ...curve(shape, (text) => review(parseStory(text))) });
  }
  const steepest = rows.filter(({ title, times }) => title !== ORDINARY && times.size > 1).sort((a, b) => b.power - a.power);
  const shown = [rows.find(({ title }) => title === ORDINARY), ...steepest.slice(0, SHOWN)];
  say(`${rows.length} shapes, the ${SHOWN} steepest of them shown; a text of more lines than a story can have is not read, and not counted.\n`);
  say(table(['', ...SIZES.map((size) => `${size / 1000} kB, ms`), 'µs a character', 'exponent'], shown.map(cells)));
  say(`\n${goals([['exponent of the ordinary text', shown[0].power, 1.1], [`exponent of the steepest, ${steepest[0].title}`, steepest[0].power, 1.1]])}`);
  say(`\n${rows.filter(({ power }) => power > 1.1).length} of ${rows.length} are above 1.1.`);
}

/** The least time of each size, and the power with which it grows over those sizes that are read. */
function curve(shape, read) {
  const times = new Map();
  for (const size of SIZES) {
    const time = least(shape, read, size);
    if (time !== undefined) times.set(size, time);
  }
  return { times, power: exponent([...times]) };
}

/** The least of a few times, each of a text a little shorter than the one before; undefined where it is longer than a story can be. */
function least(shape, read, size) {
  let best = Infinity;
  const until = performance.now() + LONG;
  for (let round = 0; round < ROUNDS && (round === 0 || performance.now() < until); round++) {
    const text = shape(size - 7 * round);
    const before = performance.now();
    const { story } = read(text);
    best = Math.min(best, performance.now() - before);
    if (story.notAStory === 'too-large') return undefined;
  }
  return best;
}

function cells({ title, times, power }) {
  const [size, time] = [...times].at(-1);
  return [title, ...SIZES.map((each) => (times.has(each) ? rounded(times.get(each)) : '–')), rounded((time / size) * 1000), power.toFixed(2)];
}

import fs from 'node:fs';
import path from 'node:path';
import { cellsIn, cellsOf, DOORS, FEATURES, slipsIn, word } from './doors.mjs';
import { readPage, table, trackedPage } from './doorsPage.mjs';
import { artifacts, root } from './paths.mjs';
import { outcome } from './tally.mjs';

const PAGE = path.join(root, 'docs/doors.md');
const LAST_RUN = path.join(artifacts, 'doors.json');

/**
 * Writes artifacts/doors.md, what this run saw of every door and feature, and holds docs/doors.md to it. `whole` is false
 * when suites were left out: then a cell that only they could prove is not tried, rather than wrong.
 */
export function checkDoors(outcomes, whole) {
  const tests = testSources();
  const cells = cellsOf(outcomes);
  const promised = new Set(whole ? [] : tests.flatMap(cellsIn));
  fs.writeFileSync(path.join(artifacts, 'doors.md'), table((cell) => word(cells[cell], promised.has(cell))));
  fs.writeFileSync(LAST_RUN, JSON.stringify({ cells, promised: [...promised] }, null, 2));
  const claimed = readPage(fs.readFileSync(PAGE, 'utf8'));
  const wrong = [...claimed].filter((cell) => !proven(cells[cell]) && word(cells[cell], promised.has(cell)) !== 'not tried here');
  const missing = Object.keys(cells).filter((cell) => proven(cells[cell]) && !claimed.has(cell));
  const failed = [
    ...wrong.map((cell) => `doors: docs/doors.md says yes to ${cell}, and no test of this run showed it`),
    ...missing.map((cell) => `doors: docs/doors.md does not say yes to ${cell}, which a test of this run showed (npm run doors writes it)`),
    ...tests.flatMap(slipsIn).map((slip) => `doors: a test is marked ${slip}, which is no cell`),
  ];
  console.log(`\n── doors: ${Object.values(cells).filter(proven).length} of ${DOORS.length * FEATURES.length} cells shown, in artifacts/doors.md`);
  return outcome({ passed: failed.length === 0 && outcomes.some(({ passed }) => passed > 0) ? 1 : 0, failed });
}

/** Writes docs/doors.md from the last run; a cell that was not tried there stays as it is. */
export function writeDoors() {
  if (!fs.existsSync(LAST_RUN)) throw new Error('No tests ran here yet: npm test');
  const { cells, promised } = JSON.parse(fs.readFileSync(LAST_RUN, 'utf8'));
  const before = fs.existsSync(PAGE) ? readPage(fs.readFileSync(PAGE, 'utf8')) : new Set();
  const kept = [...before].filter((cell) => word(cells[cell], promised.includes(cell)) === 'not tried here');
  fs.writeFileSync(PAGE, trackedPage(new Set([...kept, ...Object.keys(cells).filter((cell) => proven(cells[cell]))])));
}

const proven = (cell) => cell !== undefined && cell.passed > 0 && cell.failed === 0;

function testSources() {
  const folder = path.join(root, 'test');
  const files = fs.readdirSync(folder, { recursive: true }).filter((file) => /\.(ts|mjs|js|py|lua|el)$/.test(file));
  return files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
}

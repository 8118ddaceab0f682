import fs from 'node:fs';

/**
 * What a suite came to: tests that passed, tests that failed (by name), tests that were skipped (by name, with why), and
 * how each cell of the doors that a test names went (`tried`).
 */
export const outcome = ({ passed = 0, failed = [], skipped = [], tried = [] } = {}) => ({ passed, failed, skipped, tried });

/** A whole suite that cannot run on this machine counts as one skip. */
export const notHere = (suite, why) => outcome({ skipped: [{ name: suite, why }] });

/** A suite without tests proves nothing, so it is a failure. */
export function checked(suite, { passed, failed, skipped, tried }) {
  const empty = passed + failed.length + skipped.length === 0;
  return outcome({ passed, failed: empty ? [`${suite}: no test ran`] : failed, skipped, tried });
}

/**
 * Prints every failure and every skip with its reason, and last of all the counts; says whether all is well.
 * With `expected` (names with the reason why each may be skipped), a skip that is not in it is not well.
 */
export function report(outcomes, expected) {
  const all = (part) => outcomes.flatMap((one) => one[part]);
  const passed = outcomes.reduce((sum, one) => sum + one.passed, 0);
  const surprising = expected ? all('skipped').filter(({ name }) => !(name in expected)) : [];
  console.log();
  for (const name of all('failed')) console.log(`failed: ${name}`);
  for (const skip of all('skipped')) console.log(`skipped${surprising.includes(skip) ? ', and not expected to be' : ''}: ${skip.name}: ${skip.why}`);
  console.log(`${passed} passed, ${all('failed').length} failed, ${all('skipped').length} skipped`);
  return all('failed').length + surprising.length === 0 && passed > 0;
}

/** The skips that a file expects: `{ "name": "why" }`. */
export const readExpected = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

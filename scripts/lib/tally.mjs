import fs from 'node:fs';

/**
 * What a suite came to: tests that passed, tests that failed (by name), tests that were skipped (by name, with why),
 * those of the passed that did so at their second try (by name, with why not at the first), and how each cell of the doors
 * that a test names went (`tried`).
 */
export const outcome = ({ passed = 0, failed = [], skipped = [], second = [], tried = [] } = {}) => ({ passed, failed, skipped, second, tried });

/** A journey may be made a second time, for VS Code drops a key, a menu or a line of a task now and then on a busy machine. What does so more often is no accident. */
const MOST_SECOND_TRIES = 2;

/** A whole suite that cannot run on this machine counts as one skip. */
export const notHere = (suite, why) => outcome({ skipped: [{ name: suite, why }] });

/** A suite without tests proves nothing, so it is a failure. */
export function checked(suite, came) {
  const { passed, failed, skipped } = came;
  const empty = passed + failed.length + skipped.length === 0;
  return empty ? { ...came, failed: [`${suite}: no test ran`] } : came;
}

/**
 * Prints every failure, every second try and every skip with its reason, and last of all the counts; says whether all is well.
 * With `expected` (names with the reason why each may be skipped), a skip that is not in it is not well. Many second tries are not well either.
 */
export function report(outcomes, expected) {
  const all = (part) => outcomes.flatMap((one) => one[part]);
  const passed = outcomes.reduce((sum, one) => sum + one.passed, 0);
  const surprising = expected ? all('skipped').filter(({ name }) => !(name in expected)) : [];
  const failed = all('second').length > MOST_SECOND_TRIES ? [...all('failed'), `${all('second').length} tests passed only at their second try, and ${MOST_SECOND_TRIES} may`] : all('failed');
  console.log();
  for (const name of failed) console.log(`failed: ${name}`);
  for (const { name, why } of all('second')) console.log(`passed at the second try: ${name}: ${why}`);
  for (const skip of all('skipped')) console.log(`skipped${surprising.includes(skip) ? ', and not expected to be' : ''}: ${skip.name}: ${skip.why}`);
  console.log(`${passed} passed, ${failed.length} failed, ${all('skipped').length} skipped`);
  return failed.length + surprising.length === 0 && passed > 0;
}

/** The skips that a file expects: `{ "name": "why" }`. */
export const readExpected = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));

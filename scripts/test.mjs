// npm test: installs what it needs, builds, and runs every suite. `--suite NAME` (repeatable) runs only those;
// `--expected-skips FILE` fails on a skip that the file does not name. The last line counts the tests of all suites.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkDoors } from './lib/checkDoors.mjs';
import { build, installDependencies } from './lib/dependencies.mjs';
import { releaseAll } from './lib/leashed.mjs';
import { packageExtension } from './lib/package.mjs';
import { artifacts, tool } from './lib/paths.mjs';
import { node, whenAskedToEnd } from './lib/run.mjs';
import { checked, notHere, outcome, readExpected, report } from './lib/tally.mjs';
import { Unavailable } from './lib/unavailable.mjs';

whenAskedToEnd(releaseAll);
const { values } = parseArgs({ options: { suite: { type: 'string', multiple: true }, 'expected-skips': { type: 'string' } } });
const expected = values['expected-skips'] && readExpected(values['expected-skips']);
fs.mkdirSync(path.join(artifacts, 'reports'), { recursive: true });   // screenshots of suites that are not run this time stay

const outcomes = [];
if (await step('install', installDependencies) && await step('build', build)) {
  await step('typecheck', () => node(tool('typescript/bin/tsc'), ['--build']));
  if (await step('package', packageExtension)) await runSuites();
}
process.exitCode = report(outcomes, expected) ? 0 : 1;

/** Does something that the suites need; only its failure counts. */
async function step(name, work) {
  const began = Date.now();
  try {
    await work();
    console.log(`✓ ${name} (${seconds(began)})`);
    return true;
  } catch (error) {
    console.error(error.message);
    outcomes.push(outcome({ failed: [name] }));
    return false;
  }
}

async function runSuites() {
  const { LANES, REPEATS, SUITES } = await import('./lib/suites.mjs');
  await Promise.all((values.suite ? [values.suite] : LANES).map((lane) => runLane(lane, SUITES, values.suite !== undefined)));
  const leftOut = outcomes.flatMap(({ skipped }) => skipped).filter(({ name }) => name in SUITES && !REPEATS.includes(name));
  outcomes.push(checkDoors(outcomes, values.suite === undefined && leftOut.length === 0));
}

/** One suite after another. What a suite prints is shown when it is through, unless it is alone at the terminal. */
async function runLane(names, suites, alone) {
  for (const name of names) {
    const began = Date.now();
    const log = alone ? undefined : path.join(artifacts, 'reports', `${name}.log`);
    if (log) fs.rmSync(log, { force: true });
    console.log(alone ? `\n── ${name}` : `── ${name} begins`);
    outcomes.push(checked(name, await attempt(name, suites[name], log)));
    if (log && fs.existsSync(log)) console.log(`\n── ${name}\n${fs.readFileSync(log, 'utf8').trim()}`);
    console.log(`── ${name} took ${seconds(began)}`);
  }
}

async function attempt(name, suite, log) {
  if (!suite) return outcome({ failed: [`${name}: there is no such suite`] });
  try {
    return await suite(log);
  } catch (error) {
    if (error instanceof Unavailable) return notHere(name, error.message);
    console.error(error);
    return outcome({ failed: [`${name}: ${error.message}`] });
  }
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(1)} s`;
}

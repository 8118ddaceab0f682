import fs from 'node:fs';
import path from 'node:path';
import { cellsIn, plainTitle } from './doors.mjs';
import { runOnLeash } from './leashed.mjs';
import { artifacts, root, tool } from './paths.mjs';
import { outcome } from './tally.mjs';

/** Runs Vitest and reads what came of it; `args` choose the configuration and the project. What it prints goes to the file `log`, if one is given. */
export async function runVitest(suite, args, { env = {}, log } = {}) {
  const file = path.join(artifacts, 'reports', `${suite}.json`);
  fs.rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runOnLeash(process.execPath, [tool('vitest/vitest.mjs'), 'run', ...args, ...reporters], { env: { ...process.env, ...env }, log });
  if (!fs.existsSync(file)) return outcome({ failed: [`${suite}: Vitest ended with exit code ${code} and no report`] });
  const read = readReport(suite, JSON.parse(fs.readFileSync(file, 'utf8')));
  const unexplained = code !== 0 && read.failed.length === 0;
  return unexplained ? { ...read, failed: [`${suite}: Vitest ended with exit code ${code}`] } : read;
}

function readReport(suite, { testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const named = (test) => `${suite}: ${plainTitle(test.fullName.trim())}`;
  const failed = tests.filter(({ status }) => status === 'failed').map(named);
  const broken = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'));
  return outcome({
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: [...failed, ...broken.map((file) => `${suite}: ${path.relative(root, file.name)} could not be run`)],
    // Vitest keeps what failed at the first try of a test that passed at its second.
    second: tests.filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length > 0).map((test) => ({ name: named(test), why: firstLine(test.failureMessages[0]) })),
    skipped: tests.filter(({ status }) => !['passed', 'failed'].includes(status)).map((test) => ({ name: named(test), why: 'its test file says so' })),
    tried: tests.flatMap(({ title, status }) => cellsIn(title).map((cell) => ({ cell, status: ['passed', 'failed'].includes(status) ? status : 'skipped' }))),
  });
}

const firstLine = (message) => message.split('\n', 1)[0];

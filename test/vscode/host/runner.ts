import { appendFileSync } from 'node:fs';

interface Test {
  name: string;
  body: () => Promise<void> | void;
}

const LIMIT = 20_000;
const tests: Test[] = [];

/** Adds a test. They run in the order in which they were added: the first ones find an editor that no story was opened in. */
export function test(name: string, body: Test['body']): void {
  tests.push({ name, body });
}

/** Runs every test and appends a line of JSON for each to the file that STARWRIGHT_RESULTS names. */
export async function runTests(): Promise<void> {
  const results = process.env['STARWRIGHT_RESULTS'];
  if (!results) throw new Error('STARWRIGHT_RESULTS must name the file for the results');
  for (const { name, body } of tests) {
    const error = await attempt(body);
    appendFileSync(results, `${JSON.stringify({ name, ...(error && { error }) })}\n`);
  }
  appendFileSync(results, `${JSON.stringify({ done: true })}\n`);
}

async function attempt(body: Test['body']): Promise<string | undefined> {
  try {
    await within(LIMIT, body());
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function within(limit: number, work: Promise<void> | void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`nothing after ${limit / 1000} s`)), limit);
    Promise.resolve(work).then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

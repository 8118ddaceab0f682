// Loaded before a program (`--require`): it sees as many processors as PROCESSORS says, each further thread that it starts is a line in the
// file THREADS, and ends as ENDING says: when it starts, or with the first that it is asked for.
const { appendFileSync } = require('node:fs');
const os = require('node:os');
const { isMainThread, parentPort } = require('node:worker_threads');

const { PROCESSORS, THREADS, ENDING } = process.env;
os.availableParallelism = () => Number(PROCESSORS);

const fail = () => {
  throw new Error('on purpose');
};
const ENDINGS = { start: fail, throw: () => parentPort.once('message', fail), exit: () => parentPort.once('message', () => process.exit(7)) };

if (!isMainThread) {
  appendFileSync(THREADS, 'a thread\n');
  ENDINGS[ENDING]?.();
}

// node --import …/disk.mjs PROGRAM: the program runs on a disk that fails as ATTACK_DISK says:
//   full:N     what is written is cut off after N bytes, and the disk is full
//   signal:S:N the process gets signal S at its Nth step on the disk once it writes; a write is cut in half by it
//   slow:MS    every step on the disk takes so many milliseconds more
//   gone:NAME  a file of that name is deleted before it is read
import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

const [kind, first, second] = (process.env.ATTACK_DISK ?? '').split(':');
const own = { ...fs };
const MAKES = { full, signal, slow, gone };
MAKES[kind]?.();
syncBuiltinESMExports();

function full() {
  fs.writeFileSync = (file, data, options) => {
    const bytes = Buffer.from(data);
    if (bytes.length <= Number(first)) return own.writeFileSync(file, data, options);
    own.writeFileSync(file, bytes.subarray(0, Number(first)), options);
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
}

function signal() {
  let steps = -1;
  const step = () => {
    steps++;
    return steps === Number(second);
  };
  const strike = () => process.kill(process.pid, first);
  fs.writeFileSync = (file, data, options) => {
    if (steps < 0) steps = 0;
    if (step()) strike();
    const bytes = Buffer.from(data);
    if (step()) {
      own.writeFileSync(file, bytes.subarray(0, bytes.length >> 1), { ...options, flush: false });
      strike();
      return own.appendFileSync(file, bytes.subarray(bytes.length >> 1));
    }
    return own.writeFileSync(file, bytes, options);
  };
  for (const name of ['linkSync', 'renameSync', 'rmSync', 'chmodSync', 'statSync', 'lstatSync', 'readFileSync', 'mkdirSync']) {
    fs[name] = (...args) => {
      if (steps >= 0 && step()) strike();
      return own[name](...args);
    };
  }
}

function slow() {
  const milliseconds = Number(first);
  const shelf = new Int32Array(new SharedArrayBuffer(4));
  const isOurs = (file) => /\.node_modules|[\\/]dist[\\/]/.test(String(file));
  for (const name of ['readFileSync', 'statSync', 'lstatSync', 'readdirSync', 'existsSync', 'openSync']) {
    fs[name] = (file, ...args) => {
      if (!isOurs(file)) Atomics.wait(shelf, 0, 0, milliseconds);
      return own[name](file, ...args);
    };
  }
  for (const name of ['open', 'opendir', 'readdir', 'readFile', 'stat', 'lstat']) {
    const real = promises[name];
    promises[name] = async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return real(...args);
    };
  }
}

function gone() {
  const before = (file) => {
    if (path.basename(String(file)) === first) own.rmSync(file, { force: true });
  };
  fs.readFileSync = (file, ...args) => {
    before(file);
    return own.readFileSync(file, ...args);
  };
  const open = promises.open;
  promises.open = (file, ...args) => {
    before(file);
    return open(file, ...args);
  };
}

import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

const windows = process.platform === 'win32';
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill()));

/**
 * Runs a command to its end. Its output goes to the terminal as it comes, or, when `quiet`, into the answer.
 * `shell` is for Windows, which finds npm.cmd and code.cmd only through one.
 */
export function run(command, args, { cwd = root, env = process.env, quiet = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'];
    const child = spawn(command, shell ? args.map((arg) => `"${arg}"`) : args, { cwd, env, shell, stdio });
    const said = { stdout: '', stderr: '' };
    for (const name of quiet ? ['stdout', 'stderr'] : []) child[name].setEncoding('utf8').on('data', (text) => (said[name] += text));
    running.add(child);
    child.on('error', (error) => (running.delete(child), reject(error)));
    child.on('close', (code) => (running.delete(child), resolve({ code: code ?? 1, ...said })));
  });
}

/** Like `run`, but a non-zero exit code is an error that carries what the command said. */
export async function must(command, args, options) {
  const done = await run(command, args, options);
  if (done.code === 0) return done;
  const said = `${done.stdout}\n${done.stderr}`.trim();
  throw new Error(`\`${[command, ...args].join(' ')}\` ended with exit code ${done.code}${said && `:\n${said}`}`);
}

/** Runs a JavaScript file with this Node; fails when it fails. */
export const node = (file, args = [], options) => must(process.execPath, [file, ...args], options);

/** Runs npm; fails when it fails. */
export const npm = (args, options) => must('npm', args, { ...options, shell: windows });

/** Whether a command can be run here at all, tried with an option that does nothing. */
export async function works(command, { option = '--version', shell = false } = {}) {
  try {
    return (await run(command, [option], { quiet: true, shell, env: cleanEnvironment() })).code === 0;
  } catch {
    return false;
  }
}

/** The environment without what an editor or npm put there for itself; it would reach into a VS Code started from here. */
export function cleanEnvironment(extra = {}) {
  const foreign = /^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}

/** Calls `end` once when this process is asked to end, then ends it with the code that `end` gives or the usual one. */
export function whenAskedToEnd(end) {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  for (const [signal, usual] of Object.entries(codes)) {
    process.once(signal, async () => process.exit((await end(signal)) ?? usual));
  }
}

import fs from 'node:fs';
import path from 'node:path';
import { installFromDebian } from '../../lib/debian.mjs';
import { run, works } from '../../lib/run.mjs';

/** What would reach another machine, and which programs start. (Node's rings, io_uring, hold files and no sockets.) */
const CALLS = 'trace=%network,execve,clone,clone3,fork,vfork';
/** A line of a trace that reaches for the internet. */
export const INTERNET = /\bsocket\(AF_(INET6?|PACKET)\b|\b(connect|bind|sendto|sendmsg)\(.*sa_family=AF_INET6?\b/;

/** How this machine can watch a process: a syscall trace, and a place without a network; each false where there is none. */
export async function watching() {
  if (process.platform !== 'linux') return { strace: false, alone: false };
  const strace = (await works('strace')) || ((await installFromDebian('strace')) && (await works('strace')));
  const traces = strace && (await run('strace', ['-f', '-e', CALLS, '-o', '/dev/null', 'true'], { quiet: true })).code === 0;
  const alone = await run('unshare', ['-rn', 'true'], { quiet: true }).then(({ code }) => code === 0, () => false);
  return { strace: traces, alone };
}

/** A command under a trace that goes to `file`. */
export const traced = ([command, args], file) => ['strace', ['-f', '--seccomp-bpf', '-s', '300', '-e', CALLS, '-o', file, command, ...args]];

/** A command that leaves what it asks of the network in `file`, run where there is no network; `[command, arguments]`. */
export function watched([command, args], file, { strace, alone }) {
  const run = strace ? traced([command, args], file) : [command, args];
  return alone ? ['unshare', ['-rn', run[0], ...run[1]]] : run;
}

/** The programs that a trace sees start: `under(test)` are the ids of those whose words fit, and of everything they started. */
export function programsIn(trace) {
  const parents = new Map([...trace.matchAll(/^(\d+) +(?:<\.\.\. )?(?:clone3?|v?fork)\b.*? = (\d+)$/gm)].map(([, parent, child]) => [child, parent]));
  const started = [...trace.matchAll(/^(\d+) +execve\((.*)$/gm)];
  const under = (test) => {
    const roots = new Set(started.filter(([, , words]) => test(words)).map(([, id]) => id));
    const isUnder = (id) => id !== undefined && (roots.has(id) || isUnder(parents.get(id)));
    return new Set([...roots, ...parents.keys()].filter(isUnder));
  };
  return { under, count: started.filter(([line]) => !/ = -1 /.test(line)).length };
}

/** The lines of a trace that reach for the internet. */
export function internetIn(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').filter((line) => INTERNET.test(line)) : [`There is no ${path.basename(file)}.`];
}

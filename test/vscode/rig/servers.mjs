import { execFileSync } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';

/** The newest process of a language server that was started from an extension in this folder; undefined when there is none. */
function newest(extensions) {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,stat=,args=', '--sort=start_time'], { encoding: 'utf8', maxBuffer: 1e8 }).split('\n');
  const row = rows.findLast((each) => each.includes(extensions) && each.includes('server.cjs') && !/^\s*\d+\s+Z/.test(each));
  return row && Number.parseInt(row, 10);
}

/** Waits for a language server that was started from an extension in this folder, after the one with the process id `last`; gives its own. */
export async function languageServer(extensions, last, seconds = 30) {
  for (const end = Date.now() + 1000 * seconds; Date.now() < end; await after(20)) {
    const pid = newest(extensions);
    if (pid !== undefined && pid !== last) return pid;
  }
  throw new Error('No language server was started.');
}

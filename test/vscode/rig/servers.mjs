import { execFileSync } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';

/** The processes of language servers that were started from an extension in this folder, oldest first. */
function running(extensions) {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args=', '--sort=start_time'], { encoding: 'utf8', maxBuffer: 1e8 }).split('\n');
  const servers = rows.filter((row) => row.includes(extensions) && row.includes('server.cjs')).map((row) => row.trim().split(/\s+/));
  return servers.filter(([, , state]) => !state.startsWith('Z')).map(([pid, parent]) => ({ pid: Number(pid), parent }));
}

/**
 * Follows the language server of one window, started from an extension in this folder: gives a function that waits for the
 * one that is not `last` and gives its process id. The window is the one whose server was the newest at the first call; the server
 * of an earlier window can live on for a while, and it is no successor of ours.
 */
export function languageServers(extensions) {
  let window;
  return async (last, seconds = 30) => {
    for (const end = Date.now() + 1000 * seconds; Date.now() < end; await after(20)) {
      const newest = running(extensions).findLast(({ parent }) => window === undefined || parent === window);
      window ??= newest?.parent;
      if (newest !== undefined && newest.pid !== last) return newest.pid;
    }
    throw new Error('No language server was started.');
  };
}

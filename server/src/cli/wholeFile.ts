import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a file is called until it is whole: no story, and hidden. The number is that of the process that writes it. */
const PART = /^\.starwright\.(\d+)\.part$/;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const swept = new Set<string>();

/** Writes a text into a file of its own beside a place, on the disk and whole, and lets `give` hand it on; nothing stays of it if that fails. */
export function wholly<T>(place: string, text: string, give: (beside: string) => T): T {
  const folder = dirname(place);
  sweep(folder);
  const beside = join(folder, `.starwright.${process.pid}.part`);
  return undisturbed(() => {
    try {
      writeFileSync(beside, text, { flag: 'wx', flush: true });
      return give(beside);
    } finally {
      rmSync(beside, { force: true });
    }
  });
}

/** Removes what a process that was killed has left in a folder. */
function sweep(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of namesIn(folder)) {
    const pid = PART.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Whether it can be written to is another question.
    return [];
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Does work at whose end a signal, "Ctrl+C" for one, has the effect that it would have had in between. */
function undisturbed<T>(work: () => T): T {
  const stop = (): void => {
    for (const signal of SIGNALS) process.off(signal, obey);
  };
  const obey = (signal: NodeJS.Signals): void => {
    stop();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, obey);
  try {
    return work();
  } finally {
    // A signal is heard between two rounds of the event loop.
    setImmediate(() => setImmediate(stop));
  }
}

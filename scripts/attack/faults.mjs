import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { checksThrow } from './lib/checks.mjs';
import { littleMemory, lockedPlaces, noWhere, slowDisk } from './lib/places.mjs';
import { deafEditor, editorKilled, littleMemoryServer, serverKilled, storm } from './lib/processes.mjs';
import { seeded } from './lib/seeded.mjs';
import { MOST_IDLE } from './lib/typing.mjs';

/** Attacks what the product stands on: the server's process, the disk, the folder, the editor, the memory. */
export async function attack(root, { soak, progress }) {
  const random = seeded();
  const folder = mkdtempSync(path.join(tmpdir(), 'starwright-faults-'));
  const rig = { root, folder, random, cli: path.join(root, 'dist/cli.js'), disk: pathToFileURL(path.join(root, 'scripts/attack/lib/disk.mjs')).href, text: readFileSync(path.join(root, 'test/corpus/201-blocked-log-writer.star.md'), 'utf8') };
  const rows = [];
  try {
    for (const [what, run] of [
      ['the server is killed while somebody types; a fresh one knows the same', () => serverKilled(rig, soak ? 200 : 12)],
      ['the editor dies while the server works; the server goes, too', () => editorKilled(rig, soak ? 200 : 12)],
      ['each check of the rubric throws, one at a time', () => checksThrow(rig)],
      ['a branch switch: so many files change while somebody types', () => storm(rig, soak ? 10_000 : 5_000)],
      ['keys in a folder on a disk that takes half a second for each step', () => slowDisk(rig)],
      ['keys for an editor that answers no request', () => deafEditor(rig)],
      ['stories with 24 MB of memory, on the command line', () => littleMemory(rig, soak ? 3000 : 300)],
      ['keys with 48 MB of memory, in the server', () => littleMemoryServer(rig)],
      ['folders and files that may not be read or written, or are gone', () => lockedPlaces(rig)],
      ['a report, a message or a message about it that has nowhere to go', () => noWhere(rig)],
    ]) {
      progress(what);
      rows.push({ what, ...(await run()) });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { rows, note: `Seed: ${random.seed}. After each attack on a server that lives on, it uses less than ${MOST_IDLE} ms of processor time in a second in which nobody does anything.` };
}

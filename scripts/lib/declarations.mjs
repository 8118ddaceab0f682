import fs from 'node:fs';
import path from 'node:path';
import { root, tool } from './paths.mjs';
import { node } from './run.mjs';

const FROM = path.join(root, 'dist/types/server');
const TO = path.join(root, 'dist/declarations');

/** Writes what the library's types are made of into dist/declarations: what its entry leads to, and nothing else of the engine. */
export async function writeDeclarations() {
  await node(tool('typescript/bin/tsc'), ['--build', path.join(root, 'tsconfig.pure.json')]);
  fs.rmSync(TO, { recursive: true, force: true });
  for (const file of reached('library/index.d.ts')) {
    fs.mkdirSync(path.dirname(path.join(TO, file)), { recursive: true });
    fs.copyFileSync(path.join(FROM, file), path.join(TO, file));
  }
}

/** A declaration file and all that it imports, by path below `FROM`. */
function reached(entry, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const text = fs.readFileSync(path.join(FROM, entry), 'utf8');
  for (const [, target] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)\.js'/g)) reached(path.posix.join(path.posix.dirname(entry), `${target}.d.ts`), seen);
  return seen;
}

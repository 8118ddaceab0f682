import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Puts what a bench said between its marks in docs/performance.md. */
export function writeTables(root, name, text) {
  const file = path.join(root, 'docs/performance.md');
  const page = readFileSync(file, 'utf8');
  const [start, end] = [`<!-- bench ${name} -->\n`, `<!-- /bench ${name} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/performance.md has no place for ${name}.`);
  writeFileSync(file, `${page.slice(0, from + start.length)}\n${text}\n\n${page.slice(to)}`);
}

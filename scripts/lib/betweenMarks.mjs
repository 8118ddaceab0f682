import { readFileSync, writeFileSync } from 'node:fs';

/** Puts a text between the marks `<!-- MARK -->` and `<!-- /MARK -->` of a page, in place of what stands there. @throws Error for a page without them */
export function writeBetweenMarks(file, mark, text) {
  const page = readFileSync(file, 'utf8');
  const [start, end] = [`<!-- ${mark} -->\n`, `<!-- /${mark} -->`];
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for ${mark}.`);
  writeFileSync(file, `${page.slice(0, from + start.length)}\n${text}\n\n${page.slice(to)}`);
}

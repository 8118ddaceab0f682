import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Milliseconds of processor time in a second in which nobody does anything, above which somebody is busy with nothing. */
export const MOST_IDLE = 100;
/** Milliseconds that an answer may take while something else goes on, on a busy machine. */
const MOST_WAIT = 4000;

/** Resolves after so many milliseconds. */
export const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** The codes of findings, in one line. */
export const codes = (found) => found.map(({ code }) => code).sort().join(' ');

/** Writes so many stories into a folder. */
export function storiesIn(folder, count, text, from = 0) {
  for (let nth = from; nth < from + count; nth++) writeFileSync(path.join(folder, `s${nth}.star.md`), `${text}\n\nThat was number ${nth}.\n`);
}

/** The address of a path. */
export const uriOf = (...parts) => pathToFileURL(path.join(...parts)).href;

/** Says goodbye to a server that should be well: idle, and leaving in good order. */
export async function farewell(editor) {
  const broke = [];
  // What was begun may be ended first.
  let idle = await editor.idle(1000);
  for (let left = 20; left > 0 && idle > MOST_IDLE; left--) idle = await editor.idle(1000);
  if (idle > MOST_IDLE) broke.push(`it used ${idle} ms of processor time in a second of nothing`);
  const code = await editor.leave();
  if (code !== 0) broke.push(`it left with ${code}`);
  return broke;
}

/** Types so many words, and gives the milliseconds that each waited for its answer; `broke` where that is too long. */
export async function type(editor, uri, words) {
  const waits = [];
  for (let nth = 0; nth < words; nth++) {
    const began = performance.now();
    await editor.insert(uri, editor.text(uri).length, nth % 8 === 7 ? '.\n' : 'word ');
    await editor.diagnostics(uri);
    waits.push(performance.now() - began);
    await after(20);
  }
  const most = Math.max(...waits);
  return { waits, broke: most > MOST_WAIT ? [`an answer took ${Math.round(most)} ms`] : [] };
}

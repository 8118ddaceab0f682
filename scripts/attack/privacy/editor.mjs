import fs from 'node:fs';
import path from 'node:path';
import { findChromium } from '../../lib/chromium.mjs';
import { packageExtension } from '../../lib/package.mjs';
import { run, works } from '../../lib/run.mjs';
import { Unavailable } from '../../lib/unavailable.mjs';
import { installWorkbench } from '../../lib/workbench.mjs';
import { marksBelow, marksIn } from './marks.mjs';
import { INTERNET, programsIn } from './trace.mjs';

/** The packaged extension in a real VS Code; `rows`, and a `note` on what this machine could not try. */
export async function inEditor(work, here, progress) {
  const set = await prepared();
  if (typeof set === 'string') return { rows: [], note: `The packaged extension in VS Code was **not tried**: ${set}.` };
  progress('a real VS Code');
  const lo = here.alone && (await works('ip', { option: '-V' }));
  const words = [process.execPath, path.join(import.meta.dirname, 'editorRun.mjs'), JSON.stringify({ ...set, work, strace: here.strace })];
  // a page and its server talk over the loopback, which a place without a network has, but down
  const alone = lo ? ['unshare', '-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'] : [];
  const [command, ...args] = [...alone, ...words];
  const { code, stderr } = await run(command, args, { quiet: true });
  const file = path.join(work, 'done.json');
  if (code !== 0 || !fs.existsSync(file)) return { rows: [{ what: 'steps in VS Code', times: 0, broke: [`the walk broke off: ${stderr.trim().split('\n').slice(-12).join(' | ')}`] }] };
  const { done } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const rows = [{ what: `steps of a person in VS Code${lo ? ' without a network' : ''} (${done.join(', ')}): internet sockets of its extension host, with all it starts`, times: done.length, broke: here.strace ? sockets(work) : [] }, kept(work)];
  return { rows, ...(here.strace ? {} : { note: 'Without a trace, VS Code was only searched for what it kept.' }) };
}

/** What the walk needs, or why it is not here. */
async function prepared() {
  try {
    const [workbench, chromium] = [await installWorkbench(), await findChromium()];
    return { workbench, chromium, vsix: await packageExtension() };
  } catch (error) {
    if (error instanceof Unavailable) return error.message;
    throw error;
  }
}

/** VS Code's own server listens for its page, which shows that a socket is noticed; the extension host and what it starts, our server, open none. */
function sockets(work) {
  const trace = fs.readFileSync(path.join(work, 'editor.trace'), 'utf8');
  const programs = programsIn(trace);
  const reaching = trace.split('\n').filter((line) => INTERNET.test(line));
  const host = programs.under((words) => words.includes('--type=extensionHost'));
  const server = programs.under((words) => words.includes('dist/server.cjs'));
  const ours = reaching.filter((line) => host.has(line.split(' ')[0]));
  return [
    ...(host.size === 0 || server.size === 0 ? ['the trace shows no extension host, or no server of ours'] : []),
    ...([...server].every((id) => host.has(id)) ? [] : ['our server is not below the extension host']),
    ...(reaching.length === 0 ? ['VS Code’s own socket was not noticed'] : []),
    ...ours.map((line) => `opens a socket: ${line}`),
  ];
}

/** What is left beside the stories: on the disk VS Code's logs, states and caches, in the browser its storage. */
function kept(work) {
  const { found, read } = marksBelow(path.join(work, 'profile'));
  const browser = JSON.parse(fs.readFileSync(path.join(work, 'browser.json'), 'utf8'));
  const inBrowser = browser.map((text) => [text.split(':')[0], marksIn(text)]).filter(([, around]) => around !== undefined);
  const stories = marksBelow(path.join(work, 'in-editor'));
  return {
    what: 'files and entries that VS Code keeps beside the stories (logs, states, storage of the browser): private words',
    times: read + browser.length,
    broke: [...found, ...inBrowser.map(([key, around]) => `${key}: ${around}`), ...(stories.found.length > 0 && read > 10 && browser.length > 10 ? [] : ['nothing was searched'])],
  };
}

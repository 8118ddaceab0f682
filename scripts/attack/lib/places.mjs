import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Editor } from './editor.mjs';
import { farewell, storiesIn, type, uriOf } from './typing.mjs';

const NOBODY = 65_534;

/** Somebody types while a disk that takes half a second for each step is searched. */
export async function slowDisk({ cli, disk, folder, text }) {
  const cwd = path.join(mkdtempSync(path.join(folder, 'slow-')), 'share/team/stories');
  mkdirSync(cwd, { recursive: true });
  for (let nth = 0; nth < 10; nth++) {
    mkdirSync(path.join(cwd, `f${nth}`));
    storiesIn(path.join(cwd, `f${nth}`), 3, text);
  }
  const editor = await Editor.start(cli, { folders: [cwd], node: ['--import', disk], env: { ATTACK_DISK: 'slow:500' } });
  const uri = uriOf(cwd, 'f0', 's0.star.md');
  await editor.open(uri, text);
  await editor.diagnostics(uri);
  const bank = editor.request('starwright/bank', {});
  const { waits, broke } = await type(editor, uri, 250);
  // One key may wait because the machine is busy; a step on the disk that holds everything up is felt in every folder.
  const held = waits.filter((wait) => wait > 400).length;
  if (held > 4) broke.push(`${held} of 250 keys waited for the disk`);
  await bank;
  return { times: 250, broke: [...broke, ...(await farewell(editor))] };
}

/** Everything is tried on what may not be read, may not be written to, or is gone. */
export async function lockedPlaces({ cli, folder, text }) {
  const cwd = mkdtempSync(path.join(folder, 'locked-'));
  for (const name of ['read', 'write']) mkdirSync(path.join(cwd, name));
  storiesIn(path.join(cwd, 'write'), 1, `${text}\n<!-- star-disable-line no-learning -->`);
  storiesIn(path.join(cwd, 'read'), 1, text);
  const story = path.join(cwd, 'write/s0.star.md');
  const was = readFileSync(story);
  chmodSync(folder, 0o755);
  chmodSync(cwd, 0o755);
  chmodSync(path.join(cwd, 'write'), 0o555);
  chmodSync(path.join(cwd, 'read'), 0o000);
  // Root may read and write everything.
  const uid = process.getuid?.() === 0 ? NOBODY : undefined;
  if (uid !== undefined) for (const place of ['read', 'write', 'write/s0.star.md']) chownSync(path.join(cwd, place), uid, uid);
  const broke = [];
  const tries = [
    ['new', 'write/new.star.md', '--shape', 'mistake'],
    ['new', 'write/deeper/new.star.md', '--shape', 'mistake'],
    ['export', 'write/s0.star.md', '--to', 'write/cards.html'],
    ['check', '--fix', 'write/s0.star.md'],
    ['check', 'read'], ['check', 'gone.star.md'], ['coverage', 'read'], ['match', 'A failure?', 'read'], ['rehearse', 'gone.star.md'],
    ['export', 'gone.star.md', '--to', 'cards.html'], ['new', '--from', 'gone.md'], ['rubric', 'check', 'gone'],
  ];
  for (const args of tries) {
    const { code, said } = await run(cli, args, { cwd, uid });
    if (code !== 2) broke.push(`${args.join(' ')}: exit ${code}`);
    if (!/^starwright: /.test(said) || /\n\s+at /.test(said) || said.trim().split('\n').length > 2) broke.push(`${args.join(' ')}: it said ${JSON.stringify(said.slice(0, 300))}`);
  }
  if (!readFileSync(story).equals(was)) broke.push('a story was changed');
  chmodSync(path.join(cwd, 'read'), 0o755);
  const left = readdirSync(cwd, { recursive: true }).filter((name) => !/^(read|write)$|s0\.star\.md$/.test(name));
  if (left.length > 0) broke.push(`${left.join(', ')} was left`);
  return { times: tries.length, broke };
}

/** Everything is tried without room for what it says. */
export async function noWhere({ cli, folder, text }) {
  const cwd = mkdtempSync(path.join(folder, 'nowhere-'));
  storiesIn(cwd, 2, text);
  const broke = [];
  let times = 0;
  const all = [['check'], ['check', '--format', 'sarif'], ['coverage'], ['match', 'A failure?'], ['rehearse', 's0.star.md'], ['new', '--shape', 'mistake'], ['export', '--to', 'cards.md'], ['--version']];
  for (const args of all) {
    const line = [process.execPath, cli, ...args].map((word) => `'${word}'`).join(' ');
    for (const [where, expected] of [['>/dev/full', /^starwright: .*no room left/], ['>&-', /^/], ['2>/dev/full', /^/], ['2>&-', /^/]]) {
      if (process.platform !== 'linux') continue;
      times++;
      const { code, said } = await ended(spawn('sh', ['-c', `${line} ${where}`], { cwd, stdio: ['ignore', 'pipe', 'pipe'] }));
      if (!expected.test(said) || /\n\s+at /.test(said)) broke.push(`${args.join(' ')} ${where}: it said ${JSON.stringify(said.slice(0, 200))}`);
      if (![0, 2].includes(code) || (where === '>/dev/full' && code !== 2)) broke.push(`${args.join(' ')} ${where}: exit ${code}`);
      rmSync(path.join(cwd, 'cards.md'), { force: true });
      rmSync(path.join(cwd, 'mistake.star.md'), { force: true });
    }
  }
  return { times, broke };
}

/** So many stories are fixed with 24 MB of memory. */
export async function littleMemory({ cli, folder, text }, files) {
  const cwd = mkdtempSync(path.join(folder, 'memory-'));
  storiesIn(cwd, files, text);
  const { code, out, said } = await run(cli, ['check', '--fix', '--format', 'compact'], { cwd, node: ['--max-old-space-size=24'] });
  const broke = code === 0 && said === '' && out.split('\n').length > files ? [] : [`it ended with ${code}: ${said.slice(0, 200)}`];
  if (readdirSync(cwd).length !== files) broke.push('something was left beside the stories');
  return { times: files, broke };
}

/** Runs the command line to its end. */
async function run(program, args, options = {}) {
  return ended(spawn(process.execPath, [...(options.node ?? []), program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...options }));
}

async function ended(child) {
  let [out, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  const [code, signal] = await once(child, 'close');
  return { code: code ?? signal, out, said };
}

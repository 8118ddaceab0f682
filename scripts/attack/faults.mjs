import { spawn } from 'node:child_process';
import { chownSync, chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundled } from '../lib/bundled.mjs';
import { Editor } from './lib/editor.mjs';
import { seeded } from './lib/seeded.mjs';

/** Milliseconds of processor time in a second in which nobody does anything, above which somebody is busy with nothing. */
const MOST_IDLE = 100;
/** Milliseconds that an answer may take while something else goes on, on a busy machine. */
const MOST_WAIT = 4000;
const NOBODY = 65_534;

const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const codes = (found) => found.map(({ code }) => code).sort().join(' ');

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

function storiesIn(folder, count, text, from = 0) {
  for (let nth = from; nth < from + count; nth++) writeFileSync(path.join(folder, `s${nth}.star.md`), `${text}\n\nThat was number ${nth}.\n`);
}

const uriOf = (...parts) => pathToFileURL(path.join(...parts)).href;

/** Says goodbye to a server that should be well: idle, and leaving in good order. */
async function farewell(editor) {
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
async function type(editor, uri, words) {
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

async function serverKilled({ cli, random, text }, times) {
  const broke = [];
  const uri = 'file:///stories/typed.star.md';
  for (let nth = 0; nth < times; nth++) {
    const first = await Editor.start(cli);
    let typed = text;
    await first.open(uri, text);
    const timer = setTimeout(() => first.kill(), random.below(300));
    try {
      for (;;) {
        await first.insert(uri, random.below(typed.length), random.pick(['x', ' I chose ', '\n## Result\n', '🙂']));
        typed = first.text(uri);
        await first.diagnostics(uri);
      }
    } catch {
      clearTimeout(timer);
    }
    const [second, fresh] = await Promise.all([Editor.start(cli), Editor.start(cli)]);
    await second.open(uri, typed);
    await fresh.open('file:///stories/other.star.md', typed);
    const [found, expected] = [codes(await second.diagnostics(uri)), codes(await fresh.diagnostics('file:///stories/other.star.md'))];
    if (found !== expected) broke.push(`seed ${random.seed}, ${nth}: ${found} instead of ${expected}`);
    await Promise.all([second.leave(), fresh.leave()]);
  }
  return { times, broke };
}

async function editorKilled({ cli, random, text, folder }, times) {
  const broke = [];
  const cwd = mkdtempSync(path.join(folder, 'orphan-'));
  storiesIn(cwd, 60, text);
  for (let nth = 0; nth < times; nth++) {
    const editor = await Editor.start(cli, { folders: [cwd] });
    editor.request('starwright/bank', {}).catch(() => {});
    editor.request('workspace/diagnostic', { previousResultIds: [] }).catch(() => {});
    await after(random.below(400));
    const gone = editor.gone.catch(() => 'gone');
    for (const stream of [editor.child.stdin, editor.child.stdout, editor.child.stderr]) stream.destroy();
    if ((await Promise.race([gone, after(5000)])) !== 'gone') {
      broke.push(`${nth}: a server was still there after five seconds`);
      editor.kill();
    }
  }
  return { times, broke };
}

/** In this process: a review in which one thing throws has everything else. */
async function checksThrow({ root, text }) {
  const engine = await bundled(root, 'server/src', `
    export { STRUCTURE_MEASURES, TELLING_MEASURES, FILE_MEASURES } from './review/checks.js';
    export { review } from './review/index.js';
    export { builtinRubric } from './rubric/builtin.js';
    export { parseStory } from './story/index.js';`);
  const rubric = engine.builtinRubric();
  const story = engine.parseStory(`${text}\n\nWe fixed it.\n`);
  const rules = Object.fromEntries(rubric.data.phrases.map(({ code }) => [code, 'hint']));
  const found = () => engine.review(story, rubric, { override: { rules } });
  const broke = [];
  let times = 0;
  const broken = (what, undo) => {
    times++;
    try {
      const { broken: named, tellings } = found();
      if (named.length > 0 && tellings[0].findings.length === 0) broke.push(`${what}: nothing else was found`);
      return named.length;
    } catch (error) {
      broke.push(`${what}: ${error.message}`);
      return 0;
    } finally {
      undo();
    }
  };
  const fault = () => {
    throw new Error('out of order');
  };
  let named = 0;
  for (const measures of [engine.TELLING_MEASURES, engine.FILE_MEASURES]) {
    for (const [name, whole] of Object.entries(measures)) {
      measures[name] = fault;
      named += broken(name, () => (measures[name] = whole));
    }
  }
  const { cuesOf } = rubric;
  for (const { code } of rubric.data.phrases) {
    rubric.cuesOf = (kind, id) => (kind === 'phrase' && id === code ? fault() : cuesOf.call(rubric, kind, id));
    named += broken(code, () => delete rubric.cuesOf);
  }
  if (named < 20) broke.push(`only ${named} checks were named`);
  return { times, broke };
}

async function storm({ cli, folder, text }, files) {
  const cwd = mkdtempSync(path.join(folder, 'storm-'));
  const short = text.slice(0, 400);
  storiesIn(cwd, files, short);
  const editor = await Editor.start(cli, { folders: [cwd] });
  const uri = uriOf(cwd, 's0.star.md');
  await editor.open(uri, short);
  const all = async () => {
    for (;;) {
      const bank = await editor.request('starwright/bank', {});
      if (bank.complete) return bank.stories.length;
      await after(250);
    }
  };
  await all();
  const changes = [];
  for (let nth = 1; nth < files; nth++) {
    const place = path.join(cwd, `s${nth}.star.md`);
    if (nth % 5 === 0) rmSync(place);
    else writeFileSync(place, `${short}\n\nThe other branch, ${nth}.\n`);
    changes.push({ uri: uriOf(place), type: nth % 5 === 0 ? 3 : 2 });
  }
  const gone = changes.filter(({ type }) => type === 3).length;
  storiesIn(cwd, gone, short, files);
  for (let nth = files; nth < files + gone; nth++) changes.push({ uri: uriOf(cwd, `s${nth}.star.md`), type: 1 });
  const typing = type(editor, uri, 60);
  for (let at = 0; at < changes.length; at += 50) {
    await editor.filesChanged(changes.slice(at, at + 50));
    await after(2);
  }
  const { broke } = await typing;
  let stories = await all();
  for (const end = Date.now() + 120_000; stories !== files && Date.now() < end; stories = await all()) await after(500);
  if (stories !== files) broke.push(`${stories} stories are known, and there are ${files}`);
  return { times: changes.length, broke: [...broke, ...(await farewell(editor))] };
}

async function slowDisk({ cli, disk, folder, text }) {
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

async function deafEditor({ cli, folder, text }) {
  const cwd = mkdtempSync(path.join(folder, 'deaf-'));
  storiesIn(cwd, 20, text);
  const editor = await Editor.start(cli, { folders: [cwd], deaf: true });
  const uri = uriOf(cwd, 's0.star.md');
  await editor.open(uri, text);
  const { broke } = await type(editor, uri, 60);
  const { stories } = await editor.request('starwright/bank', {});
  if (stories.length === 0) broke.push('the bank is empty');
  if (editor.shown.length > 0) broke.push(`it said ${editor.shown.length} messages`);
  return { times: 60, broke: [...broke, ...(await farewell(editor))] };
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

async function littleMemory({ cli, folder, text }, files) {
  const cwd = mkdtempSync(path.join(folder, 'memory-'));
  storiesIn(cwd, files, text);
  const { code, out, said } = await run(cli, ['check', '--fix', '--format', 'compact'], { cwd, node: ['--max-old-space-size=24'] });
  const broke = code === 0 && said === '' && out.split('\n').length > files ? [] : [`it ended with ${code}: ${said.slice(0, 200)}`];
  if (readdirSync(cwd).length !== files) broke.push('something was left beside the stories');
  return { times: files, broke };
}

async function littleMemoryServer({ cli, folder, text }) {
  const cwd = mkdtempSync(path.join(folder, 'memory-'));
  storiesIn(cwd, 200, text);
  const editor = await Editor.start(cli, { folders: [cwd], node: ['--max-old-space-size=48'] });
  const uri = uriOf(cwd, 's0.star.md');
  await editor.open(uri, text);
  const { items } = await editor.request('workspace/diagnostic', { previousResultIds: [] });
  const { broke } = await type(editor, uri, 80);
  if (items.length !== 200) broke.push(`${items.length} of 200 stories were reviewed`);
  return { times: 80, broke: [...broke, ...(await farewell(editor))] };
}

async function lockedPlaces({ cli, folder, text }) {
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

async function noWhere({ cli, folder, text }) {
  const cwd = mkdtempSync(path.join(folder, 'nowhere-'));
  storiesIn(cwd, 2, text);
  const broke = [];
  let times = 0;
  const all = [['check'], ['check', '--format', 'sarif'], ['check', '--format', 'json'], ['coverage'], ['match', 'A failure?'], ['rehearse', 's0.star.md'], ['rubric', 'explain', 'no-tradeoff'], ['new', '--shape', 'mistake'], ['export', '--to', 'cards.md'], ['--help'], ['--version']];
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

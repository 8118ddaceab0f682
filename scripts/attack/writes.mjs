import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, linkSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { seeded } from './lib/seeded.mjs';

/** What a fix takes out; then the story is {@link CLEAN}. */
const UNUSED = '<!-- star-disable-line no-learning -->';
const CLEAN = ['---', 'star: 1', 'title: Late labels', 'x-mine:   { kept: "as it is" }   # a comment', '---', '# Late labels', '', '## Situation', '', 'I ran the label service of a depot with forty doors.', '', '## Action', '', 'I chose a queue over a lock because it could wait; the tradeoff was a slower start.', '', '## Result', '', 'Labels came in two seconds, not in nine.', ''].join('\n');
const LITTERED = CLEAN.replace('I chose', `I chose ${UNUSED}`).replace('## Result', `${UNUSED}\n## Result`);

/** What writes, the file it is about, and whether that was there before. */
const WRITERS = [
  { what: 'a new story', args: ['new', 'new.star.md', '--shape', 'mistake'], file: 'new.star.md' },
  { what: 'a story made of a text', args: ['new', 'new.star.md', '--from', 'story.star.md'], file: 'new.star.md' },
  { what: 'the skeleton of an answer', args: ['new', 'answer.md', '--question', 'essential-telemetry'], file: 'answer.md' },
  { what: 'cue cards', args: ['export', 'story.star.md', '--to', 'cards.html'], file: 'cards.html' },
  { what: 'cue cards without names', args: ['export', 'story.star.md', '--to', 'cards.csv', '--redact'], file: 'cards.csv' },
  { what: 'a fix', args: ['check', '--fix', 'story.star.md'], file: 'story.star.md' },
];

/** Texts as other programs leave them: none may come back otherwise than without what the fix takes out. */
const FORMS = [
  ['line feeds', (text) => text],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['lone CR', (text) => text.replaceAll('\n', '\r')],
  ['line endings of both kinds', (text) => text.split('\n').map((line, i) => line + (i % 2 ? '\r\n' : '\n')).join('')],
  ['a byte order mark', (text) => `\uFEFF${text}`],
  ['a byte order mark and CRLF', (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ['two byte order marks', (text) => `\uFEFF\uFEFF${text}`],
  ['no line ending at the end', (text) => text.trimEnd()],
  ['emoji, CJK and combining marks', (text) => text.replaceAll('depot', 'de\u0301pot 倉庫 👩‍💻')],
  ['U+2028 and tabs', (text) => text.replaceAll(' depot', '\tdepot\u2028')],
];

/** Attacks every write: killed at each step and at random moments, a full disk, links, permissions, encodings. */
export async function attack(root, { soak, progress }) {
  const random = seeded();
  const rig = { cli: path.join(root, 'dist/cli.js'), disk: pathToFileURL(path.join(root, 'scripts/attack/lib/disk.mjs')).href, folder: mkdtempSync(path.join(tmpdir(), 'starwright-writes-')) };
  try {
    const rows = [];
    for (const [what, run] of [
      ['killed at each step of a write', () => atEachStep(rig, 'SIGKILL')],
      ['ended by Ctrl+C at each step of a write', () => atEachStep(rig, 'SIGINT')],
      ['killed at a random moment', () => atRandom(rig, random, soak ? 600 : 40)],
      ['the disk is full after so many bytes', () => onFullDisk(rig)],
      ['a file is there already', () => overExisting(rig)],
      ['line endings, byte order marks, unknown front matter', () => inEveryForm(rig)],
      ['bytes that are no UTF-8', () => noUtf8(rig)],
      ['permissions, owners, symbolic and hard links', () => linksAndModes(rig)],
    ]) {
      progress(what);
      rows.push({ what, ...(await run()) });
    }
    return { rows, note: `Seed of the random moments: ${random.seed}.` };
  } finally {
    rmSync(rig.folder, { recursive: true, force: true });
  }
}

/** A process of the command line in a folder of its own, in which a story lies. */
function start({ cli, disk, folder }, args, { how, files = { 'story.star.md': LITTERED } } = {}) {
  const cwd = mkdtempSync(path.join(folder, 'run-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, name), text);
  const child = spawn(process.execPath, [...(how ? ['--import', disk] : []), cli, ...args], { cwd, env: { ...process.env, ...(how && { ATTACK_DISK: how }) }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  child.stdout.resume();
  return { cwd, child, ended: once(child, 'close').then(([code, signal]) => ({ cwd, code, signal, said })) };
}

async function run(rig, args, options) {
  return start(rig, args, options).ended;
}

/** What each writer writes when nobody disturbs it. */
async function undisturbed(rig, { args, file }) {
  const { cwd } = await run(rig, args);
  return readFileSync(path.join(cwd, file));
}

/** What is wrong in a folder after a write that was disturbed: `file` must be as before or as `after`, and nothing else may be new. */
function wrongIn(cwd, file, before, after, { litter = false } = {}) {
  const wrong = [];
  const place = path.join(cwd, file);
  const bytes = existsSync(place) ? readFileSync(place) : undefined;
  if (!(bytes === undefined ? before === undefined : before?.equals(bytes) || after.equals(bytes))) wrong.push(`${file} has ${bytes?.length ?? 'no'} bytes, neither the old nor the new`);
  const others = readdirSync(cwd).filter((name) => name !== file && name !== 'story.star.md');
  if (!litter && others.length > 0) wrong.push(`${others.join(', ')} was left`);
  if (litter && others.some((name) => !/^\.starwright\.\d+\.part$/.test(name))) wrong.push(`${others.join(', ')} could be taken for something`);
  return wrong;
}

const before = (file) => (file === 'story.star.md' ? Buffer.from(LITTERED) : undefined);

/** Kills a writer at its first step on the disk, its second … until it comes through; what a kill leaves, the next write takes away. */
async function atEachStep(rig, signal) {
  let times = 0;
  const broke = [];
  for (const writer of WRITERS) {
    const after = await undisturbed(rig, writer);
    for (let step = 1; ; step++) {
      const { cwd, signal: died } = await run(rig, writer.args, { how: `signal:${signal}:${step}` });
      times++;
      const wrong = wrongIn(cwd, writer.file, before(writer.file), after, { litter: signal === 'SIGKILL' });
      if (signal === 'SIGKILL') wrong.push(...(await afterAnother(rig, cwd, writer, after)));
      broke.push(...new Set(wrong.map((each) => `${writer.what}, ${signal} at step ${step}: ${each}`)));
      if (died === null) break;
    }
  }
  return { times, broke };
}

/** What is wrong once something else was written in the same folder. */
async function afterAnother({ cli }, cwd, { file }, after) {
  await once(spawn(process.execPath, [cli, 'new', 'next.star.md', '--shape', 'mistake'], { cwd, stdio: 'ignore' }), 'close');
  rmSync(path.join(cwd, 'next.star.md'));
  return wrongIn(cwd, file, before(file), after).map((each) => `${each}, after another write`);
}

async function atRandom(rig, random, times) {
  const broke = [];
  const known = new Map();
  for (let nth = 0; nth < times; nth++) {
    const writer = random.pick(WRITERS);
    if (!known.has(writer)) {
      const began = performance.now();
      known.set(writer, { after: await undisturbed(rig, writer), takes: performance.now() - began });
    }
    const { after, takes } = known.get(writer);
    // Nothing is written in the first half of a run.
    const moment = takes * (0.5 + 0.6 * random.next());
    const { child, ended } = start(rig, writer.args);
    const timer = setTimeout(() => child.kill('SIGKILL'), moment);
    const { cwd } = await ended;
    clearTimeout(timer);
    broke.push(...wrongIn(cwd, writer.file, before(writer.file), after, { litter: true }).map((each) => `${writer.what}, killed after ${Math.round(moment)} ms: ${each}`));
  }
  return { times, broke };
}

async function onFullDisk(rig) {
  let times = 0;
  const broke = [];
  for (const { what, args, file } of WRITERS) {
    for (const bytes of [0, 1, 50, 150]) {
      const { cwd, code, said } = await run(rig, args, { how: `full:${bytes}` });
      times++;
      const wrong = wrongIn(cwd, file, before(file), before(file) ?? Buffer.from(''));
      if (code !== 2) wrong.push(`it ended with ${code}`);
      if (!/no room left/.test(said) || said.trim().split('\n').length > 2) wrong.push(`it said ${JSON.stringify(said)}`);
      broke.push(...wrong.map((each) => `${what}, full after ${bytes} bytes: ${each}`));
    }
  }
  return { times, broke };
}

async function overExisting(rig) {
  let times = 0;
  const broke = [];
  for (const { what, args, file } of WRITERS.filter((writer) => writer.file !== 'story.star.md')) {
    const mine = { 'story.star.md': LITTERED, [file]: 'mine' };
    const { cwd, code, said } = await run(rig, args, { files: mine });
    times++;
    if (code !== 2 || !said.includes('exists already') || readFileSync(path.join(cwd, file), 'utf8') !== 'mine') broke.push(`${what} over a file: exit ${code}, ${said.trim()}`);
    // A link that leads nowhere is something, too: what it names must not come to be.
    const linked = start(rig, ['--version']).cwd;
    symlinkSync('elsewhere', path.join(linked, file));
    const child = spawn(process.execPath, [rig.cli, ...args], { cwd: linked, stdio: 'ignore' });
    await once(child, 'close');
    times++;
    if (!lstatSync(path.join(linked, file)).isSymbolicLink() || existsSync(path.join(linked, 'elsewhere'))) broke.push(`${what} went through a link that leads nowhere`);
  }
  return { times, broke };
}

async function inEveryForm(rig) {
  const broke = [];
  for (const [form, make] of FORMS) {
    const { cwd } = await run(rig, ['check', '--fix', 'story.star.md'], { files: { 'story.star.md': make(LITTERED) } });
    const text = readFileSync(path.join(cwd, 'story.star.md'), 'utf8');
    // What is taken out may take the space beside it along; nothing else may differ.
    const bare = (each) => each.replaceAll(UNUSED, '').replace(/[ \t\r\n]+/g, ' ');
    if (text.includes('star-disable')) broke.push(`${form}: nothing was fixed`);
    if (bare(text) !== bare(make(CLEAN))) broke.push(`${form}: more was changed than the fix names`);
    if (text.slice(0, 120) !== make(LITTERED).slice(0, 120)) broke.push(`${form}: the front matter is another`);
    const endings = (each) => new Set(each.match(/\r\n|\r|\n/g));
    if ([...endings(text)].some((ending) => !endings(make(LITTERED)).has(ending))) broke.push(`${form}: a line ends otherwise`);
  }
  return { times: FORMS.length, broke };
}

async function noUtf8(rig) {
  const broke = [];
  const forms = [
    ['Latin-1', Buffer.from(LITTERED.replaceAll('depot', 'dépôt'), 'latin1')],
    ['UTF-16', Buffer.from(`\uFEFF${LITTERED}`, 'utf16le')],
    ['half a character', Buffer.concat([Buffer.from(LITTERED), Buffer.from([0xe2, 0x82])])],
    ['a zero byte', Buffer.concat([Buffer.from(LITTERED), Buffer.from([0])])],
  ];
  for (const [form, bytes] of forms) {
    const { cwd, code, said } = await run(rig, ['check', '--fix', 'story.star.md'], { files: { 'story.star.md': bytes } });
    if (!readFileSync(path.join(cwd, 'story.star.md')).equals(bytes)) broke.push(`${form}: it was written anew`);
    if (code !== 2 || said.trim() === '') broke.push(`${form}: exit ${code}, ${JSON.stringify(said)}`);
  }
  return { times: forms.length, broke };
}

async function linksAndModes(rig) {
  const broke = [];
  const fix = async (cwd, name) => once(spawn(process.execPath, [rig.cli, 'check', '--fix', name], { cwd, stdio: 'ignore' }), 'close');
  const folder = () => {
    const cwd = mkdtempSync(path.join(rig.folder, 'links-'));
    mkdirSync(path.join(cwd, 'real'));
    writeFileSync(path.join(cwd, 'real/story.star.md'), LITTERED);
    return cwd;
  };
  const modes = [0o600, 0o640, 0o644, 0o664, 0o755];
  for (const mode of modes) {
    const cwd = folder();
    const file = path.join(cwd, 'real/story.star.md');
    chmodSync(file, mode);
    symlinkSync('real/story.star.md', path.join(cwd, 'story.star.md'));
    const was = statSync(file);
    await fix(cwd, 'story.star.md');
    const is = statSync(file);
    if (readFileSync(file, 'utf8').includes(UNUSED)) broke.push(`mode ${mode.toString(8)}: nothing was fixed`);
    if (is.mode !== was.mode || is.uid !== was.uid || is.gid !== was.gid) broke.push(`mode ${mode.toString(8)} became ${(is.mode & 0o7777).toString(8)}`);
    if (!lstatSync(path.join(cwd, 'story.star.md')).isSymbolicLink() || readlinkSync(path.join(cwd, 'story.star.md')) !== 'real/story.star.md') broke.push('a link became a file');
  }
  const cwd = folder();
  linkSync(path.join(cwd, 'real/story.star.md'), path.join(cwd, 'other.md'));
  await fix(cwd, 'real/story.star.md');
  if (statSync(path.join(cwd, 'other.md')).ino !== statSync(path.join(cwd, 'real/story.star.md')).ino) broke.push('a hard link was parted');
  return { times: modes.length + 1, broke };
}

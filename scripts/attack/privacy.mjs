// Privacy: nothing of ours opens an internet socket, and nothing that a story says is left in a log, on standard error or on the disk.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { commandsIn } from './privacy/commands.mjs';
import { inEditor } from './privacy/editor.mjs';
import { marksBelow, marksIn, writeStories } from './privacy/marks.mjs';
import { agents, extensionServer, languageServer } from './privacy/sessions.mjs';
import { internetIn, programsIn, watched, watching } from './privacy/trace.mjs';

const THROWING = path.join(import.meta.dirname, 'privacy/throwing.cjs');

/** Processes that a watch must notice, or it proves nothing. */
const CONTROLS = {
  'a connection': "require('node:net').connect(9, '127.0.0.1').on('error', () => {})",
  'a connection of IPv6': "require('node:net').connect(9, '::1').on('error', () => {})",
  'a server': "const s = require('node:net').createServer().on('error', () => {}).listen(0, () => s.close())",
  'a datagram': "require('node:dgram').createSocket('udp4').send('x', 9, '127.0.0.1', function () { this.close(); })",
  'a look-up of a name': "require('node:dns').resolve('example.invalid', () => process.exit())",
  'fetch': "fetch('http://127.0.0.1:8/').catch(() => {})",
};

/** Runs the part; see scripts/attack.mjs. */
export async function attack(root, { soak, progress }) {
  const here = await watching();
  const work = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'starwright-privacy-')));
  const scene = makeScene(root, work, here);
  try {
    const rows = [];
    const notes = [];
    if (here.strace) {
      progress('processes without a network, watched');
      rows.push(await controls(scene), ...(await watchedRows(scene)));
    } else notes.push('There is no `strace` here: which sockets are opened was **not tried**.');
    if (!here.alone) notes.push('A process cannot be put where there is no network here (`unshare -rn`), so all ran with one.');
    progress('reviews that break inside');
    rows.push(...(await brokenRows(scene, soak ? 40 : 3)));
    rows.push(leftRow(scene));
    const { rows: inWindow, note } = await inEditor(work, here, progress);
    rows.push(...inWindow);
    notes.push(...(note ? [note] : []));
    return { rows, note: notes.join('\n') || undefined };
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** Where the product runs: a home, a temporary folder and stories of its own. */
function makeScene(root, work, here) {
  const places = Object.fromEntries(['home', 'tmp', 'traces'].map((name) => [name, path.join(work, name)]));
  for (const place of Object.values(places)) fs.mkdirSync(place);
  const env = { HOME: places.home, TMPDIR: places.tmp, XDG_CACHE_HOME: '', XDG_CONFIG_HOME: '', NODE_COMPILE_CACHE: '' };
  let count = 0;
  const stories = (name) => writeStories(fs.mkdirSync(path.join(work, name), { recursive: true }) ?? path.join(work, name));
  return { root, here, env, ...places, work, stories, cli: path.join(root, 'dist/cli.js'), trace: () => path.join(places.traces, `${count++}`) };
}

async function controls({ env, here, trace, work }) {
  const broke = [];
  for (const [name, code] of Object.entries(CONTROLS)) {
    const file = trace();
    await finish(watched([process.execPath, ['-e', code]], file, here), { cwd: work, env });
    if (internetIn(file).length === 0) broke.push(`${name} was not noticed`);
  }
  return { what: 'processes that do reach for the network, to see that it is noticed', times: Object.keys(CONTROLS).length, broke };
}

async function watchedRows(scene) {
  const { cli, env, here, root, trace } = scene;
  const stories = scene.stories('watched');
  const opened = (what, times, files, logged) => ({
    what,
    times,
    broke: [
      ...files.flatMap(internetIn).map((line) => `opens a socket: ${line}`),
      ...files.filter((file) => programsIn(fs.readFileSync(file, 'utf8')).count > 1).map((file) => `starts a program: ${fs.readFileSync(file, 'utf8').match(/execve.*/g).at(-1)}`),
      ...logged.map(marksIn).filter(Boolean).map((around) => `logs a story: ${around}`),
    ],
  });
  const commands = commandsIn(stories);
  const traces = [];
  const errors = [];
  for (const { args, input } of commands) {
    traces.push(trace());
    const { stderr } = await finish(watched([process.execPath, [cli, ...args]], traces.at(-1), here), { cwd: stories, env, input });
    errors.push(stderr);
  }
  const [lsp, mcp, ipc] = [trace(), trace(), trace()];
  const served = await languageServer(watched([process.execPath, [cli, 'lsp', '--stdio']], lsp, here), stories, env);
  const asked = await agents(watched([process.execPath, [cli, 'mcp']], mcp, here), stories, env);
  const [command, args] = watched([process.execPath, []], ipc, here);
  const extension = await extensionServer([command, args], path.join(root, 'dist/server.cjs'), stories, env);
  return [
    opened('commands, without a network: internet sockets, and private words on standard error', commands.length, traces, errors),
    opened('messages to the language server, the same', served.sent, [lsp], served.logged),
    opened('questions of an agent, the same', asked.sent, [mcp], asked.logged),
    opened('messages to the server in the extension, the same', extension.sent, [ipc], extension.logged),
  ];
}

/** The product with errors thrown inside it that quote what is private. */
async function brokenRows(scene, rounds) {
  const { cli, root } = scene;
  const stories = scene.stories('broken');
  const commands = commandsIn(stories).filter(({ args }) => !args[0].startsWith('--'));
  let [sent, threw] = [0, 0];
  const broke = [];
  const look = (how, logged) => {
    threw += /TypeError/.test(logged) ? 1 : 0;
    const around = marksIn(logged);
    if (around) broke.push(`${how}: ${around}`);
  };
  for (let round = 1; round <= rounds; round++) {
    const throws = `${round * 7919}:${[400, 60, 1000, 8][round % 4]}`;
    const env = { ...scene.env, STARWRIGHT_THROWS: throws };
    const node = [process.execPath, ['--require', THROWING]];
    const { args, input } = commands[(round * 5) % commands.length];
    for (const each of round === 1 ? commands : [{ args, input }]) {
      look(`${throws} ${each.args.join(' ')}`, (await finish([node[0], [...node[1], cli, ...each.args]], { cwd: stories, env, input: each.input })).stderr);
      sent++;
    }
    const served = await languageServer([node[0], [...node[1], cli, 'lsp', '--stdio']], stories, env);
    const extension = await extensionServer(node, path.join(root, 'dist/server.cjs'), stories, env);
    const asked = await agents([node[0], [...node[1], cli, 'mcp']], stories, env).catch(() => ({ sent: 0, logged: [] }));
    for (const [how, { sent: messages, logged }] of Object.entries({ 'lsp --stdio': served, 'server.cjs': extension, mcp: asked })) {
      sent += messages;
      look(`${throws} ${how}`, logged.join('\n'));
    }
  }
  if (threw === 0) broke.push('not one error was thrown: this proves nothing');
  return [{ what: 'commands and messages while what touches a story throws errors that quote it: private words in what is logged', times: sent, broke }];
}

function leftRow({ home, tmp }) {
  const places = [home, tmp].map((place) => marksBelow(place));
  return { what: 'files left in the home, the temporary folder and the caches: private words', times: places.reduce((sum, { read }) => sum + read, 0), broke: places.flatMap(({ found }) => found) };
}

/** What a command says, and its exit code; it is ended after twenty seconds. */
function finish([command, args], { cwd, env, input = '' }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
    const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) child[stream].setEncoding('utf8').on('data', (text) => (said[stream] += text));
    child.stdin.on('error', () => {}).end(input);
    child.on('error', reject).on('close', (code) => (clearTimeout(timer), resolve({ code, ...said })));
  });
}

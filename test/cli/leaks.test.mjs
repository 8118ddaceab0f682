import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandsIn } from '../../scripts/attack/privacy/commands.mjs';
import { MARK, marksBelow, marksIn, writeStories } from '../../scripts/attack/privacy/marks.mjs';
import { agents, extensionServer, languageServer } from '../../scripts/attack/privacy/sessions.mjs';

const ROOT = path.join(import.meta.dirname, '../..');
const CLI = path.join(ROOT, 'dist/cli.js');
const THROWING = ['--require', path.join(ROOT, 'scripts/attack/privacy/throwing.cjs')];
const NO_NETWORK = ['--require', path.join(import.meta.dirname, 'network.cjs')];

let folder;
let home;
let env;
beforeAll(() => {
  folder = writeStories(fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'starwright-leaks-'))));
  home = fs.mkdtempSync(path.join(os.tmpdir(), 'starwright-home-'));
  env = { HOME: home, USERPROFILE: home, LOCALAPPDATA: home, XDG_CACHE_HOME: path.join(home, 'cache'), STARWRIGHT_THROWS: '7:1' };
});
afterAll(() => [folder, home].forEach((each) => fs.rmSync(each, { recursive: true, force: true })));

/** Runs Node; gives its exit code and what it said on standard error. */
function node(words, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: folder, env: { ...process.env, ...env }, stdio: ['pipe', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.stdin.on('error', () => {}).end(input);
    child.on('error', reject).on('close', (code) => resolve({ code, stderr }));
  });
}

describe('an error that quotes a story', () => {
  test('is told without the story by a command', async () => {
    const { code, stderr } = await node([...THROWING, CLI, 'check', 'a.star.md']);
    expect(stderr).toMatch(/^starwright: a\.star\.md: the review broke off; this is a fault in Starwright\. TypeError at .+:\d+:\d+/);
    expect({ code, marks: marksIn(stderr) }).toEqual({ code: 2, marks: undefined });
  });

  test('is told without the story where nobody was prepared for it', async () => {
    const { code, stderr } = await node([...THROWING, CLI, 'new', 'out/never.star.md', '--from', '-'], `# The ${MARK} outage\n`);
    expect(stderr).toMatch(/^starwright: unexpected failure; this is a fault in Starwright\. TypeError at /);
    expect({ code, marks: marksIn(stderr) }).toEqual({ code: 2, marks: undefined });
  });

  test.each([
    ['the language server', () => languageServer([process.execPath, [...THROWING, CLI, 'lsp', '--stdio']], folder, { ...env, STARWRIGHT_THROWS: '3:40' })],
    ['the server in the extension', () => extensionServer([process.execPath, THROWING], path.join(ROOT, 'dist/server.cjs'), folder, { ...env, STARWRIGHT_THROWS: '3:40' })],
    ['the server for agents', () => agents([process.execPath, [...THROWING, CLI, 'mcp']], folder, { ...env, STARWRIGHT_THROWS: '3:40' })],
  ])('is logged without the story by %s', async (who, session) => {
    const { logged } = await session();
    if (!who.includes('agents')) expect(logged.join('\n')).toContain('TypeError at');
    expect(marksIn(logged.join('\n'))).toBeUndefined();
  });
});

describe('without a network', () => {
  test('who reaches for one is noticed', async () => {
    expect(await node([...NO_NETWORK, '-e', "fetch('http://127.0.0.1/')"])).toEqual({ code: 99, stderr: 'reached for a network: fetch\n' });
    expect((await node([...NO_NETWORK, '-e', "require('net').connect(8, '127.0.0.1')"])).code).toBe(99);
  });

  test('every command does what it does, and says nothing of a story on standard error', async () => {
    const kind = ({ args, input }) => [args[0], args.find((arg) => arg.startsWith('--') && arg !== '--format'), typeof input].join(' ');
    const kinds = new Map(commandsIn(folder).map((command) => [kind(command), command]));
    for (const { args, input } of kinds.values()) {
      const { code, stderr } = await node([...NO_NETWORK, CLI, ...args], input);
      expect.soft({ args, reached: code === 99, marks: marksIn(stderr) }).toEqual({ args, reached: false, marks: undefined });
    }
  }, 60_000);

  test('the servers do, and keep nothing in the home or the caches', async () => {
    const said = [
      await languageServer([process.execPath, [...NO_NETWORK, CLI, 'lsp', '--stdio']], folder, env),
      await extensionServer([process.execPath, NO_NETWORK], path.join(ROOT, 'dist/server.cjs'), folder, env),
      await agents([process.execPath, [...NO_NETWORK, CLI, 'mcp']], folder, env),
    ];
    expect(said.map(({ sent }) => sent > 10)).toEqual([true, true, true]);
    expect(said.map(({ logged }) => marksIn(logged.join('\n')))).toEqual([undefined, undefined, undefined]);
    expect(said.flatMap(({ logged }) => logged).join('\n')).not.toContain('reached for a network');
    expect(marksBelow(home).found).toEqual([]);
  });
});

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderWith, starwright, storyWithout } from './run.js';

describe('new', () => {
  test('writes a story that only has slots to fill in @command-line:new-story', async () => {
    const cwd = folderWith({});
    const made = await starwright(['new', '--shape', 'production-incident', '--title', 'Größe: the "café" outage'], { cwd });
    expect(made).toEqual({ code: 0, stdout: 'große-the-cafe-outage.star.md\n', stderr: '' });
    const { stdout } = await starwright(['check', '--format', 'json'], { cwd });
    const [file] = JSON.parse(stdout).files;
    expect(file.story).toMatchObject({ title: 'Größe: the "café" outage', shapes: ['production-incident'] });
    const rules = new Set(file.findings.map(({ rule }: { rule: string }) => rule));
    expect([...rules]).toEqual(['unfilled-placeholder']);
  });

  test('names the file after the shape, adds the extension, makes folders', async () => {
    const cwd = folderWith({});
    await starwright(['new', '--shape', 'mistake'], { cwd });
    expect(existsSync(join(cwd, 'mistake.star.md'))).toBe(true);
    await starwright(['new', 'stories/2026/queue', '--shape', 'mistake'], { cwd });
    expect(existsSync(join(cwd, 'stories/2026/queue.star.md'))).toBe(true);
    await starwright(['new', 'stories/cache.md', '--shape', 'mistake'], { cwd });
    expect(existsSync(join(cwd, 'stories/cache.star.md'))).toBe(true);
    await starwright(['new', 'stories/', '--shape', 'mistake', '--title', 'Late night'], { cwd });
    expect(existsSync(join(cwd, 'stories/late-night.star.md'))).toBe(true);
  });

  test('never overwrites', async () => {
    const cwd = folderWith({ 'mine.star.md': 'mine' });
    const { code, stdout, stderr } = await starwright(['new', 'mine', '--shape', 'mistake'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('starwright: mine.star.md exists already and was left as it is. Choose another name.\n');
    expect(readFileSync(join(cwd, 'mine.star.md'), 'utf8')).toBe('mine');
  });

  test('an unknown or missing shape lists those there are', async () => {
    const unknown = await starwright(['new', '--shape', 'mistke']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toMatch(/unknown shape "mistke"\. Did you mean "mistake"\?/);
    expect(unknown.stderr).toMatch(/^ {2}production-incident {2,}\S/m);
    const missing = await starwright(['new']);
    expect(missing.code).toBe(2);
    expect(missing.stderr).toMatch(/say what to begin with: --shape ID, --question ID or --from FILE\./);
  });
});

describe('new --question', () => {
  test('begins with the first kind of story that answers it, and names the question @command-line:new-story @command-line:questions', async () => {
    const cwd = folderWith({});
    expect(await starwright(['new', '--question', 'incident-end-to-end'], { cwd })).toEqual({ code: 0, stdout: 'incident-end-to-end.star.md\n', stderr: '' });
    const text = readFileSync(join(cwd, 'incident-end-to-end.star.md'), 'utf8');
    expect(text).toMatch(/^shape: production-incident$/m);
    expect(text).toMatch(/^questions:\n {2}- incident-end-to-end$/m);
  });

  test('one that wants no story says so, and gets the skeleton of an answer', async () => {
    const cwd = folderWith({});
    const { code, stdout, stderr } = await starwright(['new', '--question', 'essential-telemetry'], { cwd });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'essential-telemetry.md\n' });
    expect(stderr).toMatch(/"essential-telemetry" wants no story: this is the skeleton of an answer\./);
    expect(readFileSync(join(cwd, 'essential-telemetry.md'), 'utf8')).toMatch(/^# Which metrics, logs and traces/);
  });

  test('an unknown one lists those there are', async () => {
    const { code, stderr } = await starwright(['new', '--question', 'incident-end-to-ned']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/unknown question "incident-end-to-ned"\. Did you mean "incident-end-to-end"\?\n\nQuestions:\n {2}\S/);
  });
});

describe('new --from', () => {
  const POSTMORTEM = '# Labels without text\n\n## Summary\n\nNo labels for an hour.\n\n## Timeline\n\n05:40 first empty label\n\n## Root cause\n\nA font was renamed.\n';

  test('a postmortem, from a file or from standard input, becomes a story', async () => {
    const cwd = folderWith({ 'pm.md': POSTMORTEM });
    expect(await starwright(['new', '--from', 'pm.md'], { cwd })).toEqual({ code: 0, stdout: 'labels-without-text.star.md\n', stderr: '' });
    const text = readFileSync(join(cwd, 'labels-without-text.star.md'), 'utf8');
    expect(text.match(/^##+ .*/gm)).toEqual(['## Situation', '### Summary', '## Action', '### Root cause', '## Notes', '### Timeline']);
    await starwright(['new', 'again', '--from', '-'], { cwd, input: POSTMORTEM });
    expect(readFileSync(join(cwd, 'again.star.md'), 'utf8')).toBe(text);
    expect(readFileSync(join(cwd, 'pm.md'), 'utf8')).toBe(POSTMORTEM);
  });

  test.each([
    ['nothing in it', '\n', 'has no words in it. Name a file with the text of a story.'],
    ['a picture', 'PNG\0\x01', 'it is a binary file, not text.'],
    ['two megabytes', 'word '.repeat(420_000), 'is too long for one story (over 200,000 characters or 5,000 lines). Take the part that tells it.'],
  ])('%s: one clear message, and no file', async (_, text, message) => {
    const cwd = folderWith({ 'text.md': text });
    const { code, stdout, stderr } = await starwright(['new', '--from', 'text.md'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`starwright: text.md: ${message}`);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('makes a story of a text, and of nothing else besides', async () => {
    const { code, stderr } = await starwright(['new', '--from', 'x.md', '--shape', 'mistake']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'starwright: --from makes a story of a text; leave out --shape and --question.\n' });
  });
});

describe('rubric explain', () => {
  test.each(['no-tradeoff', 'tradeoff', 'vague-verb', 'situation-too-long'])('%s @command-line:explain', async (id) => {
    const { code, stdout } = await starwright(['rubric', 'explain', id]);
    expect(code).toBe(0);
    for (const part of ['Weak', 'Strong', 'Source']) expect(stdout).toContain(part);
  });

  test('an unknown one: did you mean', async () => {
    const { code, stderr } = await starwright(['rubric', 'explain', 'no-tradeof']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/nothing is called "no-tradeof"\. Did you mean "no-tradeoff"\?/);
  });
});

describe('help and version', () => {
  test.each([['--help'], ['-h'], ['check', '--help'], ['new', '--help'], ['rubric', '--help'], ['lsp', '--help']])('%s %s', async (...args) => {
    const { code, stdout, stderr } = await starwright(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/Usage: starwright|^Writes|^Reviews/m);
  });

  test('--version', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await starwright(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  test('without a command, the help on standard error and exit 2', async () => {
    const { code, stdout, stderr } = await starwright([]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/Usage: starwright COMMAND/);
  });
});

describe('as part of a pipeline', () => {
  test('a reader that closes early is no failure', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${i}.star.md`, storyWithout('tradeoff')]));
    const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
    const child = spawn(process.execPath, [cli, 'check', '--format', 'json'], { cwd: folderWith(files) });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('lsp --stdio answers initialize', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
    const child = spawn(process.execPath, [cli, 'lsp', '--stdio']);
    const answer = new Promise<string>((resolve) => child.stdout.setEncoding('utf8').on('data', resolve));
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    expect(await answer).toMatch(/^Content-Length: \d+/);
    child.kill();
  });
});

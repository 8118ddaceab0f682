import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, starwright, storyWithout } from './run.js';

const GOOD = storyWithout();
const NOBODY = 65534;

async function checkBeside(name: string, content: string | Uint8Array) {
  const cwd = folderWith({ 'good.star.md': GOOD, [name]: content });
  const { code, stdout, stderr } = await starwright(['check', '--format', 'json', name, 'good.star.md'], { cwd });
  return { code, stderr, reviewed: JSON.parse(stdout).files.map(({ path }: { path: string }) => path) };
}

describe('what cannot be read is said once, and the others are reviewed', () => {
  test('a missing file', async () => {
    const cwd = folderWith({ 'good.star.md': GOOD });
    const { code, stdout, stderr } = await starwright(['check', 'nowhere.star.md', 'good.star.md', '--format', 'json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe('starwright: nowhere.star.md: there is no such file or folder. Check the path.\n');
    expect(JSON.parse(stdout).files).toHaveLength(1);
  });

  test('a folder without stories', async () => {
    const cwd = folderWith({ 'good.star.md': GOOD, 'empty/notes.md': '# Notes\n' });
    const { code, stderr, stdout } = await starwright(['check', 'empty', 'good.star.md', '--format', 'json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe('starwright: empty: has no *.star.md files. Name a folder that has.\n');
    expect(JSON.parse(stdout).files).toHaveLength(1);
  });

  test('a glob that matches nothing', async () => {
    const { code, stderr } = await starwright(['check', 'x/*.star.md'], { cwd: folderWith({}) });
    expect(code).toBe(2);
    expect(stderr).toBe('starwright: x/*.star.md: matches no file. Check the pattern.\n');
  });

  test('a binary file', async () => {
    const { code, stderr, reviewed } = await checkBeside('photo.star.md', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
    expect({ code, reviewed }).toEqual({ code: 2, reviewed: ['good.star.md'] });
    expect(stderr).toMatch(/^starwright: photo\.star\.md: it is a binary file, not text\..*\n$/);
  });

  test('a file that is not valid UTF-8, with its line', async () => {
    const { code, stderr, reviewed } = await checkBeside('old.star.md', Buffer.from('# Old\n\nA caf\xe9 outage.\n', 'latin1'));
    expect({ code, reviewed }).toEqual({ code: 2, reviewed: ['good.star.md'] });
    expect(stderr).toBe('starwright: old.star.md: it is not valid UTF-8 (line 3). Save it as UTF-8 and check it again.\n');
  });

  test('a UTF-16 file', async () => {
    const { code, stderr } = await checkBeside('wide.star.md', Buffer.from('\uFEFF# Wide\n', 'utf16le'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/wide\.star\.md: it is UTF-16 text\. Save it as UTF-8/);
  });

  test('a file without permission', async ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no such permissions');
    // Root may read everything, so root runs this as nobody.
    const uid = process.getuid?.() === 0 ? NOBODY : undefined;
    const cwd = folderWith({ 'good.star.md': GOOD, 'secret.star.md': GOOD });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'secret.star.md'), 0);
    const runs = await starwright(['--version'], { cwd, uid }).catch(() => undefined);
    skip(runs?.code !== 0, 'this is root, and nobody else may run the command here');
    const { code, stderr, stdout } = await starwright(['check', '--format', 'json'], { cwd, uid });
    expect(code).toBe(2);
    expect(stderr).toBe('starwright: secret.star.md: it may not be read or written. Check its permissions.\n');
    expect(JSON.parse(stdout).files).toHaveLength(1);
  });
});

describe('what can be read is reviewed', () => {
  const check = async (text: string) => {
    const { code, stdout, stderr } = await starwright(['check', '-', '--format', 'json'], { input: text });
    const [file] = JSON.parse(stdout).files;
    return { code, stderr, file, rules: file.findings.map(({ rule }: { rule: string }) => rule) };
  };

  test.each(['', '\n\n', '\uFEFF'])('an empty file has at most one hint: %j', async (text) => {
    const { code, stderr, file } = await check(text);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(file.findings.length).toBeLessThanOrEqual(1);
    for (const finding of file.findings) expect(finding.severity).toBe('hint');
  });

  test('no story: one hint', async () => {
    const { file } = await check('- [x] milk\n- [ ] bread\n');
    expect(file.findings.length).toBeLessThanOrEqual(1);
  });

  test('broken YAML in the front matter is placed, and the story still reviewed', async () => {
    const { rules, file } = await check(storyWithout('tradeoff').replace('title: Payment timeouts', 'title: "Payment timeouts'));
    expect(rules).toContain('invalid-front-matter');
    expect(rules).toContain('no-tradeoff');
    const { range } = file.findings.find(({ rule }: { rule: string }) => rule === 'invalid-front-matter');
    expect(range.start.line).toBeGreaterThan(0);
    expect(range.start.line).toBeLessThan(5);
  });

  test('an unknown profile or shape in the front matter: did you mean', async () => {
    const { file } = await check(GOOD.replace('shape: production-incident', 'shape: production-incidnet\nprofile: star-k'));
    const messages = new Map<string, string>(file.findings.map(({ rule, message }: { rule: string; message: string }) => [rule, message]));
    expect(messages.get('unknown-shape')).toMatch(/production-incident/);
    expect(messages.get('unknown-profile')).toMatch(/star-l/);
  });
});

describe('what cannot be understood exits 2 with one message', () => {
  test.each([
    [['check', '--profile', 'balancd'], /unknown profile "balancd"\. Did you mean "balanced"\?/],
    [['check', '--rule', 'no-tradeof=off'], /unknown rule "no-tradeof"\. Did you mean "no-tradeoff"\?/],
    [['check', '--rule', 'no-tradeoff=loud'], /unknown level "loud"\. Use off, hint, information, warning or error\./],
    [['check', '--rule', 'no-tradeoff'], /--rule needs CODE=LEVEL/],
    [['check', '--rule'], /--rule needs a value/],
    [['check', '--rule', '--format', 'json'], /--rule needs a value/],
    [['check', '--formt', 'json'], /unknown option --formt\. Did you mean "--format"\?/],
    [['check', '-x'], /unknown option -x\./],
    [['check', '--format', 'jsn'], /unknown format "jsn"\. Did you mean "json"\?/],
    [['check', '--format', 'sarf'], /Did you mean "sarif"\? Use pretty, json, compact, github or sarif\./],
    [['match', 'why?', '--format', 'sarif'], /unknown format "sarif"\. Use pretty or json\./],
    [['check', '--fix', '-'], /--fix writes into files, and standard input is none\. Name the file instead\./],
    [['check', '--fix=all'], /--fix takes no value/],
    [['check', '--rubric', 'mine'], /mine:1:1: there is no such file or folder/],
    [['check', '--max-warnings', '-1'], /--max-warnings needs a value/],
    [['check', '--max-warnings', 'few'], /--max-warnings needs a whole number, not "few"/],
    [['check', '--all-beats=yes'], /--all-beats takes no value/],
    [['check', '--print-config'], /--print-config needs one file/],
    [['chek'], /unknown command "chek"\. Did you mean "check"\?/],
    [['--versoin'], /unknown option "--versoin"\. Did you mean "--version"\?/],
    [['mcp', 'no-such-folder'], /no-such-folder: there is no such folder/],
    [['rubric', 'check', 'x'], /x: there is no such file or folder/],
    [['rubric', 'chek', 'x'], /unknown command "rubric chek"\. Did you mean "check"\?/],
    [['lsp'], /Add --stdio/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await starwright(args, { cwd: folderWith({ 'good.star.md': GOOD }) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^starwright: .*\n$/);
  });

  test.each([
    ['profile: star-k\n', '.starwright.yaml:1:10: unknown profile "star-k". Did you mean "star-l"?'],
    ['rules:\n  no-tradeof: off\n', '.starwright.yaml:2:3: unknown rule "no-tradeof". Did you mean "no-tradeoff"?'],
    ['rules:\n  no-tradeoff: loud\n', '.starwright.yaml:2:16: unknown level "loud".'],
    ['rules: [no-tradeoff]\n', '.starwright.yaml:1:8: "rules" needs lines of the form'],
    ['wordsPerMinute: 5000\n', '.starwright.yaml:1:17: "wordsPerMinute" needs a number from 60 to 300.'],
    ['profil: star-l\n', '.starwright.yaml:1:1: unknown key "profil". Did you mean "profile"?'],
    ['profile: "star-l\n', '.starwright.yaml:2:1: this is not valid YAML:'],
    ['- a\n', '.starwright.yaml:1:1: expected keys and values'],
  ])('a folder file %j, with line and column; the stories are still reviewed', async (config, message) => {
    const cwd = folderWith({ '.starwright.yaml': config, 'a.star.md': GOOD, 'b.star.md': GOOD });
    const { code, stdout, stderr } = await starwright(['check', '--format', 'json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain(`starwright: ${message}`);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout).files).toHaveLength(2);
  });
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, starwright, storyWithout, type Setting } from './run.js';
import { sarifProblems } from './sarif/validate.js';

const NO_TRADEOFF = storyWithout('tradeoff');
const UNUSED = '<!-- star-disable-line no-learning -->';
const FRAMED = `${storyWithout()}\n## Framing: The pager\n\n### Action\n\nWe fixed the problem.\n`;

async function sarif(cwd: string, args: readonly string[] = [], setting: Setting = {}) {
  const { stdout, stderr, code } = await starwright(['check', '--format', 'sarif', ...args], { cwd, env: { GITHUB_WORKSPACE: cwd }, ...setting });
  const log = JSON.parse(stdout);
  expect(sarifProblems(log)).toEqual([]);
  const [run] = log.runs;
  const results: { ruleId: string; ruleIndex: number; level: string; message: { text: string }; locations: any[]; partialFingerprints: Record<string, string>; fixes?: any[] }[] = run.results;
  return { run, results, stderr, code, of: (rule: string) => results.find(({ ruleId }) => ruleId === rule)! };
}

describe('sarif', () => {
  test('is a valid log of every finding, with its place and level @code-scanning:diagnostics', async () => {
    const cwd = folderWith({ 'stories/weak.star.md': NO_TRADEOFF, 'two.star.md': FRAMED });
    const { run, results, of, code } = await sarif(cwd, ['--rule', 'no-tradeoff=error']);
    const json = JSON.parse((await starwright(['check', '--format', 'json', '--rule', 'no-tradeoff=error'], { cwd })).stdout);
    const findings = json.files.flatMap((file: any) => [file, ...file.tellings]).flatMap((telling: any) => telling.findings);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(findings.map(({ rule }: { rule: string }) => rule));
    expect(of('no-tradeoff')).toMatchObject({
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'stories/weak.star.md', uriBaseId: '%SRCROOT%' }, region: { startLine: 17, startColumn: 1, endLine: 17, endColumn: 10 } } }],
    });
    expect(run).toMatchObject({ columnKind: 'utf16CodeUnits', invocations: [{ executionSuccessful: true, exitCode: 1 }], tool: { driver: { name: 'Starwright' } } });
    expect(code).toBe(1);
  });

  test('a rule says why, what is weak and strong, and how much it weighs @code-scanning:explain', async () => {
    const { run, of } = await sarif(folderWith({ 'weak.star.md': NO_TRADEOFF }));
    const rule = run.tool.driver.rules[of('no-tradeoff').ruleIndex];
    expect(rule).toMatchObject({ id: 'no-tradeoff', shortDescription: { text: 'No tradeoff named' }, defaultConfiguration: { level: 'warning' }, properties: { tags: ['interview-story', 'missing-beat'] } });
    expect(rule.help.markdown).toMatch(/\*\*Weak:\*\* .+\n\n\*\*Strong:\*\* .+/);
    expect(new Set(run.tool.driver.rules.map(({ id }: { id: string }) => id)).size).toBe(run.tool.driver.rules.length);
  });

  test('a fingerprint stays when lines move, and tells two findings of a story apart', async () => {
    const prints = async (text: string) => (await sarif(folderWith({ 'a.star.md': text }))).results.map(({ ruleId, partialFingerprints }) => `${ruleId} ${Object.values(partialFingerprints)[0]}`);
    const weak = NO_TRADEOFF.replace('I capped the retries', 'I fixed the problem. I handled it. I fixed the problem. I capped the retries');
    const before = await prints(weak);
    expect(new Set(before).size).toBe(before.length);
    expect(await prints(weak.replace('## Situation', 'A word before.\n\n\n## Situation').replaceAll('\n', '\r\n'))).toEqual(expect.arrayContaining(before));
  });

  test('has the fixes that are whole, in UTF-16 columns, and none with a slot @code-scanning:fix @code-scanning:positions', async () => {
    const { results, of } = await sarif(folderWith({ 'a.star.md': NO_TRADEOFF.replace('I was on call,', `🚒🚒 I was on call, ${UNUSED}`) }));
    const [fix] = of('unused-suppression').fixes!;
    const start = '🚒🚒 I was on call,'.length + 1;
    expect(fix.artifactChanges[0].replacements).toEqual([{ deletedRegion: { startLine: 15, startColumn: start, endLine: 15, endColumn: start + UNUSED.length + 1 }, insertedContent: { text: '' } }]);
    expect(of('no-tradeoff').fixes).toBeUndefined();
    expect(JSON.stringify(results.map(({ fixes }) => fixes))).not.toMatch(/star-disable-next-line|\[your /);
  });

  test('paths are seen from the repository, escaped, and the same on every computer', async () => {
    const cwd = folderWith({ 'my stories/50% ärger #1.star.md': NO_TRADEOFF });
    const { run, of } = await sarif(join(cwd, 'my stories'), ['.'], { env: { GITHUB_WORKSPACE: cwd } });
    expect(of('no-tradeoff').locations[0].physicalLocation.artifactLocation.uri).toBe('my%20stories/50%25%20%C3%A4rger%20%231.star.md');
    expect(JSON.stringify(run)).not.toContain(cwd);
  });

  test('what could not be read is in it, and the exit code says so', async () => {
    const { run, stderr, code } = await sarif(folderWith({ 'good.star.md': storyWithout(), 'binary.star.md': Buffer.from([0, 1, 2]) }));
    expect(run.invocations).toEqual([{ executionSuccessful: false, exitCode: 2, toolExecutionNotifications: [{ level: 'error', message: { text: expect.stringMatching(/^binary\.star\.md: it is a binary file/) } }] }]);
    expect({ code, stderr: stderr.trimEnd().split('\n').length }).toEqual({ code: 2, stderr: 1 });
  });

  test.each([['no story', {}], ['a good story', { 'a.star.md': storyWithout() }]])('%s has no results', async (_, files) => {
    expect(await sarif(folderWith(files))).toMatchObject({ results: [], code: 0 });
  });

  test('words of a story are no link in a message', async () => {
    const { results } = await sarif(folderWith({ '.starwright.yaml': 'confidentialTerms: ["[x](https://a.example)"]\n', 'a.star.md': storyWithout().replace('checkout service', 'checkout service [x](https://a.example)') }));
    expect(results.map(({ message }) => message.text).filter((text) => /(?<!\\)\]\(/.test(text))).toEqual([]);
  });
});

/** The commands a runner would see in an output: lines that begin with `::`, and the older form anywhere. */
function commands(output: string): { command: string; properties: Record<string, string>; message: string }[] {
  const lines = output.split(/\r\n|\r|\n/);
  expect(lines.filter((line) => !line.trimStart().startsWith('::') && line.includes('##['))).toEqual([]);
  const plain = (text: string): string => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
  return lines.flatMap((line) => {
    const [, command, properties = '', message = ''] = /^\s*::([^: ]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
    if (command === undefined) return [];
    return [{ command, properties: Object.fromEntries(properties.split(',').map((each) => each.split('=').map(plain))), message: plain(message) }];
  });
}

describe('github', () => {
  const check = (cwd: string, ...args: readonly string[]) => starwright(['check', '--format', 'github', ...args], { cwd, env: { GITHUB_WORKSPACE: cwd } });

  test('an annotation for each finding, in its place @github-action:diagnostics @github-action:positions', async () => {
    const { stdout, code } = await check(folderWith({ 'stories/weak.star.md': NO_TRADEOFF }), '--rule', 'action-share-too-low=hint', '--rule', 'no-tradeoff=error');
    expect(commands(stdout)).toContainEqual({ command: 'error', properties: { file: 'stories/weak.star.md', line: '17', endLine: '17', col: '1', endColumn: '10', title: 'no-tradeoff' }, message: expect.stringMatching(/^No tradeoff named\./) });
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^1 story: 1 error/);
    expect(code).toBe(1);
  });

  test('nothing in a story, a path or a folder file becomes a command of its own', async () => {
    const evil = '\n::error::made up ##[warning]made up';
    const name = process.platform === 'win32' ? 'a,b%0A.star.md' : 'a,b:c%0A\n::add-mask::x ##[add-mask]y.star.md';
    const cwd = folderWith({
      [name]: NO_TRADEOFF.replace('title: Payment timeouts', `title: ${JSON.stringify(evil)}`).replace('I was on call', 'I was on call; "::stop-commands::x" ##[error]y'),
      'odd.star.md': Buffer.from([0]),
      '.starwright.yaml': `${JSON.stringify(evil)}: 1\nconfidentialTerms: ["I was on call; \\"::stop-commands::x\\" ##[error]y"]\n`,
    });
    const { stdout, stderr, code } = await check(cwd);
    const seen = commands(stdout);
    expect(code).toBe(2);
    expect(new Set(seen.map(({ command }) => command))).toEqual(new Set(['error', 'warning']));
    expect(seen.filter(({ properties }) => properties['file'] !== undefined).map(({ properties }) => properties['file'])).toEqual(expect.arrayContaining([name.replaceAll('##[', '## [')]));
    expect(commands(stderr)).toEqual([]);
    for (const format of ['pretty', 'compact']) expect(commands((await starwright(['check', '--format', format], { cwd })).stdout)).toEqual([]);
  });
});

describe('compact', () => {
  test('one line a finding, as vim, Emacs and problem matchers read it', async () => {
    const { stdout } = await starwright(['check', '--format', 'compact', '--rule', 'action-share-too-low=off'], { cwd: folderWith({ 'stories/weak.star.md': NO_TRADEOFF, 'good.star.md': storyWithout() }) });
    expect(stdout).toBe('stories/weak.star.md:17:1: warning: No tradeoff named. Say what you chose, over what, and what it cost. (no-tradeoff)\n');
  });
});

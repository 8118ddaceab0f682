import { describe, expect, test } from 'vitest';
import { jargon } from '../jargon.js';
import { folderWith, starwright, storyWithout } from './run.js';

const JARGON = jargon();

const rulesOf = (stdout: string): string[] => JSON.parse(stdout).files.flatMap(({ findings }: { findings: { rule: string }[] }) => findings.map(({ rule }) => rule));
const check = (cwd: string, ...args: string[]) => starwright(['check', '--format', 'json', ...args], { cwd });

describe('a rubric of a person\'s own', () => {
  test('beside the stories, it is found by itself @command-line:own-rubric', async () => {
    const { stdout, stderr } = await check(folderWith({ '.starwright/rubric/phrases/in-house-jargon.yaml': JARGON, 'deep/a.star.md': storyWithout() }), 'deep');
    expect(stderr).toBe('');
    expect(rulesOf(stdout)).toContain('in-house-jargon');
  });

  test('named on the command line, it holds wherever the stories are', async () => {
    const cwd = folderWith({ 'mine/phrases/in-house-jargon.yaml': JARGON, 'a.star.md': storyWithout() });
    expect(rulesOf((await check(cwd, 'a.star.md')).stdout)).not.toContain('in-house-jargon');
    expect(rulesOf((await check(cwd, '--rubric', 'mine', 'a.star.md')).stdout)).toContain('in-house-jargon');
    expect(rulesOf((await check(cwd, '--rubric', 'mine', '--rule', 'in-house-jargon=off', 'a.star.md')).stdout)).not.toContain('in-house-jargon');
  });

  test('a broken one named on the command line stops, with file, line and column', async () => {
    const cwd = folderWith({ 'mine/phrases/in-house-jargon.yaml': JARGON.replace('severity: warning', 'severity: loud'), 'a.star.md': storyWithout() });
    expect(await check(cwd, '--rubric', 'mine', 'a.star.md')).toEqual({ code: 2, stdout: '', stderr: 'starwright: mine/phrases/in-house-jargon.yaml:8:11: "severity" is one of error, warning, information, hint, off.\n' });
  });

  test('a broken one beside the stories is said once; they are reviewed with the built-in rubric', async () => {
    const cwd = folderWith({ '.starwright/rubric/phrases/in-house-jargon.yaml': JARGON.replace('title: In-house jargon\n', ''), 'a.star.md': storyWithout(), 'b.star.md': storyWithout() });
    const { code, stdout, stderr } = await check(cwd);
    expect(code).toBe(2);
    expect(stderr).toBe('starwright: .starwright/rubric/phrases/in-house-jargon.yaml:1:1: "title" is missing.\n');
    expect(JSON.parse(stdout).files).toHaveLength(2);
  });

  test('--print-config says which were read', async () => {
    const cwd = folderWith({ 'mine/phrases/in-house-jargon.yaml': JARGON, 'a.star.md': storyWithout() });
    const { stdout } = await starwright(['check', '--print-config', '--rubric', 'mine', 'a.star.md'], { cwd });
    const config = JSON.parse(stdout);
    expect(config.rubrics).toEqual([expect.stringMatching(/mine$/)]);
    expect(config.rules['in-house-jargon']).toBe('warning');
  });
});

describe('rubric check', () => {
  test('says what a rubric adds, and that its examples hold', async () => {
    const cwd = folderWith({ 'mine/pack.yaml': 'name: Ours\n', 'mine/phrases/in-house-jargon.yaml': JARGON, 'mine/profiles/panel.yaml': 'id: panel\nextends: balanced\nlimits: { maxSeconds: 60 }\n' });
    expect(await starwright(['rubric', 'check', 'mine'], { cwd })).toEqual({ code: 0, stdout: 'Ours: 1 phrase, 1 profile; 2 examples, all as they should be.\n', stderr: '' });
  });

  test('names an example that fails, in its place', async () => {
    const cwd = folderWith({ 'mine/phrases/in-house-jargon.yaml': JARGON.replace('[I fixed the mail queue.]', '[The retry storm was over.]') });
    const { code, stdout } = await starwright(['rubric', 'check', 'mine'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'mine/phrases/in-house-jargon.yaml:13:12: This should not be reported, and is.\n1 problem\n' });
  });

  test('names every problem', async () => {
    const cwd = folderWith({ 'mine/phrases/in-house-jargon.yaml': JARGON.replace('severity', 'severty').replace('[starwright]', 'starwright') });
    const { code, stdout } = await starwright(['rubric', 'check', 'mine'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('mine/phrases/in-house-jargon.yaml:8:1: There is no key "severty" here. Did you mean "severity"?');
    expect(stdout).toContain('mine/phrases/in-house-jargon.yaml:5:10: "sources" has to be a list.');
    expect(stdout).toMatch(/3 problems\n$/);
  });
});

describe('rubric explain', () => {
  test.each([
    ['no-tradeoff', /^No tradeoff named \(no-tradeoff, warning\)\n\n[^]*Weak .*\nStrong .*\n\nSource .*\nSilence .*star-disable-next-line no-tradeoff/],
    ['tradeoff', /^Tradeoff \(tradeoff\)\n\nAn interviewer asks: .*\n\nHeard in\n {2}/],
    ['mistake', /Asks for .*\n\nOpens .*\n\nThey ask next\n {2}- /],
    ['balanced+star-l', /nothing is called "balanced\+star-l"/],
    ['star-l', /^STAR-L \(star-l\)[^]*Sections {2}situation, task, action, result, learning/],
  ])('%s', async (id, said) => {
    const { stdout, stderr } = await starwright(['rubric', 'explain', id]);
    expect(stdout + stderr).toMatch(said);
  });
});

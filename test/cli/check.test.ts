import { describe, expect, test } from 'vitest';
import { folderWith, starwright, STORY, storyWithout } from './run.js';

const GOOD = storyWithout();
const NO_TRADEOFF = storyWithout('tradeoff');

async function checkJson(cwd: string, ...args: readonly string[]) {
  const { stdout, code, stderr } = await starwright(['check', '--format', 'json', ...args], { cwd });
  return { report: JSON.parse(stdout), code, stderr };
}

const rulesOf = (file: { findings: { rule: string }[] }) => file.findings.map(({ rule }) => rule);

describe('exit code', () => {
  test('0 for a good story, 0 for warnings, 1 for errors', async () => {
    const cwd = folderWith({ 'good.star.md': GOOD, 'weak.star.md': NO_TRADEOFF });
    expect(await starwright(['check', 'good.star.md', '--max-warnings', '0'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(await starwright(['check', 'weak.star.md'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(await starwright(['check', 'weak.star.md', '--rule', 'no-tradeoff=error'], { cwd })).toMatchObject({ code: 1, stderr: '' });
  });

  test('1 when there are more warnings than --max-warnings', async () => {
    const cwd = folderWith({ 'weak.star.md': NO_TRADEOFF });
    const { code, stderr } = await starwright(['check', '--max-warnings', '0'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toMatch(/more than the 0 that --max-warnings allows/);
  });
});

describe('json', () => {
  test('has the shape that scripts read @command-line:diagnostics', async () => {
    const cwd = folderWith({ 'stories/weak.star.md': NO_TRADEOFF });
    const { report, code } = await checkJson(cwd, 'stories', '--all-beats');
    expect(code).toBe(0);
    expect(Object.keys(report)).toEqual(['version', 'files', 'summary']);
    expect(report.version).toBe(1);
    const [file] = report.files;
    expect(Object.keys(file)).toEqual(['path', 'profile', 'story', 'tellings', 'beats', 'findings', 'broken']);
    expect(file).toMatchObject({ path: 'stories/weak.star.md', profile: 'balanced', tellings: [] });
    expect(file.story).toMatchObject({ title: 'Payment timeouts', shapes: ['production-incident'] });
    expect(file.story.sections.map(({ role }: { role: string }) => role)).toEqual(['situation', 'task', 'action', 'result', 'learning']);
    expect(Object.keys(file.story.sections[0])).toEqual(['role', 'words', 'sentences', 'seconds', 'range']);
    expect(Object.keys(report.summary)).toEqual(['files', 'errors', 'warnings', 'informations', 'hints']);
    for (const n of [file.story.words, file.story.seconds, ...file.story.sections.map((s: { seconds: number }) => s.seconds)]) expect(n).toSatisfy(Number.isInteger);
  });

  test('lists every beat, with the sentences that were heard', async () => {
    const cwd = folderWith({ 'weak.star.md': NO_TRADEOFF });
    const { report } = await checkJson(cwd);
    const beats = new Map<string, { present: boolean; required: boolean; evidence: unknown[] }>(report.files[0].beats.map((beat: { id: string }) => [beat.id, beat]));
    for (const id of ['ownership', 'failure-mode', 'root-cause', 'tradeoff', 'prevention', 'measured-result', 'directional-result', 'business-impact', 'validation', 'learning']) {
      expect([...beats.keys()]).toContain(id);
    }
    expect(beats.get('tradeoff')).toEqual({ id: 'tradeoff', present: false, required: true, missing: true, evidence: [] });
    expect(beats.get('ownership')).toMatchObject({ present: true, required: true });
    const [evidence] = beats.get('ownership')!.evidence;
    expect(evidence).toMatchObject({ text: STORY.task.split('\n')[2], range: { start: { line: 14, character: 0 } } });
  });

  test('a finding has a message, a place and fixes that are text edits', async () => {
    const cwd = folderWith({ 'weak.star.md': NO_TRADEOFF });
    const { report } = await checkJson(cwd);
    const finding = report.files[0].findings.find(({ rule }: { rule: string }) => rule === 'no-tradeoff');
    expect(Object.keys(finding)).toEqual(['rule', 'severity', 'message', 'range', 'fixes']);
    expect(finding.severity).toBe('warning');
    expect(finding.fixes.length).toBeGreaterThan(0);
    for (const fix of finding.fixes) {
      expect(fix).toEqual({
        title: expect.any(String),
        edits: expect.arrayContaining([{ range: { start: { line: expect.any(Number), character: expect.any(Number) }, end: expect.anything() }, newText: expect.any(String) }]),
      });
    }
    expect(report.summary.warnings).toBeGreaterThanOrEqual(1);
  });

  test('a framing is a telling of its own', async () => {
    const cwd = folderWith({ 'two.star.md': `${GOOD}\n## Framing: Empathy for the pager\n\n### Action\n\nI capped the retries because the pager woke us every night.\n` });
    const { report } = await checkJson(cwd);
    const [telling] = report.files[0].tellings;
    expect(Object.keys(telling)).toEqual(['title', 'words', 'seconds', 'sections', 'beats', 'findings']);
    expect(telling.title).toBe('Empathy for the pager');
    expect(telling.beats.length).toBe(report.files[0].beats.length);
  });
});

describe('positions', () => {
  const places = (report: { files: { findings: { rule: string; range: unknown }[] }[] }) => report.files[0]!.findings.map(({ rule, range }) => ({ rule, range }));

  test('a byte order mark and CRLF change none of them', async () => {
    const cwd = folderWith({
      'plain.star.md': NO_TRADEOFF,
      'bom.star.md': `\uFEFF${NO_TRADEOFF}`,
      'crlf.star.md': NO_TRADEOFF.replaceAll('\n', '\r\n'),
    });
    const plain = places((await checkJson(cwd, 'plain.star.md')).report);
    expect(plain.length).toBeGreaterThan(0);
    expect(places((await checkJson(cwd, 'bom.star.md')).report)).toEqual(plain);
    expect(places((await checkJson(cwd, 'crlf.star.md')).report)).toEqual(plain);
  });

  test('count UTF-16 units, as editors do @command-line:positions', async () => {
    const cwd = folderWith({ 'emoji.star.md': GOOD.replace('I was on call, and', '🚒🚒 I was on call, and') });
    const { report } = await checkJson(cwd);
    const ownership = report.files[0].beats.find(({ id }: { id: string }) => id === 'ownership');
    const { range, text } = ownership.evidence[0];
    expect(range.end.character - range.start.character).toBe(text.length);
  });
});

describe('which stories', () => {
  const FILES = { 'a.star.md': GOOD, 'deep/er/b.star.md': GOOD, 'notes.md': '# Notes\n', 'node_modules/x/c.star.md': GOOD, '.git/d.star.md': GOOD };
  const paths = async (...args: readonly string[]) => (await checkJson(folderWith(FILES), ...args)).report.files.map(({ path }: { path: string }) => path);

  test('a folder is searched, but not what others installed there', async () => {
    expect(await paths()).toEqual(['a.star.md', 'deep/er/b.star.md']);
    expect(await paths('deep')).toEqual(['deep/er/b.star.md']);
  });

  test('globs', async () => {
    expect(await paths('**/*.star.md')).toEqual(['a.star.md', 'deep/er/b.star.md']);
    expect(await paths('*.star.md')).toEqual(['a.star.md']);
    expect(await paths('./deep/*/?.star.md')).toEqual(['deep/er/b.star.md']);
    expect(await paths('{a,b}.star.md', 'deep/**')).toEqual(['a.star.md', 'deep/er/b.star.md']);
  });

  test('a file named twice is reviewed once, under its first name', async () => {
    expect(await paths('./a.star.md', 'a.star.md', '.')).toEqual(['./a.star.md', 'deep/er/b.star.md']);
  });

  test('standard input', async () => {
    const plain = await starwright(['check', '-', '--format', 'json'], { input: NO_TRADEOFF });
    expect(JSON.parse(plain.stdout).files[0].path).toBe('<stdin>');
    const named = await starwright(['check', '-', '--format', 'json', '--stdin-filename', 'stories/x.star.md'], { input: NO_TRADEOFF });
    const [file] = JSON.parse(named.stdout).files;
    expect(file.path).toBe('stories/x.star.md');
    expect(rulesOf(file)).toContain('no-tradeoff');
  });

  test('the current folder without a story is said, and is no failure', async () => {
    const { code, stdout, stderr } = await starwright(['check'], { cwd: folderWith({ 'notes.md': '# Notes\n' }) });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No stories reviewed.\n' });
    expect(stderr).toMatch(/no \*\.star\.md files in this folder/);
  });
});

describe('settings', () => {
  test('the nearest folder file holds, weaker than front matter, stronger than nothing', async () => {
    const cwd = folderWith({
      '.starwright.yaml': 'rules:\n  no-tradeoff: off\n',
      'outer.star.md': NO_TRADEOFF,
      'inner/.starwright.yaml': 'profile: star-l\n',
      'inner/weak.star.md': NO_TRADEOFF,
      'inner/own.star.md': NO_TRADEOFF.replace('star: 1', 'star: 1\nprofile: star-concise'),
    });
    const { report } = await checkJson(cwd);
    const byPath = new Map<string, { profile: string; findings: { rule: string }[] }>(report.files.map((file: { path: string }) => [file.path, file]));
    expect(rulesOf(byPath.get('outer.star.md')!)).not.toContain('no-tradeoff');
    expect(rulesOf(byPath.get('inner/weak.star.md')!)).toContain('no-tradeoff');
    expect(byPath.get('inner/weak.star.md')!.profile).toBe('star-l');
    expect(byPath.get('inner/own.star.md')!.profile).toBe('star-concise');
  });

  test('a flag beats front matter', async () => {
    const cwd = folderWith({ 'own.star.md': NO_TRADEOFF.replace('star: 1', 'star: 1\nprofile: star-concise') });
    const { report } = await checkJson(cwd, '--profile', 'star-l');
    expect(report.files[0].profile).toBe('star-l');
  });

  test('--print-config says what holds and why', async () => {
    const cwd = folderWith({ '.starwright.yaml': 'wordsPerMinute: 120\nrules: { no-tradeoff: hint }\n', 'weak.star.md': NO_TRADEOFF });
    const { stdout, code } = await starwright(['check', '--print-config', 'weak.star.md', '--rule', 'no-learning=off'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      path: 'weak.star.md',
      folderFile: '.starwright.yaml',
      profile: 'balanced',
      shapes: ['production-incident'],
      limits: { wordsPerMinute: 120 },
      rules: { 'no-tradeoff': 'hint', 'no-learning': 'off' },
      from: { wordsPerMinute: 'folder file', 'no-tradeoff': 'folder file', 'no-learning': 'command line' },
    });
  });
});

describe('pretty', () => {
  test('says time, beats and findings, without colour where nobody sees it @command-line:diagnostics', async () => {
    const cwd = folderWith({ 'good.star.md': GOOD, 'weak.star.md': storyWithout('tradeoff', 'learning') });
    const { stdout } = await starwright(['check', 'good.star.md', 'weak.star.md', '--rule', 'action-share-too-low=off'], { cwd });
    expect(stdout).toMatchInlineSnapshot(`
      "good.star.md  Payment timeouts
        78 of 90 s · 183 words · situation 8 s, task 6 s, action 47 s, result 10 s, learning 8 s · production-incident · balanced
        heard business impact, impact first, diagnosis, directional result, failure mode, followed through, learning, measured result, measurements, mitigation, ownership, prevention, it stayed fixed, root cause, tradeoff, how it was known

      weak.star.md  Payment timeouts
        60 of 90 s · 141 words · situation 8 s, task 6 s, action 37 s, result 10 s · production-incident · balanced
        heard business impact, impact first, diagnosis, directional result, failure mode, followed through, measured result, measurements, ownership, prevention, it stayed fixed, root cause, how it was known · missing learning, tradeoff
         7:1  information  What did you take from it? One sentence about what you do differently now.  no-learning
        17:1  warning      No tradeoff named. Say what you chose, over what, and what it cost.         no-tradeoff

      2 stories: 1 warning, 1 information
      "
    `);
  });

  test('the report alone goes to standard output', async () => {
    const cwd = folderWith({ 'weak.star.md': NO_TRADEOFF });
    const { report, stderr } = await checkJson(cwd, 'missing.star.md', 'weak.star.md');
    expect(report.files).toHaveLength(1);
    expect(stderr).toMatch(/missing\.star\.md/);
  });
});

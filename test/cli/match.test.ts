import { expect, test } from 'vitest';
import { fileURLToPath } from 'node:url';
import { folderWith, starwright } from './run.js';

const cwd = fileURLToPath(new URL('../bank', import.meta.url));

test('match ranks the stories of a folder, with reasons @command-line:match @command-line:bank', async () => {
  const { code, stdout, stderr } = await starwright(['match', 'Tell me about a time you failed.', 'stories'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^It asks for: a mistake of your own\.\n\nStrong {4}I dropped the wrong index {2}stories\/dropped-the-wrong-index\.star\.md\n {10}- marked “Mistake”: a mistake of your own\n/);
});

test('match --format json has the fields that scripts read', async () => {
  const { code, stdout } = await starwright(['match', 'Tell me about a time you failed.', 'stories', '--format', 'json'], { cwd });
  const answer = JSON.parse(stdout);
  expect({ code, question: answer.question, wantsStory: answer.wantsStory }).toEqual({ code: 0, question: 'Tell me about a time you failed.', wantsStory: true });
  expect(answer.ranked[0]).toEqual({ path: 'stories/dropped-the-wrong-index.star.md', title: 'I dropped the wrong index', fit: 'strong', reasons: expect.any(Array) });
});

test('a gap names the kind of story to write, and a question that wants none gets an outline', async () => {
  const gap = await starwright(['match', 'Tell me about a time the dashboards were green and users suffered.', 'stories'], { cwd });
  expect(gap.stdout).toMatch(/Gap: none of your stories answers it\.\nWorth writing: A gap in monitoring \(starwright new --shape observability-gap\)\.\n/);
  const none = await starwright(['match', 'What is an error budget?', 'stories'], { cwd });
  expect(none).toMatchObject({ code: 0, stdout: expect.stringMatching(/This question does not want a story from the past\.\nAn outline to fill in/) });
});

test.each<[string, readonly string[], string]>([
  ['no question', ['match'], 'match needs a question: starwright match "QUESTION" [PATH…]'],
  ['an empty question', ['match', ' '], 'the question is empty: starwright match "QUESTION" [PATH…]'],
  ['a path in its place', ['match', 'stories/events-or-polling.star.md'], '"stories/events-or-polling.star.md" is a path; the question comes first: starwright match "QUESTION" stories/events-or-polling.star.md'],
  ['an unknown option', ['match', 'Why?', '--fromat', 'json'], 'unknown option --fromat. Did you mean "--format"? See "starwright match --help".'],
  ['an unknown profile', ['match', 'Why?', 'stories', '--profile', 'balancd'], 'unknown profile "balancd". Did you mean "balanced"?'],
  ['a missing file', ['match', 'Why?', 'nowhere.star.md'], 'nowhere.star.md: there is no such file or folder.'],
])('%s is said in one message', async (_, args, message) => {
  const { code, stderr } = await starwright(args, { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(`starwright: ${message}`);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('a folder without stories says so and answers nothing', async () => {
  const { stdout, stderr } = await starwright(['match', 'Tell me about a time you failed.'], { cwd: folderWith({ 'notes.txt': 'nothing' }) });
  expect(stdout).toBe('');
  expect(stderr).toBe('starwright: there are no *.star.md files in this folder. "starwright new --shape ID" writes one.\n');
});

test('a question of another language, of control characters or of 5,000 characters is answered', async () => {
  for (const question of ['Erzähl mir von einem Fehler.', 'fail\u0007ed\u001b[2J', 'why '.repeat(1250)]) {
    const { code, stdout } = await starwright(['match', question, 'stories'], { cwd });
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/[\u0007\u001b]/);
  }
});

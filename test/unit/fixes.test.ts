import { describe, expect, test } from 'vitest';
import { applied, codesIn, findingOf, fixed, reviewed, STRONG } from './reviewing.js';

describe('a fix writes in the style of the story', () => {
  test.each([
    ['headings', '## Situation\nA.\n\n## Task\nB.\n\n## Action\nI did this and I did that.\n', '## Result\n\n'],
    ['bold', '**Situation:** A.\n\n**Task:** B.\n\n**Action:** I did this and I did that.\n', '\n\n**Result:** '],
    ['a bold list', '- **Situation:** A.\n- **Task:** B.\n- **Action:** I did this and I did that.\n', '\n- **Result:** '],
    ['initials', '- S: A.\n- T: B.\n- A: I did this and I did that.\n', '\n- R: '],
    ['upper case', 'SITUATION: A.\n\nTASK: B.\n\nACTION: I did this and I did that.\n', '\n\nRESULT: '],
    ['a quote', '> **Situation:** A.\n>\n> **Task:** B.\n>\n> **Action:** I did this and I did that.\n', '\n>\n> **Result:** '],
  ])('%s', (_, text, written) => {
    const after = fixed(text, 'missing-section');
    expect(after).toContain(written);
    expect(after.replace(written, '').startsWith(text.trimEnd().slice(0, 30))).toBe(true);
    expect(codesIn(after)).not.toContain('missing-section');
  });
});

describe('the fill-in sentence goes where its beat belongs', () => {
  const strip = (text: string): string => text.replace(/I considered[^]*?one night\.\n/, '');
  test('at the end of the Action', () => {
    const after = fixed(strip(STRONG), 'no-tradeoff');
    expect(after).toMatch(/an alert on slow lookups\. I chose \[[^]*\n\n## Result/);
  });
  test('under its own step, when the story has one', () => {
    const after = fixed(strip(STRONG).replace('I wrote the change', '### Tradeoff\n\n### Implementation\nI wrote the change'), 'no-tradeoff');
    expect(after).toMatch(/### Tradeoff\n\nI chose \[[^\n]*\n\n### Implementation/);
  });
  test('as the next item of a list', () => {
    const text = strip(STRONG).replace(/## Action\n([^]*?)\n\n/, (_, body: string) => `## Action\n${body.split('\n').map((line) => `- ${line}`).join('\n')}\n\n`);
    expect(fixed(text, 'no-tradeoff')).toMatch(/slow lookups\.\n- I chose \[/);
  });
  test('and clears its finding: only the slots are left to fill', () => {
    const after = fixed(strip(STRONG), 'no-tradeoff');
    expect(codesIn(after)).toEqual(['unfilled-placeholder']);
  });
  test('and clears no other: what may be filled in one day is not said yet', () => {
    const bare = strip(STRONG).replace(/I also added[^]*?lookups\.\n/, '');
    expect(codesIn(bare)).toEqual(['no-prevention', 'no-tradeoff']);
    expect(codesIn(fixed(bare, 'no-tradeoff'))).toEqual(['no-prevention', 'unfilled-placeholder']);
  });
});

describe('surplus sentences of the Situation go to the Notes', () => {
  const long = STRONG.replace('\n\n## Task', ' It was August. The office was hot.\n\n## Task');
  test('those that carry no evidence first, and nothing is lost', () => {
    const after = fixed(long, 'situation-too-long');
    expect(after).toContain('at the desk. It was August.\n\n## Task');
    expect(after.endsWith('## Notes\n\n- The office was hot.\n')).toBe(true);
    expect(codesIn(after)).toEqual([]);
  });
  test('into Notes that are there already', () => {
    const after = fixed(`${long}\n## Notes\n\n- Kept.\n`, 'situation-too-long');
    expect(after).toContain('- Kept.\n- The office was hot.');
  });
  test('bullets move as lines', () => {
    const bullets = long.replace(/## Situation\n([^]*?)\n\n## Task/, (_, body: string) => `## Situation\n${body.split(/(?<=\.) /).map((line) => `- ${line}`).join('\n')}\n\n## Task`);
    const after = fixed(bullets, 'situation-too-long');
    expect(after).toContain('- It was August.\n\n## Task');
  });
});

describe('sections', () => {
  const [, situation, task, action, result, learning] = STRONG.split(/(?=^## )/m).map((part) => part.trim());
  test('are put in order, each moved whole', () => {
    const mixed = [situation, action, task, result, learning].join('\n\n');
    expect(fixed(mixed, 'section-order')).toBe([situation, task, action, result, learning].join('\n\n'));
  });
  test('told twice are merged', () => {
    const after = fixed([situation, task, action, '## Action\nI wrote it up.', result, learning].join('\n\n'), 'duplicate-section');
    expect(after).toContain('slow lookups.\n\nI wrote it up.');
    expect(codesIn(after)).toEqual([]);
  });
  test('missing before the first are written behind a byte order mark', () => {
    expect(fixed('\ufeff**Task:** B.\n\n**Action:** I did this and I did that.\n', 'missing-section')).toMatch(/^\ufeff\*\*Situation:\*\* /);
  });
  test('left empty are filled in', () => {
    expect(codesIn(fixed([situation, task, action, result, '## Learning'].join('\n\n'), 'empty-section'))).toEqual(['unfilled-placeholder']);
  });
});

describe('words', () => {
  const vague = STRONG.replace('I wrote the change as two steps', 'I handled the issue. I wrote the change as two steps');
  test('a precise verb takes the place of a vague one', () => {
    const { fixes } = findingOf(vague, 'vague-verb');
    const verbs = fixes.filter(({ title }) => title.startsWith('Write'));
    expect(verbs.length).toBeGreaterThan(2);
    expect(applied(vague, verbs[0]!.edits)).not.toContain('handled');
  });
  test('"we" becomes "I" only where a person chooses it', () => {
    const team = STRONG.replace(/(## Action\n)[^]*?\n\n/, '$1We found that the root cause was a dropped index. We rebuilt it.\n\n').replace('I was responsible for finding', 'The task was finding');
    const finding = findingOf(team, 'team-only-voice');
    expect(finding.fixes.every(({ safe }) => !safe)).toBe(true);
    expect(applied(team, finding.fixes[0]!.edits)).toContain('## Action\nI found that');
  });
});

describe('a name in the front matter that nobody knows is replaced by the one that was meant', () => {
  const front = (lines: string): string => `---\n${lines}\n---\n\n${STRONG}`;
  test.each([
    ['unknown-shape', 'shape: [mistake, migration-rolout]', 'shape: [mistake, migration-rollout]'],
    ['unknown-shape', "shape: 'mistke'", 'shape: mistake'],
    ['unknown-signal', 'signals:\n  - ownrship', 'signals:\n  - ownership'],
    ['unknown-question', 'questions: [made-a-mistak]', 'questions: [made-a-mistake]'],
    ['unknown-profile', 'profile: star-l+els', 'profile: star-l+esl'],
    ['unknown-profile', 'profile: [star-k, esl]', 'profile: [star-l+esl]'],
    ['unknown-rule', 'rules: { no-tradeof: hint }', 'rules: { no-tradeoff: hint }'],
    ['invalid-front-matter-value', 'rules: { no-tradeoff: hnt }', 'rules: { no-tradeoff: hint }'],
  ])('%s: %j', (code, written, meant) => {
    expect(findingOf(front(written), code).message).toMatch(/Did you mean|use off/);
    expect(fixed(front(written), code)).toBe(front(meant));
  });

  test('thousands of them are no slip of the pen: the first twenty are said', () => {
    const rules = Array.from({ length: 3000 }, (_, nth) => `  no-tradeof${nth}: hint`);
    const said = reviewed(front(`rules:\n${rules.join('\n')}`)).findings.filter(({ rule }) => rule === 'unknown-rule');
    expect(said.map(({ message }) => /no-tradeof\d+/.exec(message)?.[0])).toEqual(Array.from({ length: 20 }, (_, nth) => `no-tradeof${nth}`));
  });
});

describe('every finding of every example', () => {
  const weak = [
    STRONG.replace(/I considered[^]*?lookups\.\n/, ''),
    '## Situation\nThe site was down.\n\n## Action\nWe fixed it. We improved the scalability and stability. Ops caused the problem.\n\n## Result\nEveryone was happy.\n',
    '- **S:** The queue stopped. It was bad. It was late. Nobody slept. I woke up.\n- **T:** It had to be fixed.\n- **A:** We handled it and we optimized it.\n- **R:** It got better.\n',
    'One night the queue stopped and orders were lost for an hour. I looked at the logs and found that the disk was full because the cleanup job had been switched off months before. I switched it on again and then I added a bigger disk, which took the rest of the night. The next day I told the team about it and we moved on to other things that week.\n',
  ];
  const cases = weak.flatMap((text) => reviewed(text).findings.flatMap(({ rule, fixes }, index) => fixes.map((fix, place) => [rule, fix.title, text, fix, index, place] as const)));

  test.each(cases)('%s: %s', (_, __, text, fix, index, place) => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const source = text.replaceAll('\n', eol);
      const same = reviewed(source).findings[index]!.fixes[place]!;
      const after = applied(source, same.edits);
      expect(after.replaceAll(eol, '\n')).toBe(applied(text, fix.edits));
      expect(after.replaceAll('\r\n', '\n').includes('\r')).toBe(eol === '\r');
    }
  });
  /** One sentence rarely brings the Action to half of the words: its fix is the next step towards it. */
  const steps = ['action-share-too-low'];
  test.each(cases.filter(([rule]) => !steps.includes(rule)))('%s: %s clears it and adds no error', (rule, _, text, fix) => {
    const after = applied(text, fix.edits);
    const count = (source: string): number => reviewed(source).findings.filter((finding) => finding.rule === rule).length;
    expect(count(after), after).toBeLessThan(count(text));
    expect(reviewed(after).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
  test('has a fix', () => {
    expect(weak.flatMap((text) => reviewed(text).findings.filter(({ fixes }) => fixes.length === 0))).toEqual([]);
  });
  test('can be silenced with a reason, which leaves the rest of the review alone', () => {
    for (const text of weak) {
      const { findings } = reviewed(text);
      for (const { rule, fixes, range } of findings) {
        const silence = fixes.at(-1)!;
        expect(silence.title).toContain('Leave');
        const after = applied(text, silence.edits);
        const left = reviewed(after).findings.filter((finding) => finding.rule === rule && text.slice(range.start, range.end) === after.slice(finding.range.start, finding.range.end));
        const before = findings.filter((finding) => finding.rule === rule && text.slice(finding.range.start, finding.range.end) === text.slice(range.start, range.end));
        expect(left.length, `${rule} after ${after}`).toBeLessThan(before.length);
      }
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { followUps, preparedFollowUps, type FollowUp } from '../../server/src/bank/index.js';
import { sameQuestion } from '../../server/src/bank/sameQuestion.js';
import { followUpEdits } from '../../server/src/refactor/index.js';
import { review, type ReviewOptions } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';
import { STORIES } from './refactoring.js';
import { applied, STRONG } from './reviewing.js';

const rubric = builtinRubric();

function asked(text: string, telling = 0, options: ReviewOptions = {}): FollowUp[] {
  const reviewed = review(parseStory(text), rubric, options);
  return followUps(reviewed, rubric, reviewed.tellings[telling]!);
}

const questions = (text: string): string[] => asked(text).map(({ ask }) => ask);
const from = (text: string, source: FollowUp['from']): string[] => asked(text).filter((followUp) => followUp.from === source).map(({ id }) => id);

const DISK = '---\nstar: 1\nshape: production-incident\n---\n\n# Full disk\n\n## Situation\n\nOne Monday the import stopped because a disk was full.\n\n';

describe('what a story claims', () => {
  test('raises a question at the sentence that claims it', () => {
    const text = `${DISK}## Action\n\nI restarted the importer.\n`;
    const [restart] = asked(text).filter(({ id }) => id === 'restart-hides-cause');
    expect(restart).toMatchObject({ from: 'claim', prepared: false, ask: 'How did you know that the restart was not hiding the cause?' });
    expect(text.slice(restart!.range!.start, restart!.range!.end)).toBe('I restarted the importer.');
  });
  test('is quoted in its own words, on one line and without markup', () => {
    expect(questions(`${DISK}## Result\n\nFailed imports went **from 40\nto 2**.\n`)).toContain('Where does the figure come from: "went from 40 to 2"?');
  });
  test('raises nothing where another sentence has answered it, or where it is still to be filled in', () => {
    expect(from(`${DISK}## Action\n\nI rolled it out to one region first.\n`, 'claim')).toContain('way-back');
    expect(from(`${DISK}## Action\n\nI rolled it out to one region first. I had rehearsed the rollback.\n`, 'claim')).not.toContain('way-back');
    expect(from(`${DISK}## Action\n\nI rolled it out to [where] first.\n`, 'claim')).not.toContain('way-back');
  });
  test('nobody asks three things about one sentence', () => {
    const sentences = asked(STRONG).filter(({ from: source }) => source === 'claim').map(({ range }) => range!.start);
    expect(Math.max(...sentences.map((start) => sentences.filter((other) => other === start).length))).toBeLessThanOrEqual(2);
  });
});

describe('what a story leaves out', () => {
  test('is asked first, the more the profile asks for it, at most three times', () => {
    const text = `${DISK}## Action\n\nI restarted the importer.\n`;
    const all = asked(text);
    expect(all.slice(0, 3).map(({ from: source }) => source)).toEqual(['gap', 'gap', 'gap']);
    expect(all.filter(({ from: source }) => source === 'gap')).toHaveLength(3);
    expect(all[0]).toMatchObject({ id: 'prevention', ask: rubric.beat('prevention')!.question });
    expect(all[0]!.why).not.toBe('');
  });
  test('is not asked where it is heard', () => {
    expect(from(STRONG, 'gap')).toEqual([]);
  });
  test('a missing "I" is asked about once', () => {
    const text = `${DISK}## Action\n\nWe looked at the disk. We deleted the old logs. We restarted the importer. We wrote a check.\n\n## Result\n\nIt ran.\n`;
    expect(questions(text).filter((ask) => /yourself|own part/.test(ask))).not.toEqual([]);
  });
});

describe('what is asked of every story of a kind', () => {
  test('comes last, and there is always room for two of it', () => {
    const all = asked(`---\nstar: 1\nshape: migration-rollout\n---\n\n${STRONG}`);
    expect(all.slice(-2).map(({ from: source }) => source)).toEqual(['kind', 'kind']);
    expect(all.slice(-2).map(({ ask }) => ask)).toEqual(rubric.shape('migration-rollout')!.followUps.slice(0, 2));
  });
  test('of two kinds in turn', () => {
    expect(from('---\nstar: 1\nshape: [mistake, data-integrity]\n---\n\n# Rows\n\nI dropped the rows.\n', 'kind')).toEqual(['mistake-1', 'data-integrity-1', 'mistake-2']);
  });
});

describe('the probes', () => {
  test('quote words only where words raise them, and are each raised by something', () => {
    const { probes } = rubric.data;
    expect(probes.filter(({ ask, heard, missing, findings }) => ask.includes('{match}') && heard.length + missing.length + findings.length > 0)).toEqual([]);
    expect(probes.filter(({ cues, heard, missing, findings }) => cues.length + heard.length + missing.length + findings.length === 0)).toEqual([]);
  });
  test('about a missing beat take the place of its own question', () => {
    const text = '---\nstar: 1\nshape: mistake\n---\n\n# Bucket\n\n## Situation\n\nI deleted a bucket that was still in use.\n\n## Action\n\nI told the team at once and restored it.\n\n## Result\n\nThe pages came back.\n';
    const reviewed = review(parseStory(text), rubric, { override: { rules: { 'directional-only-result': 'error' } } });
    const asks = followUps(reviewed, rubric, reviewed.tellings[0]).map(({ ask }) => ask);
    expect(asks).toContain('How bad was it, and for how long?');
    expect(asks).not.toContain(rubric.beat('measured-result')!.question);
  });
  test('are asked only where a story says what they are about', () => {
    const text = (said: string): string => `# Queue\n\n## Situation\n\n${said}\n\n## Action\n\nI drew both ways on one page.\n\n## Result\n\nWe built one queue.\n`;
    expect(from(text('The architect insisted on a second queue.'), 'gap')).toContain('price-of-that-way');
    expect(from(text('There was one queue too few.'), 'gap')).not.toContain('price-of-that-way');
  });
});

describe('over all stories', () => {
  const bank = readdirSync(path.join(import.meta.dirname, '../bank/stories')).map((file) => [file, readFileSync(path.join(import.meta.dirname, '../bank/stories', file), 'utf8')] as const);
  test.each([...STORIES, ...bank])('%s: eight at most, none twice, each with a reason', (_, text) => {
    const all = asked(text);
    expect(all.length).toBeLessThanOrEqual(8);
    expect(all.filter(({ ask }, index) => all.some((other, nth) => nth > index && sameQuestion(ask, other.ask)))).toEqual([]);
    expect(all.filter(({ ask, why }) => why === '' || /[{}\n]/.test(ask) || !ask.endsWith('?'))).toEqual([]);
  });
  test('none for what is no story, nor for one in another language', () => {
    expect(asked('---\nstar: 1\n---\n')).toEqual([]);
    expect(asked(readFileSync(path.join(import.meta.dirname, '../languages/german.star.md'), 'utf8')).filter(({ from: source }) => source !== 'kind')).toEqual([]);
  });
});

describe('prepared questions', () => {
  const under = (noted: string): string => `${STRONG}\n## Follow-ups\n\n${noted}`;
  test('are known by nearly the same words', () => {
    expect(asked(under('- The alert, has it woken anybody needlessly?\n')).find(({ id }) => id === 'alert-needlessly')?.prepared).toBe(true);
    expect(asked(under('- Why the database team?\n')).some(({ prepared }) => prepared)).toBe(false);
  });
  test.each([
    ['items of a list, with what stands below each', '- Why online?\n  - Reversible.\n- Why at night, and\n  who agreed?\n', 2],
    ['items without a question mark', '1. replicas: too dear\n2. the lock: two seconds\n', 2],
    ['questions on lines of their own', 'Why online?\nReversible.\n\nWhy not replicas?\n\nToo dear.\n', 2],
    ['headings', '### Why online?\n\nReversible.\n\n### Why not replicas?\n\nToo dear.\n', 2],
    ['a paragraph', 'The lock took two seconds.\n', 1],
    ['nothing but slots', '- [a question]\n- …\n', 0],
    ['nothing', '', 0],
  ])('are counted: %s', (_, noted, count) => {
    expect(preparedFollowUps(parseStory(under(noted)))).toBe(count);
  });
  test('are none without the section, and none under Notes', () => {
    expect(preparedFollowUps(parseStory(`${STRONG}\n## Notes\n\n- Why?\n`))).toBe(0);
  });
});

describe('writing them down', () => {
  const ASK = ['Why online?', 'Why not replicas?'];
  const LIST = '- Why online?\n  - [answer in one line]\n- Why not replicas?\n  - [answer in one line]';
  const written = (text: string, what = ASK): string => applied(text, followUpEdits(parseStory(text), what));

  test('makes the section at the end', () => {
    expect(written(STRONG)).toBe(`${STRONG.trimEnd()}\n\n## Follow-ups\n\n${LIST}\n`);
  });
  test('or before what else is kept beside the story, after its framings', () => {
    const framed = `${STRONG}\n## Framing: Calm\n\n### Result\n\nCalm.\n\n`;
    expect(written(`${framed}## Cues\n\n- index\n\n## Notes\n\nKept.\n`)).toBe(`${framed}## Follow-ups\n\n${LIST}\n\n## Cues\n\n- index\n\n## Notes\n\nKept.\n`);
  });
  test('goes on with the list that is there', () => {
    expect(written(`${STRONG}\n## Follow-ups\n\n- Who read it?\n\n## Notes\n\nKept.\n`)).toBe(`${STRONG}\n## Follow-ups\n\n- Who read it?\n${LIST}\n\n## Notes\n\nKept.\n`);
    expect(written(`${STRONG}\n## Follow-ups\n\n1. Who read it?\n`)).toContain('1. Who read it?\n2. Why online?\n   - [answer in one line]\n3. Why not replicas?\n   - [answer');
    expect(written(`${STRONG}\n## Follow-ups\n\n* Who read it?\n  The database team.\n`)).toContain('  The database team.\n* Why online?\n');
    expect(written(`${STRONG}\n## Follow-ups\n\n## Notes\n\nKept.\n`)).toContain(`## Follow-ups\n\n${LIST}\n\n## Notes`);
    expect(written(`${STRONG}\n## Follow-ups\n\nWho read it?\n`)).toContain(`Who read it?\n\n${LIST}\n`);
  });
  test.each([
    ['bold labels', '**Situation:** It was late.\n\n**Action:** I began.\n\n**Result:** Fine.\n', '**Follow-ups:**'],
    ['plain labels', 'Situation: It was late.\n\nAction: I began.\n\nResult: Fine.\n', 'Follow-ups:'],
    ['a list of labels', '- **S:** It was late.\n- **A:** I began.\n- **R:** Fine.\n', '**Follow-ups:**'],
    ['no label', 'It was late. I began, and the import ran again by noon.\n', '## Follow-ups'],
    ['deeper headings', '#### Situation\n\nIt was late.\n\n#### Result\n\nFine.\n', '#### Follow-ups'],
  ])('in the style of %s', (_, text, label) => {
    expect(written(text)).toBe(`${text.trimEnd()}\n\n${label}\n\n${LIST}\n`);
  });
  test('in a quotation', () => {
    expect(written('> ## Situation\n>\n> It was late.\n>\n> ## Result\n>\n> Fine.\n')).toContain('> Fine.\n>\n> ## Follow-ups\n>\n> - Why online?\n>   - [answer in one line]\n');
  });
  test('with the line endings of the story', () => {
    expect(written(STRONG.replaceAll('\n', '\r\n'))).toBe(written(STRONG).replaceAll('\n', '\r\n'));
  });
  test('nothing for no question', () => {
    expect(followUpEdits(parseStory(STRONG), [])).toEqual([]);
  });
  test.each(STORIES)('%s: is told as before, and asks for none of them again', (_, text) => {
    const open = asked(text).slice(0, 3).map(({ ask }) => ask);
    const after = written(text, open);
    expect(open.length > 0 && after === text).toBe(false);
    expect(asked(after).filter(({ ask, prepared }) => open.includes(ask) && !prepared)).toEqual([]);
    expect(asked(after).map(({ ask }) => ask)).toEqual(questions(text));
  });
});

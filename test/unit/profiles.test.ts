import { describe, expect, test } from 'vitest';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';
import { codesIn, STRONG } from './reviewing.js';

const rubric = builtinRubric();
const profileOf = (frontMatter: string): string => review(parseStory(`---\nstar: 1\n${frontMatter}\n---\n\n${STRONG}`), rubric).profile.id;

describe('one profile laid over another', () => {
  test('says only what it changes', () => {
    const [base, over] = [rubric.profile('star-l')!, rubric.profile('star-l+esl')!];
    expect(over.limits).toEqual({ ...base.limits, wordsPerMinute: 120, sentenceWords: 25, sentenceFigures: 1 });
    expect(over.sections).toEqual(base.sections);
    expect(over.beats).toEqual(base.beats);
  });

  test.each([
    ['profile: star-l+esl', 'star-l+esl'],
    ['profile: [star-l, esl]', 'star-l+esl'],
    ['profile: esl', 'balanced+esl'],
    ['profile: star-l', 'star-l'],
  ])('%s', (frontMatter, id) => {
    expect(profileOf(frontMatter)).toBe(id);
    expect(codesIn(`---\nstar: 1\n${frontMatter}\n---\n\n${STRONG}`)).not.toContain('unknown-profile');
  });

  test.each(['balanced+star-l', 'star-l+elsewhere', '+', ''])('"%s" is none', (id) => {
    expect(rubric.profile(id)).toBeUndefined();
  });
});

describe('the guides contradict each other, and a profile takes a side', () => {
  const limits = (id: string) => rubric.profile(id)!.limits;
  test.each([
    ['balanced', 90, 120, 3],
    ['reliability-90s', 90, 120, 3],
    ['star-l', 105, 120, 3],
    ['star-concise', 75, 90, 2],
    ['backend-signals-long', 180, 240, 5],
    ['sre-qa', 60, 90, 3],
  ])('%s: %i to %i seconds, a Situation of %i sentences', (id, target, most, sentences) => {
    expect(limits(id)).toMatchObject({ targetSeconds: target, maxSeconds: most, situationSentences: sentences });
  });

  test.each([
    ['balanced', 'information'],
    ['reliability-90s', 'off'],
    ['star-l', 'warning'],
    ['star-concise', 'hint'],
    ['backend-signals-long', 'warning'],
    ['sre-qa', 'off'],
  ])('%s asks for a lesson: %s', (id, level) => {
    expect(rubric.profile(id)!.beats['learning']).toBe(level);
  });

  test('a Task can be told in the Situation: sre-qa asks for no section of its own', () => {
    expect(rubric.profile('sre-qa')!.sections).toEqual(['situation', 'action', 'result']);
  });
});

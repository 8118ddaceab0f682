import { afterEach, describe, expect, test } from 'vitest';
import { TELLING_MEASURES } from '../../server/src/review/checks.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { diagnostics, reviewedStory, withoutFindings } from '../../server/src/service/index.js';
import { parseStory } from '../../server/src/story/index.js';

const WEAK = '## Situation\n\nOur shop was down.\n\n## Action\n\nWe fixed it and we told the team and we went home.\n\n## Result\n\nIt was fast again.\n';

const measures = TELLING_MEASURES as Record<string, unknown>;
const whole = { ...measures };
afterEach(() => Object.assign(measures, whole));

/** From now on everything that is measured so throws. */
function breaks(...names: readonly string[]): void {
  for (const name of names) {
    measures[name] = () => {
      throw new Error(`${name} is broken`);
    };
  }
}

describe('a check that throws', () => {
  test('is named once, and every other finding is there all the same', () => {
    const before = review(parseStory(WEAK), builtinRubric());
    expect(before.broken).toEqual([]);
    breaks('team-voice');
    const after = review(parseStory(WEAK), builtinRubric());
    expect(after.broken).toMatchObject([{ check: 'team-only-voice', error: { message: 'team-voice is broken' } }]);
    const codes = ({ tellings: [{ findings }] }: typeof before) => findings.map(({ rule }) => rule);
    expect(codes(before)).toHaveLength(6);
    expect(codes(after)).toEqual(codes(before));
  });

  test('is one line of information at the top of the story, however many there are', () => {
    breaks('team-voice');
    const one = reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(WEAK), builtinRubric(), {});
    expect(diagnostics(one)[0]).toMatchObject({ code: 'check-broke-off', severity: 3, message: 'The check team-only-voice broke off: a fault in Starwright, not in your story. Its log says more.' });
    breaks('last-sentence', 'tally');
    const more = diagnostics(reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(WEAK), builtinRubric(), {}));
    expect(more.filter(({ code }) => code === 'check-broke-off')).toHaveLength(1);
    expect(more[0]?.message).toMatch(/^\d+ checks broke off: /);
    expect(diagnostics(withoutFindings(one))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { notesEdits } from '../../server/src/review/fixes/notes.js';
import { refactorings } from '../../server/src/refactor/index.js';
import { review } from '../../server/src/review/index.js';
import { parseStory } from '../../server/src/story/index.js';
import { applied, STRONG } from './reviewing.js';

/** The text after the sentences marked `‹so›` were moved to the Notes. */
function moved(marked: string): string {
  const starts = [...marked.matchAll(/‹/g)].map(({ index }, nth) => index - 2 * nth);
  const text = marked.replace(/[‹›]/g, '');
  const story = parseStory(text);
  const telling = story.tellings.find(({ sections }) => sections.some(({ sentences }) => sentences.some(({ start }) => start >= starts[0]!)))!;
  const sentences = telling.sections.flatMap((section) => section.sentences).filter(({ start, end }) => starts.some((at) => at <= start && start - at < 3 && at < end));
  expect(sentences).toHaveLength(starts.length);
  return applied(text, notesEdits({ story, telling }, sentences));
}

const NOTES = '\n\n## Notes\n\n';

describe('a sentence goes to the Notes', () => {
  test.each([
    ['from the middle of a line', '## Action\nA was. ‹B was.› C was.\n', `## Action\nA was. C was.${NOTES}- B was.\n`],
    ['from the end of a line', '## Action\nA was. ‹B was.›\nC was.\n', `## Action\nA was.\nC was.${NOTES}- B was.\n`],
    ['all there is, behind a byte order mark', '\ufeff\n‹A was.›\n', '\ufeff\n\n## Notes\n\n- A was.\n'],
    ['with its neighbour', '## Action\nA was. ‹B was.› ‹C was.›\n', `## Action\nA was.${NOTES}- B was.\n- C was.\n`],
    ['as a paragraph, with its blank line', '## Action\nA was.\n\n‹B was.›\n\nC was.\n', `## Action\nA was.\n\nC was.${NOTES}- B was.\n`],
    ['as the last paragraphs of the file', '## Action\nA was.\n\n‹B was.›\n\n‹C was.›\n', `## Action\nA was.${NOTES}- B was.\n- C was.\n`],
    ['as an item of a list', '## Action\n- A was.\n- ‹B was.›\n- C was.\n', `## Action\n- A was.\n- C was.${NOTES}- B was.\n`],
    ['as the last item of the file', '## Action\n- A was.\n- ‹B was.›', `## Action\n- A was.${NOTES}- B was.`],
    ['as the first line of an item that goes on', '## Action\n- A was.\n- ‹B was.›\n  C was.\n', `## Action\n- A was.\n- C was.${NOTES}- B was.\n`],
    ['and an item after a paragraph, whose blank line stays', '## Action\nA was. ‹B was.›\n\n1. ‹C was.›\n2. D was.\n', `## Action\nA was.\n\n2. D was.${NOTES}- B was.\n- C was.\n`],
    ['over several lines of a quote', '> ## Action\n> A was. ‹B was\n> longer.› C was.\n', '> ## Action\n> A was. C was.\n\n## Notes\n\n- B was longer.\n'.trimEnd() + '\n'],
    ['with the marks around it', '## Action\nA was. **‹B was.›** C was.\n', `## Action\nA was. C was.${NOTES}- **B was.**\n`],
    ['with the mark of the code it begins with', '## Action\nA was. `‹b` was.› C was.\n', `## Action\nA was. C was.${NOTES}- \`b\` was.\n`],
    ['with the link it begins with', '## Action\nA was. [‹The graph](https://example.org/a_b) fell.› C was.\n', `## Action\nA was. C was.${NOTES}- [The graph](https://example.org/a_b) fell.\n`],
    ['out of bold that goes on', '## Action\nI say: **A was. ‹B was.›** C was.\n', `## Action\nI say: **A was.** C was.${NOTES}- B was.\n`],
    ['from behind a bold label', '**Action:** ‹A was.› B was.\n\n**Result:** C was.\n', '**Action:** B was.\n\n**Result:** C was.\n\n**Notes:**\n\n- A was.\n'],
    ['from behind a plain label, which keeps words on its line', 'Situation - It was.\n\nTask - I owned it.\n\nAction - ‹A was.›\nB was.\n', 'Situation - It was.\n\nTask - I owned it.\n\nAction - B was.\n\nNotes:\n\n- A was.\n'],
    ['into Notes that are there', '## Action\nA was. ‹B was.›\n\n## Notes\n\n- Kept.\n', '## Action\nA was.\n\n## Notes\n\n- Kept.\n- B was.\n'],
    ['out of a framing, whose own heading tells how deep the Notes are', '# Story\n## Action\nA was.\n\n## Framing: Care\n### Action\nB was. ‹C was.›\n', '# Story\n## Action\nA was.\n\n## Framing: Care\n### Action\nB was.\n\n## Notes\n\n- C was.\n'],
  ])('%s', (_, before, after) => {
    for (const eol of ['\n', '\r\n']) {
      for (const mark of ['', '\ufeff']) expect(moved(mark + before.replaceAll('\n', eol))).toBe(mark + after.replaceAll('\n', eol));
    }
  });
});

describe('Move to Notes is offered', () => {
  const LONG = STRONG.replace('so guests waited at the desk.', `so guests waited at the desk. ${'The old office had a view of the harbour and of the ships that came and went all day. '.repeat(2)}`);
  const offered = (text: string, from: string, to = from): { title: string; after: string }[] => {
    const range = { start: text.indexOf(from), end: text.indexOf(to) + (to === from ? 0 : to.length) };
    const rubric = builtinRubric();
    return refactorings({ review: review(parseStory(text), rubric), rubric, range })
      .filter(({ title }) => title.includes('to Notes'))
      .map(({ title, edits }) => ({ title, after: applied(text, edits) }));
  };
  test('for the sentence at the cursor', () => {
    const [first] = offered(STRONG, 'reversible');
    expect(first!.title).toBe('Move sentence to Notes');
    expect(first!.after).toMatch(/## Notes\n\n- I chose the rebuild over [^\n]*\n$/);
  });
  test('for the sentences that a selection touches', () => {
    expect(offered(STRONG, 'replicas or', 'I chose')[0]!.title).toBe('Move 2 sentences to Notes');
  });
  test('for all that it takes to fit, when the story is over its target', () => {
    const fit = offered(LONG, 'Situation').find(({ title }) => title.includes('to fit'))!;
    expect(fit.title).toMatch(/^Move \d+ sentences? to Notes to fit 90 s$/);
    const after = review(parseStory(fit.after), builtinRubric()).tellings[0].timing;
    expect(after.seconds).toBeLessThanOrEqual(90);
    expect(offered(fit.after, 'Situation').filter(({ title }) => title.includes('to fit'))).toEqual([]);
  });
  test('with the length it comes to, when no cut makes it fit', () => {
    const profile = `---\nprofile: sre-qa\n---\n${LONG}`;
    expect(offered(profile, 'Situation').at(-1)!.title).toMatch(/^Move \d+ sentences to Notes, down to \d+ s$/);
  });
  test('nowhere else', () => {
    expect(offered(STRONG.replace(/ I rolled it out[^\n]*/, ''), '## Task')).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { reviewedStory, statusEdit, type StoryStatus } from '../../server/src/service/index.js';
import { parseStory } from '../../server/src/story/index.js';

const BODY = '# A night on call\n\n## Action\n\nI found the slow query and added the index it needed.\n';

/** The text of a story that was marked so; undefined where it cannot be. */
function marked(text: string, status: StoryStatus): string | undefined {
  const reviewed = reviewedStory({ uri: 'file:///s.star.md', version: 1 }, parseStory(text), builtinRubric(), {});
  const edits = statusEdit(reviewed, status, { documentChanges: false, snippetEdits: false })?.changes?.['file:///s.star.md'];
  return edits?.reduce((all, { range, newText }) => all.slice(0, reviewed.lines.offsetAt(range.start)) + newText + all.slice(reviewed.lines.offsetAt(range.end)), text);
}

test('the status is written where it stands, or put into the front matter, which a story gets where it has none', () => {
  expect(marked(`---\nstar: 1\nstatus: draft # since May\nx: y\n---\n${BODY}`, 'ready')).toBe(`---\nstar: 1\nstatus: ready # since May\nx: y\n---\n${BODY}`);
  expect(marked(`---\nstar: 1\n---\n${BODY}`, 'retired')).toBe(`---\nstar: 1\nstatus: retired\n---\n${BODY}`);
  expect(marked(BODY, 'draft')).toBe(`---\nstatus: draft\n---\n\n${BODY}`);
});

test('nothing changes where it says so already; a story that says nothing is ready', () => {
  expect(marked(`---\nstatus: draft\n---\n${BODY}`, 'draft')).toBe(`---\nstatus: draft\n---\n${BODY}`);
  expect(marked(BODY, 'ready')).toBe(BODY);
  expect(marked(`---\nstatus: finished\n---\n${BODY}`, 'ready')).toBe(`---\nstatus: ready\n---\n${BODY}`);
});

test('front matter that cannot be read as it stands is left alone, and so is a status nobody knows', () => {
  expect(marked(`---\ntitle: "a\n---\n${BODY}`, 'draft')).toBeUndefined();
  expect(marked(BODY, 'toString' as StoryStatus)).toBeUndefined();
});

import { redact } from '../../server/src/bank/index.js';
import { applied } from '../../server/src/refactor/apply.js';
import { followUpEdits, refactorings } from '../../server/src/refactor/index.js';
import type { Edit, Finding } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { bankStory } from '../../server/src/bank/index.js';
import { cueCards } from '../../server/src/rehearse/index.js';
import { codeActions, codeLenses, completions, cutList, diagnostics, evidenceLenses, evidenceSheet, fixAll, followUpActions, followUpList, glance, hover, inlayHints, notesEdit, rehearsalEdit, rehearsalPlan, refactorActions, resumeLines, reviewedStory, silence, statusEdit, told, type ReviewedStory } from '../../server/src/service/index.js';
import { LineIndex, parseStory, type PositionEncoding } from '../../server/src/story/index.js';
import { offsetsOutside, parts, positionsOutside } from './places.js';
import { pick, rollsOf, type Roll } from './roll.js';
import { fail } from './target.js';

const URI = 'file:///stories/a.star.md';
const EDITS = { documentChanges: true, snippetEdits: true };
const ENCODINGS: readonly PositionEncoding[] = ['utf-16', 'utf-16', 'utf-8', 'utf-32'];

interface At {
  readonly line: number;
  readonly character: number;
}

/** Everything an editor asks of one story, at a place and for a selection. */
const ASKED: Readonly<Record<string, (story: ReviewedStory, at: At, selection: { start: At; end: At }, roll: Roll) => unknown>> = {
  diagnostics: (story) => diagnostics(story),
  codeActions: (story, _, range) => codeActions(story, range, { diagnostics: [] }, EDITS),
  fixAll: (story) => fixAll(story, { diagnostics: [], only: ['source.fixAll'] }, EDITS),
  refactorActions: (story, _, range) => refactorActions(story, range, { diagnostics: [] }, EDITS),
  followUpActions: (story, _, range) => followUpActions(story, range, { diagnostics: [] }, EDITS),
  hover: (story, at) => hover(story, at, { hoverFormat: 'markdown', commandLinks: true }),
  completions: (story, at) => completions(story, at, { snippets: true }),
  lenses: (story) => [...codeLenses(story, { commandLinks: true }), ...evidenceLenses(story, { commandLinks: true })],
  inlayHints: (story, _, range) => inlayHints(story, range),
  glance: (story) => glance(story),
  evidence: (story) => evidenceSheet(story),
  followUps: (story) => followUpList(story),
  cuts: (story, _, __, roll) => cutList(story, roll(3), pick(roll, [0, 1, 60, 90, -5, 1e9])),
  moveToNotes: (story, _, range) => notesEdit(story, [range], EDITS),
  silence: (story, at, _, roll) => silence(story, pick(roll, story.rubric.codes()), at),
  rehearsal: (story, _, __, roll) => rehearsalPlan(story, roll(3)),
  noteRehearsal: (story) => rehearsalEdit(story, { date: '2026-11-20', seconds: 96, note: 'slower: "here"\n---' }, EDITS),
  status: (story, _, __, roll) => statusEdit(story, pick(roll, ['draft', 'ready', 'retired']), EDITS),
  told: (story) => told(story),
  resumeLines: (story) => resumeLines(story),
};

/** Reads, reviews, fixes and shows a text in every way there is; throws what is wrong with it. */
export function checkStory(text: string): void {
  const roll = rollsOf(text);
  const encoding = pick(roll, ENCODINGS);
  const rubric = builtinRubric();
  const story = parseStory(text);
  if (story.text !== text) fail('the story has another text');
  const reviewed = reviewedStory({ uri: URI, version: 1 }, story, rubric, {}, encoding);
  const { tellings } = reviewed.review;
  const outside = offsetsOutside([story, tellings], text);
  if (outside.length > 0) fail(`ranges outside the text: ${outside.join(', ')}`);
  for (const finding of tellings.flatMap(({ findings }) => findings)) checkFinding(finding, text);
  checkAsked(reviewed, encoding, roll);
  if (roll(2) === 0) checkChange(reviewed, roll);
  switch (roll(6)) {
    case 0: return void parseStory(redact(story, ['Harbour Lane'], 'a').text);
    case 1: return void cueCards(reviewed.review, rubric);
    case 2: return void bankStory('a', reviewed.review, rubric);
  }
}

function checkFinding({ rule, range, fixes }: Finding, text: string): void {
  if (parts(text, range.start) || parts(text, range.end)) fail(`${rule} points into the middle of a character`);
  for (const { title, edits } of fixes) checkEdits(`${rule}, ${title}`, edits, text);
}

/** Edits lie in the text, do not overlap, and part neither a character nor a line ending. */
export function checkEdits(what: string, edits: readonly Edit[], text: string): void {
  const outside = offsetsOutside(edits, text);
  if (outside.length > 0) fail(`${what}: edits outside the text: ${outside.join(', ')}`);
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  sorted.forEach(({ start, end }, index) => {
    if (index > 0 && start < sorted[index - 1]!.end) fail(`${what}: edits overlap`);
    if (parts(text, start) || parts(text, end)) fail(`${what}: an edit parts a character or a line ending`);
  });
}

function checkAsked(reviewed: ReviewedStory, encoding: PositionEncoding, roll: Roll): void {
  const { text } = reviewed.review.story;
  const names = Object.keys(ASKED);
  for (let asked = 0; asked < 4; asked++) {
    const name = pick(roll, names);
    const answer = ASKED[name]!(reviewed, place(text, roll), { start: place(text, roll), end: place(text, roll) }, roll);
    const outside = positionsOutside(answer, [text], encoding);
    if (outside.length > 0) fail(`${name}: places outside the text: ${outside.join(', ')}`);
  }
}

/** A place in a text; now and then one that no text has. */
function place(text: string, roll: Roll): At {
  if (roll(8) === 0) return { line: pick(roll, [-7, 0, 1e9, 2 ** 31]), character: pick(roll, [-7, 0, 1e9, 2 ** 31]) };
  return new LineIndex(text).positionAt(roll(text.length + 1));
}

/** Makes one of the changes that are offered, and reads what is there then. */
function checkChange(reviewed: ReviewedStory, roll: Roll): void {
  const { review, rubric } = reviewed;
  const { text } = review.story;
  const [from, to] = [roll(text.length + 1), roll(text.length + 1)];
  const fixes = review.tellings.flatMap(({ findings }) => findings.flatMap((finding) => finding.fixes));
  const changes: readonly { readonly title: string; readonly edits: readonly Edit[] }[] = roll(2) === 0 ? fixes : [...refactorings({ review, rubric, range: { start: Math.min(from, to), end: Math.max(from, to) } }), { title: 'follow-ups', edits: followUpEdits(review.story, ['Why?']) }];
  for (const { title, edits } of changes) checkEdits(title, edits, text);
  if (changes.length === 0) return;
  const after = applied(text, pick(roll, changes).edits);
  const read = reviewedStory({ uri: URI, version: 2 }, parseStory(after), rubric, {});
  const outside = offsetsOutside(read.review.tellings, after);
  if (outside.length > 0) fail(`after a change, ranges outside the text: ${outside.join(', ')}`);
}

import type { CodeAction, SnippetTextEdit, TextEdit } from 'vscode-languageserver-types';
import { applied } from '../../server/src/refactor/apply.js';
import type { Edit } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { codeActions, fixAll, followUpActions, numberedFindings, refactorActions, reviewedStory, type ReviewedStory } from '../../server/src/service/index.js';
import { parseStory, type PositionEncoding } from '../../server/src/story/index.js';
import { pick, rollsOf } from '../fuzz/roll.js';
import { fail } from '../fuzz/target.js';
import { Buffered, type Splice } from './buffered.js';
import { Open } from './open.js';

const URI = 'file:///stories/a.star.md';
const BYTE_ORDER_MARK = '\ufeff';
const ENDINGS = ['\n', '\r\n', '\r'];
const EDITS = { documentChanges: true, snippetEdits: false };
const ENCODINGS: readonly PositionEncoding[] = ['utf-16', 'utf-8', 'utf-32'];

/** Everything offered for a story is one edit of one file, whose reverse gives back each byte, whatever ends the lines and with a byte order mark. */
export function checkUndo(written: string): void {
  const text = written.replace(/^\ufeff/, '').replace(/\r\n|\r/g, '\n');
  const roll = rollsOf(text);
  for (const eol of ENDINGS) {
    for (const mark of ['', BYTE_ORDER_MARK]) undone(mark + text.replaceAll('\n', eol), pick(roll, ENCODINGS), roll);
  }
}

function undone(text: string, encoding: PositionEncoding, roll: (sides: number) => number): void {
  const reviewed = reviewedStory({ uri: URI, version: 1 }, parseStory(text), builtinRubric(), {}, encoding);
  const lines = text.split(/\r\n|\r|\n/);
  const last = { line: lines.length, character: 0 };
  const line = roll(lines.length);
  const [all, some] = [{ start: { line: 0, character: 0 }, end: last }, { start: { line, character: 0 }, end: { line: Math.min(lines.length - 1, line + roll(4)), character: 1 } }];
  const fixes = codeActions(reviewed, all, { diagnostics: [] }, EDITS);
  const others = [...fixAll(reviewed, { diagnostics: [], only: ['source.fixAll'] }, EDITS), ...refactorActions(reviewed, some, { diagnostics: [] }, EDITS), ...followUpActions(reviewed, some, { diagnostics: [] }, EDITS)];
  const meant = numberedFindings(reviewed.review).flatMap(({ finding }) => finding.fixes);
  if (meant.length !== fixes.length) fail(`${meant.length} fixes, and ${fixes.length} are offered`);
  fixes.forEach((action, index) => oneStep(action, reviewed, encoding, meant[index]!.edits));
  for (const action of others) oneStep(action, reviewed, encoding);
  const offered = [...fixes, ...others];
  if (offered.length > 0) readBack(text, oneStep(pick(roll, offered), reviewed, encoding));
}

/** The text after an action: as one batch of edits of one file, which is undone by its reverse. */
function oneStep(action: CodeAction, { review }: ReviewedStory, encoding: PositionEncoding, meant?: readonly Edit[]): string {
  const { text } = review.story;
  const what = `"${action.title}" on ${JSON.stringify(text)}`;
  const before = new Buffered(text, encoding);
  const after = before.with(batch(action, what).map((edit) => spliceOf(edit, before, what)), what);
  if (after.text.startsWith(BYTE_ORDER_MARK) !== text.startsWith(BYTE_ORDER_MARK)) fail(`${what}: the byte order mark moves`);
  if (meant && after.text !== applied(text, meant)) fail(`${what}: the editor makes another text of it: ${JSON.stringify(after.text)}`);
  const back = after.undone();
  if (!back.equals(before)) fail(`${what}: undone, it is ${JSON.stringify(back.text)}`);
  return after.text;
}

/** The edits of an action, all of one file, with nothing else to do. */
function batch(action: CodeAction, what: string): (TextEdit | SnippetTextEdit)[] {
  const { documentChanges = [], changes = {} } = action.edit ?? {};
  if (action.command !== undefined) fail(`${what}: a command besides the edit is a step of its own`);
  if (Object.keys(changes).length > 0 || documentChanges.length !== 1) fail(`${what}: not one batch of edits`);
  const [one] = documentChanges;
  if (one === undefined || !('edits' in one) || one.textDocument.uri !== URI || one.textDocument.version !== 1) fail(`${what}: not edits of the story as it is`);
  if (one.edits.length === 0) fail(`${what}: nothing is changed`);
  return one.edits;
}

function spliceOf(edit: TextEdit | SnippetTextEdit, before: Buffered, what: string): Splice {
  if (!('newText' in edit)) fail(`${what}: a snippet for a client that knows none`);
  return { start: before.offsetAt(edit.range.start, what), end: before.offsetAt(edit.range.end, what), text: edit.newText };
}

/** To an open story: the text, the text with the change, and the text again are each what they are read anew. */
function readBack(text: string, after: string): void {
  const open = new Open(0);
  for (const version of [text, after, text]) open.compare(version);
}

import type { SnippetTextEdit, TextDocumentContentChangeEvent, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../review/types.js';

/** A key enters so much: a letter of two units, a pair of brackets, a line break. */
const LONGEST_KEY = 4;

/** What a key can take away: a selection inside a line. */
const LONGEST_SELECTION = 200;

/** A line break with the indentation, quote marks or list mark that an editor carries over. */
const NEW_LINE = /^\r?\n[ \t>]*(?:[-*+]|\d{1,3}[.)])?[ \t]*$/;

/** The edit that a change is, when it looks like one key pressed; undefined for a paste, an undo, a fix or a new text. */
export function typedEdit(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], cursor: number | undefined): Edit | undefined {
  const [change, ...more] = changes;
  if (change === undefined || more.length > 0 || !('range' in change)) return undefined;
  const [start, end] = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
  const edit = { start, end, newText: change.text };
  const gone = document.getText(change.range);
  const entered = change.text.length <= LONGEST_KEY || NEW_LINE.test(change.text);
  return entered && (change.text === '' ? isErased(gone, end, cursor) : isOverwritten(gone)) ? edit : undefined;
}

/** One character, or the word before the cursor. */
function isErased(gone: string, end: number, cursor: number | undefined): boolean {
  return [...gone].length === 1 || gone === '\r\n' || (end === cursor && /^[ \t]*\S+[ \t]?$/.test(gone));
}

function isOverwritten(gone: string): boolean {
  return gone.length <= LONGEST_SELECTION && !/[\r\n]/.test(gone);
}

/** One spelling for each small edit; larger ones are never taken for a key. */
export function offeredKeys(edits: readonly (TextEdit | SnippetTextEdit | TextDocumentContentChangeEvent)[]): string[] {
  return edits.flatMap((edit) => {
    const text = 'newText' in edit ? edit.newText : 'text' in edit ? edit.text : '';
    return 'range' in edit && text.length <= LONGEST_KEY ? [JSON.stringify([edit.range.start, edit.range.end, text])] : [];
  });
}

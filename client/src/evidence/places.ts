import * as vscode from 'vscode';
import type { SnippetInsert } from '../../../server/src/lsp/protocol.js';

type PlainRange = SnippetInsert['range'];

/** A range as the server gives it, for the editor. */
export function toRange({ start, end }: PlainRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The number of the framing that a cursor is in, else 0: the story's own telling. */
export function tellingAt(tellings: readonly { readonly title: string | undefined; readonly range: PlainRange }[], cursor: vscode.Position): number {
  return Math.max(0, tellings.findIndex(({ title, range }) => title !== undefined && toRange(range).contains(cursor)));
}

/** Selects a range and brings it into view. */
export function reveal(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Puts a snippet in its place, with the keyboard on its first tab stop. */
export async function insert(editor: vscode.TextEditor, { range, snippet }: SnippetInsert): Promise<void> {
  const place = toRange(range);
  editor.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await editor.insertSnippet(new vscode.SnippetString(snippet), place);
}

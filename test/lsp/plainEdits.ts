import type { CodeAction, SnippetTextEdit, TextEdit } from 'vscode-languageserver/node';

/** The edits of an action as plain text, the slots of a snippet as the person would see them. */
export function plainEdits(action: CodeAction, uri: string): TextEdit[] {
  const changes = action.edit?.changes?.[uri];
  if (changes) return changes;
  const [change] = action.edit?.documentChanges ?? [];
  if (change === undefined || !('edits' in change)) throw new Error(`"${action.title}" edits no text.`);
  return change.edits.map((edit) =>
    'snippet' in edit ? { range: edit.range, newText: insertedBy(edit) } : { range: edit.range, newText: edit.newText },
  );
}

function insertedBy({ snippet }: SnippetTextEdit): string {
  return snippet.value.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
}

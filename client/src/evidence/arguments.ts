import * as vscode from 'vscode';

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A finding code as a command was given it; undefined for anything else. */
export function asCode(value: unknown): string | undefined {
  return typeof value === 'string' && value.length < 100 && CODE.test(value) ? value : undefined;
}

/** The editor of the story a command was given the address of, in front; without one, the active editor. */
export async function editorOf(uri: unknown): Promise<vscode.TextEditor | undefined> {
  if (typeof uri !== 'string') return vscode.window.activeTextEditor;
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === vscode.Uri.parse(uri).toString());
  return open && vscode.window.showTextDocument(open);
}

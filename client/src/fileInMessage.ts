import * as vscode from 'vscode';
import { inMessage } from './inMessage.js';

/** A file or folder as a notification names it. */
export function fileInMessage(uri: vscode.Uri): string {
  return inMessage(vscode.workspace.asRelativePath(uri));
}

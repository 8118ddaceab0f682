import * as vscode from 'vscode';
import { asCode } from './arguments.js';
import { rulePage } from './rulePages.js';

/** Opens the page of a finding code as a preview. */
export async function showRule(extension: vscode.Uri, rule: unknown): Promise<void> {
  const code = asCode(rule);
  if (code === undefined) return;
  await vscode.commands.executeCommand('markdown.showPreview', rulePage(extension, code));
}

import * as vscode from 'vscode';
import { RULE_PAGE_REQUEST, type RulePageParams } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { RULE_PAGES } from '../rulePages.js';
import { asCode } from './arguments.js';

/** Opens the page of a finding code as a preview. */
export async function showRule(rule: unknown): Promise<void> {
  const code = asCode(rule);
  if (code !== undefined) await vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.parse(`${RULE_PAGES}/${code}.md`));
}

/** Lets the pages of finding codes be opened: the server makes them of what it judges by. */
export function provideRulePages(server: StoryServer): vscode.Disposable {
  const provideTextDocumentContent = ({ path }: vscode.Uri): Promise<string | null | undefined> => {
    const params: RulePageParams = { code: path.replace(/^\/|\.md$/g, '') };
    return server.ask<string | null>(RULE_PAGE_REQUEST, params);
  };
  return vscode.workspace.registerTextDocumentContentProvider(RULE_PAGES.replace(':', ''), { provideTextDocumentContent });
}

import * as vscode from 'vscode';
import type { HoverMiddleware } from 'vscode-languageclient/browser';
import { HOVER_COMMANDS } from '../../../server/src/lsp/protocol.js';

/** Lets a hover run the commands that the server links to, and no others: a hover quotes the story. */
export const withTrustedLinks: NonNullable<HoverMiddleware['provideHover']> = async (document, position, token, next) => {
  const hover = await next(document, position, token);
  for (const content of hover?.contents ?? []) {
    if (content instanceof vscode.MarkdownString) content.isTrusted = { enabledCommands: Object.values(HOVER_COMMANDS) };
  }
  return hover;
};

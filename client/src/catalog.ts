import * as vscode from 'vscode';
import { CATALOG_REQUEST, DRAFT_REQUEST, type Catalog, type CatalogParams, type Draft, type DraftParams, type DraftSource } from '../../server/src/lsp/protocol.js';
import type { StoryServer } from './client.js';

/**
 * The questions, shapes and templates the server offers where the person is working, or undefined when it cannot run.
 * With a question of the person's own, the shapes that it asks for come first.
 */
export function readCatalog(server: StoryServer, folder?: vscode.Uri, question?: string): Promise<Catalog | undefined> {
  const params: CatalogParams = { ...place(folder), ...(question === undefined ? {} : { question }) };
  return server.ask<Catalog>(CATALOG_REQUEST, params);
}

/** A new document as the server drafts it, or undefined when it cannot run. */
export function askForDraft(server: StoryServer, source: DraftSource, folder?: vscode.Uri): Promise<Draft | undefined> {
  const params: DraftParams = { ...source, ...place(folder) };
  return server.ask<Draft>(DRAFT_REQUEST, params);
}

/** What a rubric is looked for by: a story in the folder, else the open document, else one in the first workspace folder. */
function place(folder: vscode.Uri | undefined): { uri?: string } {
  const home = folder ?? (vscode.window.activeTextEditor ? undefined : vscode.workspace.workspaceFolders?.[0]?.uri);
  const uri = home ? vscode.Uri.joinPath(home, 'new.star.md') : vscode.window.activeTextEditor?.document.uri;
  return uri ? { uri: uri.toString() } : {};
}

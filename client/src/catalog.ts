import * as vscode from 'vscode';
import { CATALOG_REQUEST, type Catalog, type CatalogParams } from '../../server/src/lsp/protocol.js';
import type { StoryServer } from './client.js';

/** The shapes and templates the server offers where the person is working, or undefined when it cannot run. */
export function readCatalog(server: StoryServer): Promise<Catalog | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const place = vscode.window.activeTextEditor?.document.uri ?? (folder && vscode.Uri.joinPath(folder, 'new.star.md'));
  const params: CatalogParams = place ? { uri: place.toString() } : {};
  return server.ask<Catalog>(CATALOG_REQUEST, params);
}

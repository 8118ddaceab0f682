import * as vscode from 'vscode';
import { GLANCE_REQUEST, type Glance, type GlanceParams } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { tellingAt } from '../evidence/places.js';

/** The number of the telling that the cursor is in, from 0: the file's own, then its framings. */
export async function tellingInFront(server: StoryServer): Promise<number> {
  const editor = vscode.window.activeTextEditor;
  const params: GlanceParams | undefined = editor && { textDocument: { uri: editor.document.uri.toString() } };
  const glance = params && (await server.ask<Glance | null>(GLANCE_REQUEST, params));
  return editor && glance ? tellingAt(glance.tellings, editor.selection.active) : 0;
}

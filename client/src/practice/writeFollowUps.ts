import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/browser';
import { ADD_FOLLOW_UPS_REQUEST, FOLLOW_UPS_REQUEST, type AddFollowUpsParams, type FollowUpList } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';

/** Writes questions under a story's Follow-ups as it is now: one edit, so that one Undo takes it back. */
export async function writeFollowUps(server: StoryServer, document: vscode.TextDocument, telling: number, ids: readonly string[]): Promise<void> {
  const textDocument = { uri: document.uri.toString() };
  const list = await server.ask<FollowUpList | null>(FOLLOW_UPS_REQUEST, { textDocument });
  if (!list) return;
  const params: AddFollowUpsParams = { textDocument, version: list.version, telling, ids };
  const edit = await server.ask<WorkspaceEdit | null>(ADD_FOLLOW_UPS_REQUEST, params);
  const converted = edit && (await (await server.running())?.protocol2CodeConverter.asWorkspaceEdit(edit));
  if (converted) await vscode.workspace.applyEdit(converted);
}

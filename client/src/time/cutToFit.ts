import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/browser';
import { CUTS_REQUEST, GLANCE_REQUEST, NOTES_REQUEST, type CutList, type CutsParams, type Glance, type GlanceParams, type NotesParams } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { editorOf } from '../evidence/arguments.js';
import { tellingAt } from '../evidence/places.js';
import { pickCuts } from './pickCuts.js';
import { pickSeconds } from './pickSeconds.js';

/** Asks how long the story may be, shows what it can do without, and moves what the person chooses to the Notes. */
export async function cutToFit(server: StoryServer, uri?: unknown, nth?: unknown): Promise<void> {
  const editor = await editorOf(uri);
  if (editor === undefined) return say(vscode.l10n.t('Open a story first: a story’s file name ends in .star.md.'));
  const textDocument = { uri: editor.document.uri.toString() };
  const glance = await server.ask<Glance | null>(GLANCE_REQUEST, { textDocument } satisfies GlanceParams);
  if (glance === undefined) return;
  if (glance === null) return say(vscode.l10n.t('This is no story yet: a story’s file name ends in .star.md.'));
  const telling = typeof nth === 'number' && nth in glance.tellings ? nth : tellingAt(glance.tellings, editor.selection.active);
  const seconds = await pickSeconds(glance, glance.tellings[telling]!);
  if (seconds === undefined) return;
  const params: CutsParams = { textDocument, telling, seconds };
  const list = await server.ask<CutList | null>(CUTS_REQUEST, params);
  if (!list) return;
  if (list.sentences.length === 0) return say(vscode.l10n.t('Every sentence carries something that is asked for. To save time, shorten the longest ones.'));
  const chosen = await pickCuts(list, seconds);
  if (chosen === undefined || chosen.length === 0) return;
  await move(server, { textDocument, version: list.version, ranges: chosen.map(({ range }) => range) });
}

/** One edit, so that one Undo takes it back. */
async function move(server: StoryServer, params: NotesParams): Promise<void> {
  const edit = await server.ask<WorkspaceEdit | null>(NOTES_REQUEST, params);
  if (edit === null) return say(vscode.l10n.t('The story has changed meanwhile, so nothing was moved. Please choose again.'));
  const client = await server.running();
  const converted = edit && (await client?.protocol2CodeConverter.asWorkspaceEdit(edit));
  if (converted) await vscode.workspace.applyEdit(converted);
}

function say(message: string): void {
  void vscode.window.showInformationMessage(message);
}

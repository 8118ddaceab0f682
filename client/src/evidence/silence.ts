import * as vscode from 'vscode';
import { SILENCE_REQUEST, type SilenceParams, type SnippetInsert } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { asCode, editorOf } from './arguments.js';
import { insert } from './places.js';

/** Leaves a finding out where it stands; the person types the reason. */
export async function silence(server: StoryServer, uri: unknown, rule: unknown, position: unknown): Promise<void> {
  const [code, editor] = [asCode(rule), await editorOf(uri)];
  if (code === undefined || editor === undefined || !isPosition(position)) return;
  const params: SilenceParams = { textDocument: { uri: editor.document.uri.toString() }, rule: code, position };
  const suppression = await server.ask<SnippetInsert | null>(SILENCE_REQUEST, params);
  if (suppression) await insert(editor, suppression);
  else if (suppression === null) void vscode.window.showInformationMessage(vscode.l10n.t('That hint is no longer there: nothing needs to be left out.'));
}

function isPosition(value: unknown): value is SilenceParams['position'] {
  const { line, character } = (value ?? {}) as Partial<SilenceParams['position']>;
  return Number.isInteger(line) && Number.isInteger(character);
}

import * as vscode from 'vscode';
import type { GlanceSection } from '../../server/src/lsp/protocol.js';

/** What a part of a story is called. */
export function roleName(role: GlanceSection['role']): string {
  const names: Record<GlanceSection['role'], string> = {
    situation: vscode.l10n.t('Situation'),
    task: vscode.l10n.t('Task'),
    action: vscode.l10n.t('Action'),
    result: vscode.l10n.t('Result'),
    learning: vscode.l10n.t('Learning'),
    body: vscode.l10n.t('Under no label'),
  };
  return names[role];
}

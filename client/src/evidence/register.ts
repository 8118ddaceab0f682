import * as vscode from 'vscode';
import { HOVER_COMMANDS, SHOW_EVIDENCE } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { EvidenceMarks } from './marks.js';
import { showEvidence } from './showEvidence.js';
import { provideRulePages, showRule } from './showRule.js';
import { silence } from './silence.js';
import { tuneRule } from './tuneRule.js';

/** The commands and marks that show what was heard, and those that a finding's hover links to. */
export function registerEvidence(context: vscode.ExtensionContext, server: StoryServer): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  const marks = new EvidenceMarks(context.workspaceState, server);
  return [
    marks,
    registerCommand(SHOW_EVIDENCE, (uri?: unknown, telling?: unknown) => showEvidence(server, uri, telling)),
    registerCommand('starwright.toggleEvidence', () => marks.toggle()),
    registerCommand(HOVER_COMMANDS.silence, (uri: unknown, rule: unknown, position: unknown) => silence(server, uri, rule, position)),
    registerCommand(HOVER_COMMANDS.tuneRule, tuneRule),
    registerCommand(HOVER_COMMANDS.showRule, showRule),
    provideRulePages(server),
  ];
}

import { CodeActionKind, TextDocumentSyncKind, type FileOperationRegistrationOptions, type InitializeResult } from 'vscode-languageserver';
import { DIAGNOSTIC_SOURCE, FIX_ALL_KIND, TRIGGER_CHARACTERS } from '../service/index.js';
import type { ClientFeatures } from './clientFeatures.js';

/** Stories, and folders that may hold some. */
const MOVES: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: '**/*.star.md', matches: 'file' } },
    { pattern: { glob: '**', matches: 'folder' } },
  ],
};

/** What the server tells a client it can do. */
export function initializeResult(client: ClientFeatures, workspaceDiagnostics: boolean): InitializeResult {
  const result: InitializeResult = {
    serverInfo: { name: 'starwright' },
    capabilities: {
      positionEncoding: client.positionEncoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, CodeActionKind.RefactorExtract, FIX_ALL_KIND] },
      codeLensProvider: { resolveProvider: false },
      completionProvider: { triggerCharacters: TRIGGER_CHARACTERS, resolveProvider: false },
      hoverProvider: true,
      inlayHintProvider: { resolveProvider: false },
    },
  };
  if (client.workspaceFolders) {
    const moves = client.tellsMoves ? { fileOperations: { didRename: MOVES, didDelete: MOVES } } : {};
    result.capabilities.workspace = { workspaceFolders: { supported: true, changeNotifications: true }, ...moves };
  }
  if (client.pullsDiagnostics) {
    result.capabilities.diagnosticProvider = {
      identifier: DIAGNOSTIC_SOURCE,
      interFileDependencies: false,
      workspaceDiagnostics,
    };
  }
  return result;
}

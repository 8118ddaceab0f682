import { DocumentDiagnosticReportKind, type DocumentDiagnosticParams, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { folderDiagnostics } from '../config/folderHelp.js';
import type { StoryDocuments } from './documents.js';
import type { FolderFiles } from './folderFiles.js';
import type { OpenDiagnostics } from './openDiagnostics.js';
import type { WorkspaceDiagnostics } from './workspaceDiagnostics.js';

/** The answer to `textDocument/diagnostic`. */
export async function documentReport(
  params: DocumentDiagnosticParams,
  documents: StoryDocuments,
  folderFiles: FolderFiles,
  open: OpenDiagnostics,
  workspace: WorkspaceDiagnostics | undefined,
): Promise<DocumentDiagnosticReport> {
  const { uri } = params.textDocument;
  const folderFile = await folderFiles.open(uri);
  if (folderFile !== undefined) return { kind: DocumentDiagnosticReportKind.Full, items: folderDiagnostics(folderFile) };
  if (documents.text.get(uri) === undefined) {
    // Some clients ask once more after a document closed, to show what the file on disk has.
    const closed = await workspace?.closedFile(uri);
    return { kind: DocumentDiagnosticReportKind.Full, ...(closed ?? { items: [] }) };
  }
  const report = await open.report(uri);
  if (report === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const { resultId } = report;
  if (resultId === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: report.items() };
}

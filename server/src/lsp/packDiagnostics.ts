import { DiagnosticSeverity, type Connection, type Diagnostic } from 'vscode-languageserver';
import type { FileProblem } from '../config/fileProblem.js';

/** Shows what is wrong in the files of a rubric, and takes it back when it is mended. */
export class PackDiagnostics {
  readonly #connection: Connection;
  /** By rubric: the files that the client shows something for. */
  readonly #shown = new Map<string, ReadonlySet<string>>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Shows the problems of a rubric, whose files are named by their addresses. */
  show(rubric: string, problems: readonly FileProblem[]): void {
    const byFile = new Map<string, Diagnostic[]>();
    for (const problem of problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), diagnostic(problem)]);
    const before = this.#shown.get(rubric) ?? new Set<string>();
    for (const uri of before) if (!byFile.has(uri)) void this.#connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, diagnostics] of byFile) void this.#connection.sendDiagnostics({ uri, diagnostics });
    this.#shown.set(rubric, new Set(byFile.keys()));
  }
}

function diagnostic({ start, end, message }: FileProblem): Diagnostic {
  return { range: { start, end }, severity: DiagnosticSeverity.Error, source: 'starwright', code: 'rubric', message };
}

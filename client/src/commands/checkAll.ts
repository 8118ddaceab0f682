import * as vscode from 'vscode';
import type { Diagnostic, WorkspaceDiagnosticReport } from 'vscode-languageclient/browser';
import type { StoryServer } from '../client.js';
import { STORY_GLOB } from '../stories.js';

/** The protocol's own request. */
const WORKSPACE_DIAGNOSTIC = 'workspace/diagnostic';

/** Reviews every story of the workspace and shows the findings of those that are not open. */
export class CheckAll implements vscode.Disposable {
  readonly #server: StoryServer;
  readonly #unopened = vscode.languages.createDiagnosticCollection('starwright (all stories)');
  readonly #listeners: vscode.Disposable[] = [];
  /** When the stories were last asked for, in milliseconds since 1970. */
  #asked = 0;

  constructor(server: StoryServer) {
    this.#server = server;
  }

  /** Asks the server for every story, shows what it found and says how much. */
  async run(): Promise<void> {
    const client = await this.#server.running();
    this.#asked = Date.now();
    const report = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Checking stories') },
      () => this.#server.ask<WorkspaceDiagnosticReport>(WORKSPACE_DIAGNOSTIC, { previousResultIds: [] }),
    );
    if (!client || !report) return;
    this.#listen();
    this.#unopened.clear();
    for (const { uri, items } of fullReports(report)) {
      const place = client.protocol2CodeConverter.asUri(uri);
      if (!isOpen(place)) this.#unopened.set(place, await client.protocol2CodeConverter.asDiagnostics(items));
    }
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    void vscode.window.showInformationMessage(summarise(report));
  }

  dispose(): void {
    this.#unopened.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  /** From the moment a file is opened, changed or deleted, what was shown of it no longer holds. */
  #listen(): void {
    if (this.#listeners.length > 0) return;
    const forget = (uri: vscode.Uri) => this.#unopened.delete(uri);
    const watcher = vscode.workspace.createFileSystemWatcher(STORY_GLOB, true);
    this.#listeners.push(
      watcher,
      watcher.onDidChange(async (uri) => (await this.#hasChanged(uri)) && forget(uri)),
      watcher.onDidDelete(forget),
      vscode.workspace.onDidOpenTextDocument(({ uri }) => forget(uri)),
    );
  }

  /** News of a change can be late: one from before the stories were asked for is in what was found. */
  async #hasChanged(uri: vscode.Uri): Promise<boolean> {
    const { mtime } = await vscode.workspace.fs.stat(uri).then(undefined, () => ({ mtime: 0 }));
    return mtime === 0 || mtime > this.#asked;
  }
}

function fullReports(report: WorkspaceDiagnosticReport): { uri: string; items: Diagnostic[] }[] {
  return report.items.flatMap((item) => (item.kind === 'full' ? [{ uri: item.uri, items: item.items }] : []));
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}

function summarise(report: WorkspaceDiagnosticReport): string {
  const files = fullReports(report);
  const stories = files.length;
  const findings = files.flatMap(({ items }) => items).length;
  if (stories === 0) return vscode.l10n.t('There are no stories (*.star.md) in this workspace. “Starwright: New Story…” writes one.');
  if (findings === 0) return stories === 1 ? vscode.l10n.t('1 story checked, no findings.') : vscode.l10n.t('{0} stories checked, no findings.', stories);
  const weak = files.filter(({ items }) => items.length > 0).length;
  return stories === 1 ? oneChecked(findings) : manyChecked(stories, findings, weak);
}

function oneChecked(findings: number): string {
  return findings === 1 ? vscode.l10n.t('1 story checked: 1 finding.') : vscode.l10n.t('1 story checked: {0} findings.', findings);
}

function manyChecked(stories: number, findings: number, weak: number): string {
  if (findings === 1) return vscode.l10n.t('{0} stories checked: 1 finding.', stories);
  if (weak === 1) return vscode.l10n.t('{0} stories checked: {1} findings in 1 story.', stories, findings);
  return vscode.l10n.t('{0} stories checked: {1} findings in {2} stories.', stories, findings, weak);
}

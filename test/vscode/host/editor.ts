import * as vscode from 'vscode';

/** The extension under test, as it was installed from its package. */
export function starwright(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('starwright.starwright');
  if (!extension) throw new Error('the extension is not installed');
  return extension;
}

/** Writes a file into the workspace and gives where it is. */
export async function write(name: string, text: string): Promise<vscode.Uri> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('no workspace folder is open');
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Writes a file into the workspace and opens it in an editor. */
export async function open(name: string, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await write(name, text));
  await vscode.window.showTextDocument(document);
  return document;
}

/** What Starwright says of a document, as soon as it is enough. */
export function findings(uri: vscode.Uri, enough: (found: vscode.Diagnostic[]) => boolean): Promise<vscode.Diagnostic[]> {
  return new Promise((resolve) => {
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
    function look() {
      const found = ours(uri);
      if (!enough(found)) return;
      listener.dispose();
      resolve(found);
    }
  });
}

/** What Starwright says of a document at this moment. */
export function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'starwright');
}

/** The finding's code, whether or not it comes with a page about it. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for the finding with this code. */
export async function findingOf(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  const found = await findings(uri, has(code));
  return found.find((finding) => codeOf(finding) === code)!;
}

/** Whether a finding with this code is among them. */
export const has = (code: string) => (found: vscode.Diagnostic[]) => found.some((finding) => codeOf(finding) === code);

/** The quick fix with a title like this that the editor offers for a finding. */
export async function quickFix(uri: vscode.Uri, { range }: vscode.Diagnostic, title: RegExp): Promise<vscode.WorkspaceEdit> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind);
  const edit = offered.find((action) => title.test(action.title))?.edit;
  if (!edit) throw new Error(`no quick fix like ${title} among: ${offered.map((action) => action.title).join(' | ')}`);
  return edit;
}

/** The process ids of the language servers that this extension host started and that have not ended. */
export function servers(): number[] {
  const { _getActiveHandles: handles } = process as unknown as { _getActiveHandles(): unknown[] };
  return handles.call(process).flatMap((handle) => {
    const { pid, spawnargs, exitCode } = handle as { pid?: number; spawnargs?: string[]; exitCode?: number | null };
    return pid && exitCode == null && spawnargs?.some((arg) => arg.endsWith('server.cjs')) ? [pid] : [];
  });
}

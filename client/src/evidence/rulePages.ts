import * as vscode from 'vscode';

const SCHEME = 'starwright-rule';

const folderOf = (extension: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(extension, 'docs', 'rules');

/** Where the page of a finding code lies in the extension. */
export function rulePage(extension: vscode.Uri, code: string): vscode.Uri {
  return vscode.Uri.joinPath(folderOf(extension), `${code}.md`);
}

/** The folder that findings link into. An extension in a browser has come from a server, and a link to there would lead out of the editor. */
export function linkedPages(extension: vscode.Uri): string {
  return /^https?$/.test(extension.scheme) ? `${SCHEME}:` : folderOf(extension).toString();
}

/** Opens what such links name in the editor. */
export function openRulePages(extension: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) => {
      const code = path.replace(/^\//, '').replace(/\.md$/, '');
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(rulePage(extension, code)));
    },
  });
}

import * as vscode from 'vscode';

/** A folder that may be read and not written to, with one file in it. */
export function lockedFolder(scheme: string, text: string): vscode.Disposable {
  const no = (): never => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const file = new TextEncoder().encode(text);
  const times = { ctime: 0, mtime: 0, size: file.length };
  const stat = ({ path }: vscode.Uri): vscode.FileStat => {
    if (path === '/') return { ...times, type: vscode.FileType.Directory };
    if (path === '/labels.md') return { ...times, type: vscode.FileType.File };
    throw vscode.FileSystemError.FileNotFound();
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: new vscode.EventEmitter<vscode.FileChangeEvent[]>().event,
    watch: () => new vscode.Disposable(() => undefined),
    stat,
    readDirectory: () => [['labels.md', vscode.FileType.File]],
    readFile: () => file,
    createDirectory: no,
    writeFile: no,
    delete: no,
    rename: no,
  };
  return vscode.workspace.registerFileSystemProvider(scheme, provider);
}

// A file system that lives in the browser's memory, as that of a repository which is not cloned: it knows no disk and no search.
const vscode = require('vscode');
const { FileSystemError, FileType } = vscode;

exports.activate = async ({ extensionUri, subscriptions }) => {
  const files = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'files.json'))));
  // VS Code trusts what lies in a file system that it does not know, and asks for that of repositories.
  for (const scheme of ['memory', 'vscode-vfs']) subscriptions.push(vscode.workspace.registerFileSystemProvider(scheme, new MemoryFiles(files), { isCaseSensitive: true }));
};

class MemoryFiles {
  #files = new Map();
  #changes = new vscode.EventEmitter();
  onDidChangeFile = this.#changes.event;

  constructor(files) {
    for (const [path, text] of Object.entries(files)) this.#files.set(path, new TextEncoder().encode(text));
  }

  watch() {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }) {
    const bytes = this.#files.get(path);
    if (bytes) return { type: FileType.File, ctime: 0, mtime: 1, size: bytes.length };
    if (this.#below(path).length > 0) return { type: FileType.Directory, ctime: 0, mtime: 1, size: 0 };
    throw FileSystemError.FileNotFound(path);
  }

  readDirectory(uri) {
    const names = this.#below(uri.path);
    if (names.length === 0) throw FileSystemError.FileNotFound(uri);
    return [...new Set(names.map((name) => name.split('/')[0]))].map((name) => [name, names.includes(name) ? FileType.File : FileType.Directory]);
  }

  readFile(uri) {
    const bytes = this.#files.get(uri.path);
    if (!bytes) throw FileSystemError.FileNotFound(uri);
    return bytes;
  }

  writeFile(uri, bytes) {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, bytes);
    this.#changes.fire([{ type, uri }]);
  }

  delete(uri) {
    this.#files.delete(uri.path);
    this.#changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from, to) {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  createDirectory() {}

  #below(path) {
    const start = `${path.replace(/\/$/, '')}/`;
    return [...this.#files.keys()].filter((name) => name.startsWith(start)).map((name) => name.slice(start.length));
  }
}

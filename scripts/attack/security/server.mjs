import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

/** The real language server in a process of its own, as an editor with all our commands speaks to it. */
export async function startServer(root, folder, { trusted = true, settings = {} } = {}) {
  const child = spawn(process.execPath, [path.join(root, 'dist/cli.js'), 'lsp', '--stdio'], { cwd: folder, stdio: 'pipe' });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const shown = [];
  const published = new Map();
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complaints += text));
  connection.onNotification('window/showMessage', ({ message }) => shown.push(message));
  connection.onNotification('window/logMessage', ({ message }) => shown.push(message));
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => published.set(uri, diagnostics));
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => settings));
  connection.onRequest('client/registerCapability', () => null);
  for (const what of ['diagnostic', 'codeLens', 'inlayHint']) connection.onRequest(`workspace/${what}/refresh`, () => null);
  connection.onError(() => {});
  connection.listen();
  const uri = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: path.basename(folder) }],
    initializationOptions: { trusted, commandLinks: true, pages: 'starwright-rule:', workspaceDiagnostics: false },
    capabilities: { workspace: { configuration: true, workspaceFolders: true, workspaceEdit: { documentChanges: true } }, textDocument: { hover: { contentFormat: ['markdown', 'plaintext'] }, completion: { completionItem: { snippetSupport: true } }, diagnostic: {} } },
  });
  await connection.sendNotification('initialized', {});
  return {
    shown,
    published,
    complaints: () => complaints,
    tell: (method, params) => connection.sendNotification(method, params),
    ask: (method, params) => connection.sendRequest(method, params),
    open: (file, text) => connection.sendNotification('textDocument/didOpen', { textDocument: { uri: pathToFileURL(file).href, languageId: 'markdown', version: 1, text } }),
    close: (file) => connection.sendNotification('textDocument/didClose', { textDocument: { uri: pathToFileURL(file).href } }),
    stop: async () => {
      await connection.sendRequest('shutdown').catch(() => {});
      await connection.sendNotification('exit').catch(() => {});
      connection.dispose();
      child.kill();
    },
  };
}

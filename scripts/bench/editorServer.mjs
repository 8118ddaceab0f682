import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-languageserver/node');
const USAGE = path.join(import.meta.dirname, 'usage.cjs');

/** A language server over stdio with one document open, and the editor's end of it. Times are milliseconds. */
export class EditorServer {
  #child;
  #connection;
  #pull;
  #document;
  #resultId;
  #heard = () => {};

  /** Starts a contestant (see editorServers.mjs) in a folder. */
  static async start({ args, pull, settings, initializationOptions, requests = {} }, folder) {
    const server = new EditorServer();
    server.#pull = pull;
    server.#child = spawn(process.execPath, ['--require', USAGE, ...args], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore', 'ipc'] });
    const connection = createProtocolConnection(new StreamMessageReader(server.#child.stdout), new StreamMessageWriter(server.#child.stdin));
    server.#connection = connection;
    for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh', 'window/workDoneProgress/create']) connection.onRequest(method, () => null);
    connection.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => settings?.[section] ?? null));
    connection.onNotification('textDocument/publishDiagnostics', (told) => server.#heard(told));
    for (const [method, answer] of Object.entries(requests)) connection.onRequest(method, answer);
    connection.listen();
    const uri = pathToFileURL(folder).href;
    const textDocument = pull ? { diagnostic: { dynamicRegistration: true } } : { publishDiagnostics: { versionSupport: true } };
    const capabilities = { workspace: { configuration: true, diagnostics: { refreshSupport: true } }, textDocument };
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: uri, workspaceFolders: [{ uri, name: 'bench' }], capabilities, initializationOptions });
    await connection.sendNotification('initialized', {});
    if (settings) await connection.sendNotification('workspace/didChangeConfiguration', { settings });
    return server;
  }

  /** Opens a text, and says when its diagnostics are there. */
  open(file, text) {
    this.#document = { uri: pathToFileURL(file).href, version: 1 };
    this.#resultId = undefined;
    return this.#timed(() => this.#connection.sendNotification('textDocument/didOpen', { textDocument: { ...this.#document, languageId: 'markdown', text } }));
  }

  /** Types at a place, and says how long it took until the diagnostics of the text with it were there. */
  type(key, start) {
    const { uri } = this.#document;
    const change = { textDocument: { uri, version: ++this.#document.version }, contentChanges: [{ range: { start, end: start }, text: key }] };
    return this.#timed(() => this.#connection.sendNotification('textDocument/didChange', change));
  }

  async close() {
    await this.#connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.#document.uri } });
  }

  /** Bytes of memory the process holds. */
  async memory() {
    this.#child.send('memory');
    const [{ rss }] = await once(this.#child, 'message');
    return rss;
  }

  async stop() {
    const left = once(this.#child, 'exit');
    await this.#connection.sendRequest('shutdown');
    await this.#connection.sendNotification('exit').catch(() => {});
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 2000);
    await left;
    clearTimeout(late);
    this.#connection.dispose();
  }

  async #timed(send) {
    const before = performance.now();
    const fresh = this.#pull ? undefined : this.#published();
    await send();
    await (fresh ?? this.#pulled());
    return performance.now() - before;
  }

  #published() {
    const { uri, version } = this.#document;
    return new Promise((resolve) => {
      this.#heard = (told) => {
        if (told.uri === uri && (told.version ?? version) === version) resolve();
      };
    });
  }

  async #pulled() {
    const { resultId } = await this.#connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: this.#document.uri }, previousResultId: this.#resultId });
    this.#resultId = resultId;
  }
}

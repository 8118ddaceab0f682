// An editor of the shape that the attacks need: it starts a language server, types, and may die, or be deaf.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const CAPABILITIES = {
  workspace: {
    configuration: true, workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true }, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true },
  },
  window: { workDoneProgress: true },
  textDocument: { diagnostic: { dynamicRegistration: true } },
};

/** A language server and the editor's end of the conversation with it. `deaf` leaves the requests of the server unanswered. */
export class Editor {
  refreshed = 0;
  logged = [];
  shown = [];
  #texts = new Map();

  constructor(child, connection) {
    this.child = child;
    this.connection = connection;
    this.gone = once(child, 'exit').then(([code, signal]) => Promise.reject(new Error(`The server is gone (${signal ?? code}).`)));
    this.gone.catch(() => {});
  }

  /** Starts a server and shakes hands. `node` are options of Node, `env` is added to the environment. */
  static async start(program, { folders = [], deaf = false, node = [], env = {}, initializationOptions } = {}) {
    const child = spawn(process.execPath, [...node, program, 'lsp', '--stdio'], { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.on('error', () => {});
    child.stderr.resume();
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    // Who writes to a server that was killed hears of it by its end.
    connection.onError(() => {});
    connection.onUnhandledNotification(() => {});
    const editor = new Editor(child, connection);
    editor.#listen(deaf);
    connection.listen();
    const workspaceFolders = folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder }));
    await editor.orGone(connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: CAPABILITIES, workspaceFolders, initializationOptions }));
    await connection.sendNotification('initialized', {});
    return editor;
  }

  #listen(deaf) {
    const never = new Promise(() => {});
    const requests = ['workspace/configuration', 'client/registerCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh', 'workspace/codeLens/refresh', 'workspace/inlayHint/refresh', 'workspace/workspaceFolders'];
    for (const method of requests) {
      this.connection.onRequest(method, (params) => {
        if (method === 'workspace/diagnostic/refresh') this.refreshed++;
        if (deaf) return never;
        return method === 'workspace/configuration' ? params.items.map(() => null) : null;
      });
    }
    this.connection.onNotification('window/logMessage', ({ message }) => this.logged.push(message));
    this.connection.onNotification('window/showMessage', ({ message }) => this.shown.push(message));
  }

  /** An answer, or a failure when the server is gone before it. */
  orGone(answer) {
    answer.catch(() => {});
    return Promise.race([answer, this.gone]);
  }

  open(uri, text) {
    this.#texts.set(uri, { text, version: 1 });
    return this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  }

  text(uri) {
    return this.#texts.get(uri).text;
  }

  /** Puts text in at an offset. */
  insert(uri, offset, newText) {
    const known = this.#texts.get(uri);
    const before = known.text.slice(0, offset);
    const at = { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
    known.text = before + newText + known.text.slice(offset);
    known.version++;
    return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: known.version }, contentChanges: [{ range: { start: at, end: at }, text: newText }] });
  }

  async diagnostics(uri) {
    const report = await this.orGone(this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }));
    return report.items ?? [];
  }

  request(method, params) {
    return this.orGone(this.connection.sendRequest(method, params));
  }

  filesChanged(changes) {
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  /** Milliseconds of processor time that the server has used; undefined where nobody tells. */
  processorTime() {
    try {
      const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return 10 * (Number(fields[11]) + Number(fields[12]));
    } catch {
      return undefined;
    }
  }

  /** Milliseconds of processor time used in so many milliseconds in which nobody does anything. */
  async idle(milliseconds) {
    const before = this.processorTime();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const after = this.processorTime();
    return before === undefined || after === undefined ? 0 : after - before;
  }

  /** Says goodbye; kills a server that does not go. */
  async leave() {
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 5000);
    await this.orGone(this.connection.sendRequest('shutdown')).catch(() => {});
    await this.connection.sendNotification('exit').catch(() => {});
    await this.gone.catch(() => {});
    clearTimeout(timer);
    this.connection.dispose();
    return this.child.signalCode ?? this.child.exitCode;
  }

  kill() {
    this.child.kill('SIGKILL');
  }
}

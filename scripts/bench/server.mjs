import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const USAGE = path.join(import.meta.dirname, 'usage.cjs');

/** The real language server over stdio, and a client's end of it. */
export class BenchServer {
  /** Starts a server for the stories of one folder. */
  static async start(root, folder) {
    const require = createRequire(path.join(root, 'package.json'));
    const { createProtocolConnection, StreamMessageReader, StreamMessageWriter } = require('vscode-languageserver/node');
    const child = spawn(process.execPath, ['--expose-gc', '--require', USAGE, path.join(root, 'dist/cli.js'), 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit', 'ipc'] });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const server = new BenchServer();
    Object.assign(server, { child, connection, told: 0, wake: () => {} });
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
    connection.onRequest('workspace/diagnostic/refresh', () => null);
    connection.onNotification('starwright/bankChanged', () => {
      server.told++;
      server.wake();
    });
    connection.listen();
    const capabilities = { workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true }, diagnostics: { refreshSupport: true } }, textDocument: { diagnostic: {} } };
    const uri = pathToFileURL(folder).href;
    await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities, workspaceFolders: [{ uri, name: 'bank' }] });
    await connection.sendNotification('initialized', {});
    return server;
  }

  /** The bank as far as it is known. */
  bank() {
    return this.connection.sendRequest('starwright/bank', {});
  }

  /** The bank once all of it is read, asked for whenever there is news. */
  async wholeBank() {
    for (;;) {
      const { told } = this;
      const bank = await this.bank();
      if (bank.complete) return bank;
      await this.news(told);
    }
  }

  /** Resolves when there is news beyond the `told`th. */
  async news(told) {
    while (this.told <= told) await new Promise((resolve) => (this.wake = resolve));
  }

  /** Bytes in use after garbage collection, and microseconds of processor time so far. */
  async usage() {
    return this.#asked('usage');
  }

  /** Microseconds of processor time so far. */
  async processor() {
    return this.#asked('processor');
  }

  async #asked(what) {
    this.child.send(what);
    const [answer] = await once(this.child, 'message');
    return answer;
  }

  async stop() {
    await this.connection.sendRequest('shutdown');
    const left = once(this.child, 'exit');
    await this.connection.sendNotification('exit');
    await left;
    this.connection.dispose();
  }
}

import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type Range,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Clock } from '../../server/src/lsp/clock.js';
import { createServer } from '../../server/src/lsp/server.js';
import { Listener, type Answers } from './listener.js';

const ROOT = join(import.meta.dirname, '../..');

/** A client that asks for diagnostics and knows snippets, as VS Code does. */
export const PULL: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true } },
  },
};

/** A client that can do next to nothing. */
export const PUSH: ClientCapabilities = {};

export interface StartOptions extends Answers {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
  /** The process the server is to leave with; this one unless given. */
  readonly processId?: number;
}

/** The real server process and the client's end of the connection. */
export class Client extends Listener {
  /** Everything the server wrote to its standard output. */
  readonly output: Buffer[] = [];
  initialized!: InitializeResult;
  readonly #documents = new Map<string, TextDocument>();

  private constructor(
    /** Absent for a server in this process. */
    private readonly child: ChildProcessWithoutNullStreams | undefined,
    readonly connection: ProtocolConnection,
  ) {
    super();
  }

  get process(): ChildProcessWithoutNullStreams {
    if (this.child === undefined) throw new Error('The server runs in this process.');
    return this.child;
  }

  /** A server in this process, for which time passes as the test says. */
  static async withClock(clock: Clock, options: StartOptions = {}): Promise<Client> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    createServer(server, { clock });
    server.listen();
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    return new Client(undefined, connection).#meet(options);
  }

  /** Starts a server and shakes hands. */
  static async start(options: StartOptions = {}): Promise<Client> {
    const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'lsp', '--stdio']);
    const connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
      undefined,
    );
    return new Client(child, connection).#meet(options, failure(child));
  }

  /** Shakes hands. */
  async #meet(options: StartOptions, failed: Promise<never> = new Promise(() => {})): Promise<this> {
    this.child?.stdout.on('data', (chunk: Buffer) => this.output.push(chunk));
    this.hear(this.connection, options);
    const folders = options.folders?.map((uri) => ({ uri, name: uri })) ?? null;
    const params: InitializeParams = {
      processId: options.processId ?? process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? PULL,
      workspaceFolders: folders,
      initializationOptions: options.initializationOptions,
    };
    this.initialized = await Promise.race([this.connection.sendRequest<InitializeResult>('initialize', params), failed]);
    await this.connection.sendNotification('initialized', {});
    return this;
  }

  async open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, version, text));
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version, text },
    });
  }

  text(uri: string): string {
    return this.document(uri).getText();
  }

  document(uri: string): TextDocument {
    return this.#documents.get(uri)!;
  }

  /** Applies edits to the client's text and tells the server, from the last to the first. */
  async edit(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const document = this.document(uri);
    const text = TextDocument.applyEdits(document, [...edits]);
    const backwards = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
    const version = document.version + 1;
    this.#documents.set(uri, TextDocument.create(uri, document.languageId, version, text));
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: backwards.map(({ range, newText }) => ({ range, text: newText })),
    });
  }

  /** Replaces the whole text. */
  async replace(uri: string, text: string): Promise<void> {
    const document = this.document(uri);
    await this.edit(uri, [{ range: { start: { line: 0, character: 0 }, end: document.positionAt(Infinity) }, newText: text }]);
  }

  /** Types a text key by key behind the first place where these words stand, asking for diagnostics after each key as an editor does. */
  async type(uri: string, text: string, behind: string): Promise<Diagnostic[]> {
    let found: Diagnostic[] = [];
    let offset = this.text(uri).indexOf(behind) + behind.length;
    for (const key of text) {
      const at = this.document(uri).positionAt(offset);
      await this.edit(uri, [{ range: { start: at, end: at }, newText: key }]);
      found = await this.pull(uri);
      offset += key.length;
    }
    return found;
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  /** Tells the server that files were written on disk. */
  async wrote(...uris: string[]): Promise<void> {
    await this.filesChanged(2, uris);
  }

  /** Tells the server that files were created (1), written (2) or deleted (3) on disk. */
  async filesChanged(type: 1 | 2 | 3, uris: readonly string[]): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type })) });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  async pull(uri: string): Promise<Diagnostic[]> {
    const report = await this.report(uri);
    return report.kind === 'full' ? report.items : [];
  }

  async codes(uri: string): Promise<string[]> {
    return (await this.pull(uri)).map(({ code }) => String(code));
  }

  codeActions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...context },
    });
  }

  request<T>(method: string, uri: string, position?: Position): Promise<T> {
    return this.connection.sendRequest<T>(method, { textDocument: { uri }, position });
  }

  /** Says goodbye. Resolves with the exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    if (this.child === undefined) {
      this.connection.dispose();
      return 0;
    }
    const exited = once(this.child, 'exit');
    await this.connection.sendNotification('exit');
    const [code] = (await exited) as [number | null];
    this.connection.dispose();
    return code;
  }
}

/** Rejects, with what the server said, when it ends before it has begun. */
async function failure(child: ChildProcessWithoutNullStreams): Promise<never> {
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  throw new Error(`The server ended with ${code}. ${complaint}`);
}

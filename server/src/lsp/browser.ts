import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures } from 'vscode-languageserver/browser';
import { createServer } from './server.js';

type WorkerScope = ConstructorParameters<typeof BrowserMessageReader>[0];

// Inside a Worker the global object is the port to the page that started it.
const scope = globalThis as unknown as WorkerScope;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(scope),
  new BrowserMessageWriter(scope),
);
createServer(connection, {});
connection.listen();

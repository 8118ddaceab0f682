import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { diskNames, nodeFiles } from './nodeFiles.js';
import { createServer } from './server.js';

/**
 * Serves the client that started this process, over the transport its arguments name
 * (`--stdio`, `--node-ipc` …), until the client says goodbye, closes the stream or is gone.
 */
export function startServer(): void {
  const connection = createConnection(ProposedFeatures.all);
  createServer(connection, { files: nodeFiles(connection.console), disk: diskNames });
  connection.listen();
}

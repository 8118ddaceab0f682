import { createConnection, ProposedFeatures, type Connection, type MessageStrategy } from 'vscode-languageserver/node';
import { discreet } from './discreet.js';
import { Manners, registerRefusals } from './manners.js';
import { diskNames, nodeFiles } from './nodeFiles.js';
import { createServer } from './server.js';
import { standardStreams } from './standardStreams.js';

/**
 * Serves the client that started this process, over the transport its arguments name
 * (`--stdio`, `--node-ipc` …), until the client says goodbye, closes the stream or is gone.
 */
export function startServer(): void {
  const connection = connect({ messageStrategy: new Manners() });
  registerRefusals(connection);
  createServer(connection, { files: nodeFiles(discreet(connection).console), disk: diskNames });
  connection.listen();
}

function connect(options: { messageStrategy: MessageStrategy }): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all, options);
  return createConnection(ProposedFeatures.all, ...standardStreams(), options);
}

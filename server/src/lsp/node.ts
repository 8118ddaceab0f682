import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures, type Connection, type MessageStrategy } from 'vscode-languageserver/node';
import { FolderConfigs, type FolderConfig } from '../config/nearestFolderFile.js';
import type { Rubric } from '../rubric/index.js';
import { nodeFiles } from './nodeFiles.js';
import { nodeRubrics } from './nodeRubrics.js';
import { Manners, registerRefusals } from './manners.js';
import { createServer } from './server.js';
import { standardStreams } from './standardStreams.js';

/**
 * Serves the client that started this process, over the transport its arguments name
 * (`--stdio`, `--node-ipc` …), until the client says goodbye, closes the stream or is gone.
 */
export function startServer(): void {
  const connection = connect({ messageStrategy: new Manners() });
  registerRefusals(connection);
  createServer(connection, { files: nodeFiles(connection.console), folderFile, rubrics: nodeRubrics() });
  connection.listen();
}

function connect(options: { messageStrategy: MessageStrategy }): Connection {
  if (!process.argv.includes('--stdio')) return createConnection(ProposedFeatures.all, options);
  return createConnection(ProposedFeatures.all, ...standardStreams(), options);
}

/** The same folder file that the command line goes by, read anew each time it is asked for. */
function folderFile(uri: string, rubric: Rubric): FolderConfig | undefined {
  return uri.startsWith('file:') ? new FolderConfigs(rubric).nearest(fileURLToPath(uri)) : undefined;
}

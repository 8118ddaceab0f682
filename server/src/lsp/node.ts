import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { CheckedSettings } from '../config/editorSettings.js';
import { FolderConfigs } from '../config/nearestFolderFile.js';
import { builtinRubric } from '../rubric/builtin.js';
import { nodeFiles } from './nodeFiles.js';
import { createServer } from './server.js';

/**
 * Serves the client that started this process, over the transport its arguments name
 * (`--stdio`, `--node-ipc` …), until the client says goodbye, closes the stream or is gone.
 */
export function startServer(): void {
  const connection = createConnection(ProposedFeatures.all);
  createServer(connection, { files: nodeFiles(connection.console), folderFile });
  connection.listen();
}

/** The same folder file that the command line goes by, read anew each time it is asked for. */
function folderFile(uri: string): CheckedSettings | undefined {
  return uri.startsWith('file:') ? new FolderConfigs(builtinRubric()).nearest(fileURLToPath(uri)) : undefined;
}

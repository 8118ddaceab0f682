import { fileURLToPath } from 'node:url';
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import * as z from 'zod';
import { reason } from '../config/reason.js';
import { nodeFiles } from '../lsp/nodeFiles.js';
import { Answers } from './answers.js';
import { folderAt, type Folder } from './folders.js';
import { INSTRUCTIONS, registerTools } from './tools.js';

export interface ServeOptions {
  readonly version: string;
  /** The folders that were named; without any, those that the client offers, else `home`. */
  readonly folders: readonly Folder[];
  /** Undefined where the current folder is no place to look for stories. */
  readonly home: Folder | undefined;
  readonly withNames: boolean;
  /** Is told what is wrong beside the stories: never on standard output. */
  tell(problem: string): void;
}

/** Serves one client on standard input and output until it closes them. */
export function serve(options: ServeOptions): void {
  // The library would otherwise try whether it may make functions out of text.
  z.config({ jitless: true });
  const log = { info: () => {}, warn: options.tell, error: options.tell };
  const files = nodeFiles(log);
  serveStdio(
    () => {
      const server = new McpServer({ name: 'starwright', title: 'Starwright', version: options.version }, { instructions: INSTRUCTIONS });
      registerTools(server, new Answers({ folders: () => foldersFor(server, options), files, withNames: options.withNames, tell: options.tell }));
      return server;
    },
    { onerror: (error) => options.tell(`a message could not be read. ${reason(error)}`) },
  );
}

async function foldersFor({ server }: McpServer, { folders, home }: ServeOptions): Promise<readonly Folder[]> {
  if (folders.length > 0) return folders;
  const offered = server.getClientCapabilities()?.roots ? foldersIn((await server.listRoots()).roots) : [];
  return offered.length > 0 || home === undefined ? offered : [home];
}

function foldersIn(roots: readonly { readonly uri: string }[]): Folder[] {
  return roots.flatMap(({ uri }) => {
    try {
      return folderAt(fileURLToPath(uri)) ?? [];
    } catch {
      return []; // no address of a file on this machine
    }
  });
}

import { BrowserMessageReader, BrowserMessageWriter, createConnection, ProposedFeatures, RAL } from 'vscode-languageserver/browser';
import { discreet } from './discreet.js';
import type { Host, Log } from './host.js';
import { Manners, registerRefusals } from './manners.js';
import { createServer } from './server.js';

/** What carries messages to and from the client: a Worker's global object, or something of its shape. */
export interface Port {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: unknown): void;
  addEventListener(type: 'error', listener: (event: unknown) => void): void;
}

type WorkerPort = ConstructorParameters<typeof BrowserMessageReader>[0];

/** Serves the client at the other end of a port. `host` is what this place can do besides; `left` is called when the client says goodbye. */
export function serve(port: Port, host: (log: Log) => Host, left: () => void): void {
  answerInTurn();
  const its = port as unknown as WorkerPort;
  const connection = createConnection(ProposedFeatures.all, new BrowserMessageReader(its), new BrowserMessageWriter(its), { messageStrategy: new Manners() });
  registerRefusals(connection);
  createServer(connection, host(discreet(connection).console));
  connection.onExit(left);
  connection.listen();
}

/** Where a process can, what has arrived is looked at before the next request is answered: it may have been cancelled meanwhile. */
function answerInTurn(): void {
  if (typeof setImmediate !== 'function') return;
  const known = RAL();
  const later: typeof known.timer.setImmediate = (callback, ...args) => {
    const handle = setImmediate(callback, ...args);
    return { dispose: () => clearImmediate(handle) };
  };
  RAL.install({ ...known, timer: { ...known.timer, setImmediate: later } });
}

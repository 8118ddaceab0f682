import * as vscode from 'vscode';
import { activateWith } from './extension.js';
import type { ServerPort } from './serverPort.js';

export { activateWith };

/** What of a Worker is used here. */
interface Worker {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}
declare const Worker: new (address: string, options: { readonly name: string }) => Worker;

/** Called by VS Code in a browser, where the server runs in a Worker. */
export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, () => portOf(startWorker((name) => vscode.Uri.joinPath(context.extensionUri, 'dist', 'web', name).toString(true))));
}

function startWorker(addressOf: (name: string) => string): Worker {
  const worker = new Worker(addressOf('server.js'), { name: 'Starwright' });
  worker.postMessage(addressOf('rubric.js'));
  return worker;
}

function portOf(worker: Worker): ServerPort {
  return {
    send: (message) => worker.postMessage(message),
    onMessage: (listener) => (worker.onmessage = ({ data }) => listener(data)),
    onError: (listener) => (worker.onerror = ({ message }) => listener(new Error(message))),
    onClose: () => undefined,
    end: () => worker.terminate(),
  };
}

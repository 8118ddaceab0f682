import { fork, type ChildProcess } from 'node:child_process';
import type * as vscode from 'vscode';
import type { ServerPort } from './serverPort.js';
import { activateWith } from './web.js';

/** MB of its memory that the server may have for what is young. Left to grow, it takes a quarter more in all, and no key is faster for it. */
const YOUNG = 2;
/** Milliseconds a server has to end after it was told to. */
const PATIENCE = 2000;

/** Called by VS Code on a computer, where the server runs in a process of its own. */
export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.cjs');
  activateWith(context, (print) => portOf(startProcess(module, print)));
}

function startProcess(module: string, print: (text: string) => void): ChildProcess {
  const debugged = process.execArgv.some((argument) => argument.startsWith('--inspect'));
  const child = fork(module, ['--node-ipc'], {
    silent: true,
    // VS Code's own executable is Node only when it is told to be.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    execArgv: [`--max-semi-space-size=${YOUNG}`, ...(debugged ? ['--nolazy', '--inspect=6019'] : [])],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => print(text.trimEnd()));
  return child;
}

function portOf(child: ChildProcess): ServerPort {
  return {
    send: (message) => void (child.connected && child.send(message as object, () => undefined)),
    onMessage: (listener) => child.on('message', listener),
    onError: (listener) => child.on('error', listener),
    onClose: (listener) => child.on('close', listener),
    end: () => {
      const timer = setTimeout(() => child.kill(), PATIENCE);
      child.once('exit', () => clearTimeout(timer));
    },
  };
}

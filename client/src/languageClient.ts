import * as vscode from 'vscode';
import { BaseLanguageClient, CloseAction, ErrorAction, type LanguageClientOptions, type MessageTransports, State } from 'vscode-languageclient/browser';
import type { InitializationOptions } from '../../server/src/lsp/protocol.js';
import { withTrustedLinks } from './evidence/hoverLinks.js';
import { RULE_PAGES } from './rulePages.js';
import type { ServerPort, StartServer } from './serverPort.js';
import { FOLDER_FILE_GLOB, STORY_GLOB } from './stories.js';
import { transportsOf } from './transports.js';

/** What whoever starts a client wants to be told. */
interface Told {
  running(): void;
  /** The connection was closed. This client is of no more use then. */
  closed(): void;
}

/** Writes what goes wrong to the output only: who started it says it once, with what to do. */
export class QuietClient extends BaseLanguageClient {
  readonly #startServer: StartServer;
  #server: ServerPort | undefined;

  /** A client, not started yet, for the stories of these file systems. */
  constructor(start: StartServer, schemes: readonly string[], outputChannel: vscode.LogOutputChannel, told: Told) {
    super('starwright', 'Starwright', { ...optionsFor(schemes, told), outputChannel });
    this.#startServer = start;
    this.onDidChangeState(({ newState }) => newState === State.Running && told.running());
  }

  protected override async createMessageTransports(): Promise<MessageTransports> {
    this.#server = this.#startServer((text) => this.outputChannel.appendLine(text));
    return transportsOf(this.#server);
  }

  protected override async shutdown(...how: Parameters<BaseLanguageClient['shutdown']>): Promise<void> {
    const server = this.#server;
    await super.shutdown(...how).finally(() => server?.end());
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

function optionsFor(schemes: readonly string[], told: Told): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { workspaceDiagnostics: false, trusted: vscode.workspace.isTrusted, pages: RULE_PAGES, commandLinks: true, readsStories: true, suggestCommand: 'editor.action.triggerSuggest' };
  return {
    documentSelector: [
      ...schemes.map((scheme) => ({ scheme, language: 'markdown', pattern: STORY_GLOB })),
      ...schemes.map((scheme) => ({ scheme, language: 'yaml', pattern: FOLDER_FILE_GLOB })),
      // An unsaved document has no name to go by: the server looks for "star: 1" in it.
      { scheme: 'untitled', language: 'markdown' },
    ],
    initializationOptions,
    middleware: { provideHover: withTrustedLinks },
    diagnosticCollectionName: 'starwright',
    diagnosticPullOptions: { onChange: true, onSave: true },
    initializationFailedHandler: () => false,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        told.closed();
        return { action: CloseAction.DoNotRestart, handled: true, message: vscode.l10n.t('The language server has stopped.') };
      },
    },
  };
}

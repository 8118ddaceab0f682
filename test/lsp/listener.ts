import type { ProtocolConnection, PublishDiagnosticsParams } from 'vscode-languageserver/node';

/** What a client answers when the server asks. */
export interface Answers {
  /** To `workspace/configuration`, at once or in time. */
  readonly settings?: (scopeUri: string | undefined) => unknown;
  /** Of its own to a request from the server. */
  readonly answers?: Readonly<Record<string, (params: never) => unknown>>;
}

/** All that a server says of its own, in order, and how to wait for it. */
export class Listener {
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  /** Messages a person was shown. */
  readonly shown: string[] = [];
  readonly refreshes: string[] = [];
  readonly registered: string[] = [];
  /** Notifications of the server's own that came without parameters. */
  readonly told: string[] = [];
  /** What was said about work that takes a while, in order. */
  readonly progress: { readonly token: string; readonly kind: string; readonly title?: string; readonly message?: string }[] = [];
  #waiting: (() => void)[] = [];

  /** Hears what comes through a connection that nobody listens to yet. */
  protected hear(connection: ProtocolConnection, { settings, answers = {} }: Answers): void {
    for (const [method, answer] of Object.entries(answers)) connection.onRequest(method, answer);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onNotification('$/progress', ({ token, value }: { token: string; value: { kind: string } }) => {
      this.progress.push({ token, ...value });
      this.#happened();
    });
    for (const method of ['starwright/bankChanged', 'starwright/reviewsChanged']) {
      connection.onNotification(method, () => {
        this.told.push(method);
        this.#happened();
      });
    }
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#happened();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
      this.#happened();
    });
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.shown.push(message);
      this.#happened();
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      Promise.all(items.map(async ({ scopeUri }) => (await settings?.(scopeUri)) ?? null)),
    );
    connection.onRequest('client/registerCapability', (params: { registrations: { method: string }[] }) => {
      this.registered.push(...params.registrations.map(({ method }) => method));
      this.#happened();
    });
    for (const method of ['workspace/diagnostic/refresh', 'workspace/codeLens/refresh', 'workspace/inlayHint/refresh']) {
      connection.onRequest(method, () => {
        this.refreshes.push(method);
        this.#happened();
        return null;
      });
    }
    connection.listen();
  }

  #happened(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves once `found` gives something, looking again whenever the server says something. */
  async until<T>(found: () => T | undefined | false): Promise<T> {
    for (;;) {
      const result = found();
      if (result !== undefined && result !== false) return result;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }
}

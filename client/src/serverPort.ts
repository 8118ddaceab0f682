/** A language server that runs, in a process or in a Worker, and how to talk to it. */
export interface ServerPort {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onError(listener: (error: Error) => void): void;
  /** Called when the server is gone. */
  onClose(listener: () => void): void;
  /** Ends it. */
  end(): void;
}

/** Starts the language server; what it prints goes to `print`. */
export type StartServer = (print: (text: string) => void) => ServerPort;

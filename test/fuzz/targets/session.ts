import type { FileSource } from '../../../server/src/lsp/host.js';
import { serve, type Port } from '../../../server/src/lsp/port.js';
import { fail } from '../target.js';

/** A message as it goes over the wire. */
export interface Message {
  readonly id?: unknown;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** How the client answers what the server asks of it. */
export type Manner = 'right' | 'nonsense' | 'refused';

const PATIENCE = 4000;
/** What the connection says of messages that are none, rightly. */
const UNANSWERABLE = /^Received (?:response message without id|message which is neither)/;
const INTERNAL_ERROR = -32603;

const STORIES: Readonly<Record<string, string>> = {
  'file:///s/closed.star.md': '## Situation\nThe queue stopped.\n\n## Action\nI moved it.\n',
  'file:///s/other/closed.star.md': '---\nstar: 1\nshape: mistake\n---\n# Wrong bucket\n\nI deleted the wrong bucket, and I restored it in an hour.\n',
};

const files: FileSource = {
  stories: (folder) => Promise.resolve({ stories: Object.keys(STORIES).filter((uri) => uri.startsWith(folder)), unread: [] }),
  read: (uri) => Promise.resolve(STORIES[uri]),
  list: () => Promise.resolve(undefined),
};

/** The server, and a client that may say anything to it. */
export class Session {
  readonly heard: Message[] = [];
  readonly #port: Port = { onmessage: null, postMessage: (data) => this.#hear(JSON.parse(JSON.stringify(data)) as Message), addEventListener: () => undefined };
  readonly #asked: { readonly id: unknown; readonly method: string }[] = [];
  readonly #timers = new Set<() => void>();
  #wake: () => void = () => undefined;
  left = false;

  constructor(private readonly manner: Manner) {
    const after = (_: number, run: () => void): (() => void) => {
      this.#timers.add(run);
      return () => this.#timers.delete(run);
    };
    serve(this.#port, () => ({ files, clock: { after, today: () => '2026-11-20' } }), () => (this.left = true));
  }

  /** Lets the time pass that the server waits for. */
  pass(): void {
    const due = [...this.#timers];
    this.#timers.clear();
    for (const run of due) run();
  }

  say(message: Message): void {
    if (message.method !== undefined && 'id' in message && this.#canBeAsked(message.id)) this.#asked.push({ id: message.id, method: message.method });
    this.#port.onmessage?.({ data: JSON.parse(JSON.stringify({ jsonrpc: '2.0', ...message })) });
  }

  /** Asks and waits for the answer. */
  async ask(id: unknown, method: string, params: unknown): Promise<Message> {
    this.say({ id, method, params });
    return this.#until(() => this.heard.find((message) => message.method === undefined && message.id === id), () => `${method} was never answered`);
  }

  /** Waits until each request has been answered. */
  async settled(): Promise<void> {
    await this.#until(() => this.#unanswered().length === 0, () => `never answered: ${this.#unanswered().join(', ')}`);
  }

  /** What was asked with an id, the last time. */
  methodOf(id: unknown): string | undefined {
    return this.#asked.filter((asked) => asked.id === id).at(-1)?.method;
  }

  #canBeAsked(id: unknown): boolean {
    return typeof id === 'string' || typeof id === 'number';
  }

  #unanswered(): string[] {
    // Of two requests with one id, which no client may send, the connection answers one.
    const answers = new Set(this.heard.filter(({ method }) => method === undefined).map(({ id }) => id));
    return this.#asked.filter(({ id }) => !answers.has(id)).map(({ method }) => method);
  }

  async #until<T>(found: () => T | undefined | false, otherwise: () => string): Promise<T> {
    const late = Date.now() + PATIENCE;
    for (;;) {
      const result = found();
      if (result !== undefined && result !== false) return result;
      if (Date.now() > late) fail(otherwise());
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, 50);
      });
    }
  }

  #hear(message: Message): void {
    if (message.method !== undefined && message.id !== undefined) setImmediate(() => this.#answer(message));
    else this.#judge(message);
    this.heard.push(message);
    this.#wake();
  }

  /** What a server that is well never says. */
  readonly complaints: string[] = [];

  #judge({ method, params, id, error }: Message): void {
    const { type, message } = (params ?? {}) as { type?: number; message?: string };
    if (method === 'window/logMessage' && type === 1 && !UNANSWERABLE.test(message ?? '')) this.complaints.push(`in the log: ${message}`);
    if (error?.code === INTERNAL_ERROR) this.complaints.push(`${this.methodOf(id)}: ${error.message}`);
  }

  #answer({ id, method, params }: Message): void {
    if (this.manner === 'refused') return this.say({ id, error: { code: -32601, message: 'I cannot.' } });
    if (this.manner === 'nonsense') return this.say({ id, result: { items: 7, severity: [], '': null } });
    const { items = [] } = (params ?? {}) as { items?: unknown[] };
    this.say({ id, result: method === 'workspace/configuration' ? items.map(() => ({ profile: 'star-l' })) : null });
  }
}

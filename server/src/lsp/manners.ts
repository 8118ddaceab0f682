import { ErrorCodes, Message, ResponseError, type Connection, type MessageStrategy, type NotificationMessage, type RequestMessage } from 'vscode-languageserver';
import { isWellFormed } from './shapes.js';

/** Where a message goes that is not to be answered as what it is. */
const REFUSED = 'starwright/refused';

/** Why a message is refused, as the protocol numbers it and in plain words. */
interface Refusal {
  readonly code: number;
  readonly message: string;
}

/**
 * The order of a conversation: nothing before `initialize`, that once, nothing after `shutdown` but `exit`, and every message
 * with what it needs. A request that is out of order is refused, a notification left out.
 */
export class Manners implements MessageStrategy {
  #state: 'new' | 'open' | 'over' = 'new';

  /** Hands on a message, or the refusal of it. */
  handleMessage(message: Message, next: (message: Message) => void): void {
    // The library would write all of it into the log.
    if (!isMessage(message)) return next(NO_MESSAGE);
    const said = Message.isRequest(message) || Message.isNotification(message) ? message : undefined;
    const refusal = said && this.#refusal(said);
    if (refusal !== undefined) return next({ ...message, method: REFUSED, params: { ...refusal, method: said?.method } } as Message);
    return next(said?.method === 'initialize' ? withCapabilities(said) : message);
  }

  #refusal({ method, params }: RequestMessage | NotificationMessage): Refusal | undefined {
    if (method === 'exit') return undefined;
    if (this.#state === 'over') return { code: ErrorCodes.InvalidRequest, message: 'The server was told to shut down.' };
    if (method === 'initialize' && this.#state === 'open') return { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' };
    if (method !== 'initialize' && this.#state === 'new') return { code: ErrorCodes.ServerNotInitialized, message: 'The server is not initialized yet.' };
    if (!isWellFormed(method, params)) return { code: ErrorCodes.InvalidParams, message: `${method} lacks a parameter that it needs.` };
    if (method === 'initialize') this.#state = 'open';
    if (method === 'shutdown') this.#state = 'over';
    return undefined;
  }
}

const NO_MESSAGE = { jsonrpc: '2.0', method: REFUSED, params: { code: ErrorCodes.InvalidParams, message: 'It is no request, no notification and no answer.' } } as Message;

/** An answer to nothing that was asked is none. */
function isMessage(message: Message): boolean {
  return Message.isRequest(message) || Message.isNotification(message) || (Message.isResponse(message) && message.id !== null);
}

/** A client that says nothing of what it can do is taken to have said that it can do nothing. */
function withCapabilities(message: RequestMessage | NotificationMessage): RequestMessage | NotificationMessage {
  const params = message.params as { capabilities?: unknown };
  return { ...message, params: { ...params, capabilities: params.capabilities ?? {} } };
}

/** Answers what {@link Manners} refuses; a notification that makes no sense is a line in the log. */
export function registerRefusals(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refusal) => new ResponseError(code, message));
  connection.onNotification(REFUSED, ({ code, message }: Refusal) => {
    // Before and after the conversation there is nobody to tell.
    if (code === ErrorCodes.InvalidParams) connection.console.warn(`A message was left out. ${message}`);
  });
}

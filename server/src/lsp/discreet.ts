import { ConnectionError, ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import { reason } from '../config/reason.js';

type Handler = (...args: unknown[]) => unknown;

/**
 * A connection whose handlers may break: the client is told what went wrong and where, and not the words of the error. Those may
 * quote a story, and clients keep what they are told in a log. What is said to a client that has left is heard by nobody, and breaks nothing.
 */
export function discreet(connection: Connection): Connection {
  return careful(connection);
}

function careful<Part extends object>(part: Part): Part {
  return new Proxy(part, {
    get(of, name) {
      const value: unknown = Reflect.get(of, name, of);
      if (typeof value === 'function') return /^on/.test(String(name)) ? registering(value as Handler, of) : saying(value as Handler, of);
      return typeof value === 'object' && value !== null ? careful(value) : value;
    },
  });
}

/** A method that takes handlers, `onHover` or the `on` of a feature. */
function registering(register: Handler, of: object): Handler {
  return (...args) => register.apply(of, args.map((arg) => (typeof arg === 'function' ? guarded(arg as Handler) : arg)));
}

/** Whoever waits for the answer of a client that has left waits until the process ends, which it is about to. */
function saying(say: Handler, of: object): Handler {
  return (...args) => {
    try {
      return say.apply(of, args);
    } catch (error) {
      if (error instanceof ConnectionError) return new Promise(() => undefined);
      throw error;
    }
  };
}

function guarded(handler: Handler): Handler {
  return (...args) => {
    try {
      const answer = handler(...args);
      return answer instanceof Promise ? answer.catch(refuse) : answer;
    } catch (error) {
      return refuse(error);
    }
  };
}

function refuse(error: unknown): never {
  throw error instanceof ResponseError ? error : new ResponseError(ErrorCodes.InternalError, reason(error));
}

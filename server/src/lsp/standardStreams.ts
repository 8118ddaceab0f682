import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { ErrorCodes, StreamMessageReader, StreamMessageWriter, type DataCallback, type Disposable, type Message, type MessageReader, type MessageWriter } from 'vscode-languageserver/node';
import { reason } from '../config/reason.js';
import { Heads } from './heads.js';

/** A reader of standard input and a writer of standard output, on which nothing is said but messages. The process ends with either. */
export function standardStreams(): [MessageReader, MessageWriter] {
  globalThis.console = new Console(process.stderr);
  const reader = new StandardInput(process.stdin);
  const writer = new StreamMessageWriter(new WholeMessages());
  reader.onError((error) => {
    if (error instanceof SyntaxError) void writer.write(PARSE_ERROR);
    else leave(`What the client sends could not be read any more. ${reason(error)}`);
  });
  process.stdout.on('error', () => leave('The client does not listen any more.'));
  return [reader, writer];
}

const NO_MESSAGE = 'The client sent something that is no message. Whatever starts this server must speak the protocol and nothing else.';

/** JSON-RPC has no way to say which message it was. */
const PARSE_ERROR = { jsonrpc: '2.0', id: null, error: { code: ErrorCodes.ParseError, message: 'The message is no JSON.' } } as Message;

/** Where the head of a message ends; what is written after it is never the end of one. */
const HEAD_ENDS = '\r\n\r\n';

/** Standard output for a writer that writes the head of each message by itself: in one piece, a message wakes its reader once. */
class WholeMessages extends Writable {
  #head: Buffer | undefined;

  override _write(piece: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#head === undefined && piece.subarray(-HEAD_ENDS.length).equals(Buffer.from(HEAD_ENDS))) {
      this.#head = piece;
      return done();
    }
    const whole = this.#head ? Buffer.concat([this.#head, piece]) : piece;
    this.#head = undefined;
    process.stdout.write(whole, done);
  }
}

/** A client whose stream ends has left; what it said before that is heard first. */
class StandardInput extends StreamMessageReader {
  override listen(callback: DataCallback): Disposable {
    const exit = { jsonrpc: '2.0', method: 'exit' } as Message;
    const heads = new Heads();
    process.stdin.on('data', (bytes: Buffer) => {
      if (!heads.follow(bytes)) leave(NO_MESSAGE);
    });
    process.stdin.once('end', () => setImmediate(() => callback(exit)));
    return super.listen(callback);
  }
}

/** Once the beginning of a message is lost, every later one is. */
function leave(why: string): never {
  process.stderr.write(`starwright: ${why}\n`);
  process.exit(1);
}

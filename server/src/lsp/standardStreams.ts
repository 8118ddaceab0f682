import { Console } from 'node:console';
import { ErrorCodes, StreamMessageReader, StreamMessageWriter, type DataCallback, type Disposable, type Message, type MessageReader, type MessageWriter } from 'vscode-languageserver/node';

/** A reader of standard input and a writer of standard output, on which nothing is said but messages. The process ends with either. */
export function standardStreams(): [MessageReader, MessageWriter] {
  globalThis.console = new Console(process.stderr);
  const reader = new StandardInput(process.stdin);
  const writer = new StreamMessageWriter(process.stdout);
  reader.onError((error) => {
    if (error instanceof SyntaxError) void writer.write(PARSE_ERROR);
    else leave(`The client sent something that is no message. ${error.message.split('\n')[0]}`);
  });
  process.stdout.on('error', () => leave('The client does not listen any more.'));
  return [reader, writer];
}

/** JSON-RPC has no way to say which message it was. */
const PARSE_ERROR = { jsonrpc: '2.0', id: null, error: { code: ErrorCodes.ParseError, message: 'The message is no JSON.' } } as Message;

/** A client whose stream ends has left; what it said before that is heard first. */
class StandardInput extends StreamMessageReader {
  override listen(callback: DataCallback): Disposable {
    const exit = { jsonrpc: '2.0', method: 'exit' } as Message;
    process.stdin.once('end', () => setImmediate(() => callback(exit)));
    return super.listen(callback);
  }
}

/** Once the beginning of a message is lost, every later one is. */
function leave(why: string): never {
  process.stderr.write(`starwright: ${why}\n`);
  process.exit(1);
}

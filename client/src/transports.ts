import { AbstractMessageReader, AbstractMessageWriter, type DataCallback, type Disposable, type Message, type MessageTransports } from 'vscode-languageclient/browser';
import type { ServerPort } from './serverPort.js';

/** Both ends of a port as the language client wants them. */
export function transportsOf(port: ServerPort): MessageTransports {
  return { reader: new PortReader(port), writer: new PortWriter(port) };
}

class PortReader extends AbstractMessageReader {
  #listener: DataCallback | undefined;

  constructor(port: ServerPort) {
    super();
    port.onMessage((message) => this.#listener?.(message as Message));
    port.onError((error) => this.fireError(error));
    port.onClose(() => this.fireClose());
  }

  listen(listener: DataCallback): Disposable {
    this.#listener = listener;
    return { dispose: () => (this.#listener = undefined) };
  }
}

class PortWriter extends AbstractMessageWriter {
  constructor(private readonly port: ServerPort) {
    super();
  }

  async write(message: Message): Promise<void> {
    this.port.send(message);
  }

  end(): void {}
}

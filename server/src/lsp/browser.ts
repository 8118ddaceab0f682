import { serve, type Port } from './port.js';

export { serve };

declare const importScripts: ((address: string) => void) | undefined;

// Inside a Worker the global object is the port to the page that started it, which first says where the texts of the rubric are: a Worker may
// not know where it was loaded from itself. A process that loads this has a port of its own, and its own way to the texts.
if (typeof importScripts === 'function') {
  const port = globalThis as unknown as Port;
  port.onmessage = ({ data }) => {
    importScripts!(data as string);
    serve(port, () => ({}), () => undefined);
  };
}

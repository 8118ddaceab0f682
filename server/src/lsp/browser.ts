import { serve, type Port } from './port.js';

export { serve };

declare const importScripts: unknown;

// Inside a Worker the global object is the port to the page that started it. A process that loads this has a port of its own.
if (typeof importScripts === 'function') serve(globalThis as unknown as Port, () => ({}), () => undefined);

import { optimiseLater } from '../config/optimising.js';
import { reason } from '../config/reason.js';
import { serve } from './browser.js';
import { diskNames, nodeFiles } from './nodeFiles.js';
import type { Port } from './port.js';
import { rubricTextOf } from './rubricTexts.js';

optimiseLater();

/** The channel to the editor that started this process. */
const port: Port = {
  onmessage: null,
  postMessage: (message) => void process.send?.(message, undefined, undefined, () => undefined),
  addEventListener: () => undefined,
};
process.on('message', (data) => port.onmessage?.({ data }));
process.on('disconnect', () => process.exit());
// Node would show the words of the error, which may quote a story; what is said here, the client writes into a log.
process.on('uncaughtException', (error) => {
  process.stderr.write(`starwright: unexpected failure. ${reason(error)}\n`);
  process.exit(1);
});
Object.assign(globalThis, { starwrightText: rubricTextOf });
serve(port, (log) => ({ files: nodeFiles(log), disk: diskNames }), () => process.exit());

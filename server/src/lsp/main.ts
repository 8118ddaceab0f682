import { serve } from './browser.js';
import { diskNames, nodeFiles } from './nodeFiles.js';
import type { Port } from './port.js';

/** The channel to the editor that started this process. */
const port: Port = {
  onmessage: null,
  postMessage: (message) => void process.send?.(message, undefined, undefined, () => undefined),
  addEventListener: () => undefined,
};
process.on('message', (data) => port.onmessage?.({ data }));
process.on('disconnect', () => process.exit());
serve(port, (log) => ({ files: nodeFiles(log), disk: diskNames }), () => process.exit());

/** Stands for Node's `net` in the bundles (`scripts/build.mjs`), under the names that the language server library asks for. */
export function createServer(): never {
  throw new Error('Starwright opens no socket.');
}

export const createConnection = createServer;

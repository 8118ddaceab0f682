import { CATALOG_REQUEST, type Catalog } from '../../server/src/lsp/protocol.js';
import type { StoryServer } from './client.js';

/** The shapes and templates the server offers, or undefined when it cannot run. */
export function readCatalog(server: StoryServer): Promise<Catalog | undefined> {
  return server.ask<Catalog>(CATALOG_REQUEST, {});
}

/**
 * Everything that server and client say to each other beyond the Language Server Protocol. No
 * values but names here: the client takes this file without the server behind it.
 */

/** Request without parameters: what New Story and Insert Template offer. Answers a `Catalog`. */
export const CATALOG_REQUEST = 'starwright/catalog';

export type { Catalog, CatalogTemplate, CatalogText } from '../service/catalog.js';

/** The section of the editor's settings that is ours. */
export const SETTINGS_SECTION = 'starwright';

/** The file in a folder that says how its stories are reviewed. */
export const FOLDER_FILE = '.starwright.yaml';

/** What a client can ask for once, when it starts the server. */
export interface InitializationOptions {
  /** False keeps stories that are not open out of the diagnostics. */
  readonly workspaceDiagnostics?: boolean;
  /** Settings for a client that answers no `workspace/configuration`. */
  readonly settings?: unknown;
  /** The address of the folder with one page for each finding code, for `codeDescription`. */
  readonly pages?: string;
}

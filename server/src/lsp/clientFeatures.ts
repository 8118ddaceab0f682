import type { ClientCapabilities } from 'vscode-languageserver';
import type { HoverFormat } from '../service/index.js';
import { positionEncoding } from './positionEncoding.js';
import type { PositionEncoding } from '../story/index.js';
import type { InitializationOptions } from './protocol.js';

/** What the client can do, as far as it changes what the server does. */
export interface ClientFeatures {
  /** What it counts the characters of a line in. */
  readonly positionEncoding: PositionEncoding;
  /** It asks for diagnostics, so that none are pushed. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesInlayHints: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** It watches folders outside the workspace too. */
  readonly watchesAnywhere: boolean;
  readonly workspaceFolders: boolean;
  /** It tells of files and folders that are renamed or deleted in it. */
  readonly tellsMoves: boolean;
  /** It finds and reads the stories in folders that are not on the local disk. */
  readonly readsStories: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly snippetCompletions: boolean;
  readonly hoverFormat: HoverFormat;
  readonly commandLinks: boolean;
}

/** Reads the capabilities; whatever a client does not say, it cannot do. */
export function clientFeatures(capabilities: ClientCapabilities | undefined, options: InitializationOptions = {}): ClientFeatures {
  const { workspace, textDocument } = capabilities ?? {};
  const edits = workspace?.workspaceEdit;
  const documentChanges = edits?.documentChanges === true;
  return {
    positionEncoding: positionEncoding(capabilities),
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesAnywhere: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    tellsMoves: workspace?.fileOperations?.didRename === true && workspace.fileOperations.didDelete === true,
    readsStories: options.readsStories === true,
    documentChanges,
    snippetEdits: documentChanges && edits?.snippetEditSupport === true,
    snippetCompletions: textDocument?.completion?.completionItem?.snippetSupport === true,
    hoverFormat: hoverFormat(textDocument?.hover?.contentFormat),
    commandLinks: options.commandLinks === true,
  };
}

function hoverFormat(formats: readonly string[] | undefined): HoverFormat {
  return formats?.[0] === 'plaintext' ? 'plaintext' : formats?.includes('markdown') ? 'markdown' : 'plaintext';
}

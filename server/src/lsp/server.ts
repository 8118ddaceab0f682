import {
  CodeLensRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  InlayHintRefreshRequest,
  type Connection,
  type DiagnosticServerCancellationData,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { catalog, draft, rulePage, type Catalog, type DiagnosticOptions, type Draft } from '../service/index.js';
import type { Bank } from './bank.js';
import { initializeResult } from './capabilities.js';
import { registerCards } from './cards.js';
import { clientFiles, wherever } from './clientFiles.js';
import { clientFeatures, type ClientFeatures } from './clientFeatures.js';
import { CLOCK } from './clock.js';
import { Configuration } from './configuration.js';
import { discreet } from './discreet.js';
import { StoryDocuments } from './documents.js';
import { cancelled, registerFeatures } from './features.js';
import { registerRehearsal } from './rehearseFeatures.js';
import { FolderFiles } from './folderFiles.js';
import { reason, type Host, type Log } from './host.js';
import { openBank } from './openBank.js';
import { NearestConfigs } from './nearestConfigs.js';
import { OpenDiagnostics } from './openDiagnostics.js';
import { effectiveConfig, type EffectiveConfig } from '../config/effective.js';
import { IGNORE_FILE } from '../config/names.js';
import { CATALOG_REQUEST, CONFIG_REQUEST, DRAFT_REQUEST, FOLDER_FILE, REVIEWS_CHANGED, RUBRIC_FOLDER, RULE_PAGE_REQUEST, SETTINGS_SECTION, TRUST_NOTIFICATION, type CatalogParams, type ConfigParams, type DraftParams, type InitializationOptions, type RulePageParams } from './protocol.js';
import { documentReport } from './pullDiagnostics.js';
import { PushDiagnostics } from './pushDiagnostics.js';
import { Quiet } from './quiet.js';
import { StoryFiles } from './storyFiles.js';
import { StoryRubrics } from './storyRubrics.js';
import { Courtesy } from './turns.js';
import { WorkspaceDiagnostics } from './workspaceDiagnostics.js';

/** Serves one client over a connection until it says goodbye. The caller starts to listen. */
export function createServer(connection: Connection, host: Host): void {
  new Server(discreet(connection), host).register();
}

class Server {
  readonly #connection: Connection;
  readonly #host: Host;
  readonly #log: Log;
  readonly #rubrics: StoryRubrics;
  readonly #configuration: Configuration;
  readonly #documents: StoryDocuments;
  readonly #quiet: Quiet;
  readonly #folderFiles: FolderFiles;
  #client: ClientFeatures = clientFeatures(undefined);
  #diagnostics: DiagnosticOptions = {};
  #suggestCommand: string | undefined;
  #open: OpenDiagnostics;
  #push: PushDiagnostics | undefined;
  #files: StoryFiles | undefined;
  #bank: Bank | undefined;
  #workspace: WorkspaceDiagnostics | undefined;
  /** The client was told that it can ask for the stories that are not open. */
  #announced = false;
  /** The client has views that are drawn from an open story. */
  #glanced = false;

  constructor(connection: Connection, host: Host) {
    this.#connection = connection;
    this.#host = host;
    this.#log = connection.console;
    this.#rubrics = new StoryRubrics(connection, host.disk, this.#log);
    this.#configuration = new Configuration(connection, this.#rubrics, this.#log);
    this.#quiet = new Quiet(host.clock ?? CLOCK, (uri) => this.#settled(uri));
    this.#documents = new StoryDocuments(this.#configuration, this.#log, (document, changes) => this.#quiet.changed(document, changes));
    this.#open = new OpenDiagnostics(this.#documents, this.#quiet, this.#diagnostics);
    this.#folderFiles = new FolderFiles(this.#documents, this.#configuration);
  }

  register(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onDidChangeConfiguration(({ settings }) => {
      this.#configuration.changed(ownSection(settings));
      this.#refresh();
    });
    connection.onDidChangeWatchedFiles(({ changes }) => this.#filesChanged(changes));
    connection.onRequest(CATALOG_REQUEST, (params: CatalogParams | null) => this.#catalog(params ?? {}));
    connection.onRequest(DRAFT_REQUEST, (params: DraftParams) => this.#draft(params));
    connection.onRequest(CONFIG_REQUEST, ({ textDocument }: ConfigParams) => this.#config(textDocument.uri));
    connection.onRequest(RULE_PAGE_REQUEST, ({ code }: RulePageParams) => rulePage(code));
    connection.onNotification(TRUST_NOTIFICATION, () => {
      this.#rubrics.trust(true);
      this.#rubricChanged();
    });
    registerFeatures(connection, this.#documents, this.#folderFiles, this.#quiet, () => ({ client: this.#client, diagnostics: this.#diagnostics, suggestCommand: this.#suggestCommand }), () => (this.#glanced = true));
    registerRehearsal(connection, this.#documents, () => this.#client);
    this.#registerPull();
    this.#documents.listen(connection);
    this.#documents.text.onDidSave(({ document }) => this.#quiet.settle(document.uri));
    this.#documents.text.onDidOpen(({ document }) => this.#quiet.forget(document.uri));
    this.#documents.text.onDidClose(({ document }) => this.#quiet.forget(document.uri));
  }

  #initialize(params: InitializeParams): InitializeResult {
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    this.#client = clientFeatures(params.capabilities, options);
    this.#documents.countIn(this.#client.positionEncoding);
    this.#rubrics.countIn(this.#client.positionEncoding);
    this.#diagnostics = { pages: options.pages };
    this.#suggestCommand = options.suggestCommand;
    this.#open = new OpenDiagnostics(this.#documents, this.#quiet, this.#diagnostics);
    // What is held back must be sent later: a client that only asks when it likes sees every review as it is.
    if (!this.#client.pullsDiagnostics || this.#client.refreshesDiagnostics) this.#quiet.enable();
    this.#rubrics.trust(options.trusted !== false);
    this.#configuration.setFolders(foldersOf(params));
    this.#configuration.start(this.#client.answersConfiguration, options.settings, () => this.#refresh());
    this.#openFolders(foldersOf(params));
    if (!this.#client.pullsDiagnostics) {
      this.#push = new PushDiagnostics(this.#connection, this.#documents, this.#open);
      this.#push.listen();
      this.#folderFiles.push(this.#connection);
    }
    // A client that would not be polled can still ask for all stories once, by a command of its own.
    this.#announced = this.#workspace !== undefined && options.workspaceDiagnostics !== false;
    return initializeResult(this.#client, this.#announced);
  }

  /** The stories of the folders, whether open or not: for their diagnostics, and for the bank. */
  #openFolders(folders: readonly string[]): void {
    const client = this.#client.readsStories ? clientFiles(this.#connection, this.#log) : undefined;
    const source = wherever(this.#host.files, client);
    this.#rubrics.readFrom(source);
    this.#configuration.readFrom(new NearestConfigs(source, this.#host.disk), source);
    const courtesy = new Courtesy();
    const files = new StoryFiles(source, this.#configuration, this.#diagnostics, courtesy, this.#log, this.#client.positionEncoding);
    files.setFolders(folders);
    this.#files = files;
    const clock = this.#host.clock ?? CLOCK;
    const parts = { files, documents: this.#documents, configuration: this.#configuration, courtesy, clock, log: this.#log };
    this.#bank = openBank(this.#connection, parts);
    registerCards(this.#connection, parts);
    if (this.#client.pullsDiagnostics && (this.#host.files ?? client) !== undefined) this.#workspace = new WorkspaceDiagnostics(files, this.#documents, this.#open);
    // A closed story counts as it is on disk, an open one as it is in the editor.
    this.#documents.text.onDidOpen(() => this.#workspace?.changed());
    this.#documents.text.onDidClose(() => this.#workspace?.changed());
  }

  async #initialized(): Promise<void> {
    const { connection, client } = { connection: this.#connection, client: this.#client };
    if (client.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(() => this.#unanswered(this.#foldersChanged()));
    }
    if (client.tellsMoves) {
      connection.workspace.onDidRenameFiles(() => this.#filesMoved());
      connection.workspace.onDidDeleteFiles(() => this.#filesMoved());
    }
    try {
      if (client.registersConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: SETTINGS_SECTION });
      }
      if (client.registersWatchers) {
        const watchers = ['**/*.star.md', `**/${FOLDER_FILE}`, `**/${IGNORE_FILE}`, ...RUBRIC_PLACES.map((place) => `**/${place}`), `**/${RUBRIC_FOLDER}/**`].map((globPattern) => ({ globPattern }));
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
        if (client.watchesAnywhere) this.#rubrics.onFolder((uri) => this.#watch(uri));
        this.#files?.setWatched();
        this.#workspace?.allowWaiting();
      }
    } catch (error) {
      this.#log.warn(`The editor did not take a registration. ${reason(error)}`);
    }
  }

  /** Watches a rubric wherever it lies: the settings can name a folder outside the workspace. */
  #watch(folder: string): void {
    if (folder.endsWith(RUBRIC_FOLDER)) return;
    const watchers = [{ globPattern: { baseUri: folder, pattern: '**/*' } }];
    this.#unanswered(this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  }

  #registerPull(): void {
    const { diagnostics } = this.#connection.languages;
    diagnostics.on(async (params, token) => {
      const unopened = this.#announced ? this.#workspace : undefined;
      const report = await documentReport(params, this.#documents, this.#folderFiles, this.#open, unopened);
      return token.isCancellationRequested ? cancelled<DiagnosticServerCancellationData>() : report;
    });
    diagnostics.onWorkspace(async (params, token) => {
      const previous = params.previousResultIds ?? [];
      return (await this.#workspace?.report(previous, token)) ?? { items: [] };
    });
  }

  #filesChanged(changes: readonly { uri: string; type: FileChangeType }[]): void {
    const ignoreFile = changes.some(({ uri }) => uri.endsWith(`/${IGNORE_FILE}`));
    const folderFile = ignoreFile || changes.some(({ uri }) => uri.endsWith(`/${FOLDER_FILE}`));
    if (ignoreFile) this.#files?.ignoredChanged();
    for (const { uri, type } of changes) this.#files?.changed(uri, type !== FileChangeType.Changed);
    if (changes.some(({ uri }) => isOfRubric(uri) || this.#rubrics.holds(uri))) {
      this.#rubricChanged();
    } else if (folderFile) {
      this.#configuration.changed();
      this.#refresh();
    } else {
      this.#workspace?.changed();
      this.#bank?.changed();
    }
  }

  /** Stories, or folders of stories, were renamed or deleted in the editor: a watcher says nothing of what a folder held. */
  #filesMoved(): void {
    this.#files?.moved();
    this.#workspace?.changed();
    this.#bank?.changed();
  }

  async #catalog({ uri, question }: CatalogParams): Promise<Catalog> {
    const { rubric } = await this.#configuration.current(uri ?? 'untitled:');
    return catalog(rubric, question);
  }

  async #draft(params: DraftParams): Promise<Draft> {
    const { rubric } = await this.#configuration.current(params.uri ?? 'untitled:');
    return draft(rubric, params);
  }

  /** Which settings hold for an open story; null for what is none. */
  async #config(uri: string): Promise<EffectiveConfig | null> {
    const review = await this.#documents.review(uri);
    const { rubric, layers } = await this.#configuration.current(uri);
    return review === undefined ? null : effectiveConfig(uri, review.reviewed.review, rubric, layers);
  }

  /** A rubric lies on disk in another form now: everything that was judged by it is judged anew. */
  #rubricChanged(): void {
    this.#rubrics.changed();
    this.#configuration.changed();
    this.#refresh();
  }

  async #foldersChanged(): Promise<void> {
    const folders = ((await this.#connection.workspace.getWorkspaceFolders()) ?? []).map(({ uri }) => uri);
    this.#files?.setFolders(folders);
    this.#configuration.setFolders(folders);
    this.#workspace?.changed();
    this.#bank?.refreshed();
  }

  /** Shows everything anew, in the way this client has. */
  #refresh(): void {
    this.#quiet.settleAll();
    this.#push?.refresh();
    this.#askAgain();
    this.#bank?.refreshed();
    if (this.#glanced) this.#unanswered(this.#connection.sendNotification(REVIEWS_CHANGED));
    if (this.#client.refreshesLenses) this.#unanswered(this.#connection.sendRequest(CodeLensRefreshRequest.type));
    if (this.#client.refreshesInlayHints) this.#unanswered(this.#connection.sendRequest(InlayHintRefreshRequest.type));
  }

  /** What was held back of a story is shown. */
  #settled(uri: string): void {
    this.#push?.refresh([uri]);
    this.#askAgain();
  }

  /** A client that asks for diagnostics is told to ask again. */
  #askAgain(): void {
    this.#workspace?.changed();
    if (this.#client.pullsDiagnostics && this.#client.refreshesDiagnostics) {
      this.#unanswered(this.#connection.languages.diagnostics.refresh());
    }
  }

  /** A client that refuses a request is left in peace: a line in the log is all. */
  #unanswered(request: Promise<unknown>): void {
    request.catch((error: unknown) => this.#log.info(`The editor did not answer. ${reason(error)}`));
  }
}

function foldersOf(params: InitializeParams): string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  return params.rootUri ? [params.rootUri] : [];
}

/** Of a folder that appears with all that is in it, a watcher may see no more than its name. */
const RUBRIC_PLACES: readonly string[] = [RUBRIC_FOLDER.slice(0, RUBRIC_FOLDER.indexOf('/')), RUBRIC_FOLDER];

function isOfRubric(uri: string): boolean {
  return uri.includes(`/${RUBRIC_FOLDER}/`) || RUBRIC_PLACES.some((place) => uri.endsWith(`/${place}`));
}

/** Clients send all settings or only ours. */
function ownSection(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  return SETTINGS_SECTION in settings ? (settings as Record<string, unknown>)[SETTINGS_SECTION] : undefined;
}

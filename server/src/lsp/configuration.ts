import type { Connection } from 'vscode-languageserver';
import { checkSettings, namedRubrics, type Shown } from '../config/editorSettings.js';
import { defaultsOf, type Layers } from '../config/effective.js';
import { placed } from '../config/fileProblem.js';
import type { FolderConfig } from '../config/folderConfig.js';
import type { Preferences } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import { reason, type FileSource, type Log } from './host.js';
import type { NearestConfigs } from './nearestConfigs.js';
import { SETTINGS_SECTION } from './protocol.js';
import type { StoryRubrics } from './storyRubrics.js';

/** Milliseconds the editor has to answer before its settings count as not set. */
const PATIENCE = 1500;

/** What holds for one document. */
export interface Held {
  readonly rubric: Rubric;
  readonly preferences: Preferences;
  readonly shown: Shown;
  /** Where the preferences come from. */
  readonly layers: Layers;
}

/** What the editor's settings and the folder files ask for each document. */
export class Configuration {
  readonly #connection: Connection;
  readonly #rubrics: StoryRubrics;
  readonly #log: Log;
  readonly #settings = new Map<string, Promise<unknown>>();
  readonly #folder = new Map<string, Promise<Held>>();
  readonly #reported = new Set<string>();
  #folderFiles: NearestConfigs | undefined;
  #files: FileSource | undefined;
  #folders: readonly string[] = [];
  #pulls = false;
  #pushed: unknown;
  #generation = 0;
  /** Grows only when the editor says so: an answer asked for before that is void. */
  #asked = 0;
  #onLateAnswer: () => void = () => {};

  constructor(connection: Connection, rubrics: StoryRubrics, log: Log) {
    this.#connection = connection;
    this.#rubrics = rubrics;
    this.#log = log;
  }

  /**
   * Says where settings come from: asked for per document when `pulls`, else the given ones.
   * `onLateAnswer` is called when the editor answers after its settings were given up on.
   */
  start(pulls: boolean, settings: unknown, onLateAnswer: () => void): void {
    this.#pulls = pulls;
    this.#pushed = settings;
    this.#onLateAnswer = onLateAnswer;
  }

  /** Looks for folder files and ignore files there from now on. */
  readFrom(folderFiles: NearestConfigs, files: FileSource): void {
    this.#folderFiles = folderFiles;
    this.#files = files;
  }

  /** The open folders, against which paths in settings are read. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
  }

  /** Grows each time anything may have changed that holds for a document. */
  get generation(): number {
    return this.#generation;
  }

  #folderOf(uri: string): string | undefined {
    return this.#folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0] ?? this.#folders[0];
  }

  /** Forgets what was known; `settings` are those a client without `workspace/configuration` sent. */
  changed(settings?: unknown): void {
    this.#generation++;
    this.#asked++;
    this.#settings.clear();
    this.#folder.clear();
    this.#folderFiles?.forget();
    this.#reported.clear();
    if (settings !== undefined && settings !== null) this.#pushed = settings;
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#settings.delete(uri);
    this.#folder.delete(uri);
  }

  /**
   * The rubric that holds for a document, what holds unless its own front matter says otherwise, and a number that
   * grows each time either may have changed. `scope` is what the editor is asked about: for many files of one folder,
   * the folder. Never rejects.
   */
  async current(uri: string, scope = uri): Promise<Held & { generation: number }> {
    for (;;) {
      const generation = this.#generation;
      const settings = await remembered(this.#settings, scope, () => this.#editorSettings(scope));
      // What is not asked about by itself has what its neighbours have.
      const place = scope === uri ? uri : `${scope}\n${uri.slice(0, uri.lastIndexOf('/'))}`;
      const held = await remembered(this.#folder, place, () => this.#holding(uri, settings));
      if (generation === this.#generation) return { ...held, generation };
    }
  }

  async #holding(uri: string, settings: unknown): Promise<Held> {
    const workspace = this.#folderOf(uri);
    const { rubric, folders } = await this.#rubrics.for(uri, { folders: namedRubrics(settings), workspace });
    const { preferences: editor, shown, problems } = checkSettings(settings, rubric);
    for (const problem of problems) this.#warnOnce(problem);
    const folder = await this.#folderFile(uri, workspace, rubric);
    const layers = { editor, folder: folder?.preferences ?? {}, folderFile: folder?.file ?? null, rubrics: folders };
    const findings = shown.findings && (await this.#files?.ignores?.(uri, workspace)) !== true;
    return { rubric, shown: { ...shown, findings }, preferences: defaultsOf(layers), layers };
  }

  async #folderFile(uri: string, workspace: string | undefined, rubric: Rubric): Promise<FolderConfig | undefined> {
    try {
      const file = await this.#folderFiles?.for(uri, workspace, rubric);
      for (const problem of file?.problems ?? []) this.#warnOnce(placed(problem));
      return file;
    } catch (error) {
      this.#warnOnce(`The folder file could not be looked for. ${reason(error)}`);
      return undefined;
    }
  }

  async #editorSettings(uri: string): Promise<unknown> {
    if (!this.#pulls) return this.#pushed;
    const answer = this.#fetch(uri);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, undefined);
    });
    const settings = await Promise.race([answer, tooLate]);
    clearTimeout(timer);
    if (settings !== undefined) return settings.value;
    this.#log.warn('The editor has not sent its settings yet. Stories are reviewed without them meanwhile.');
    void this.#waitFor(uri, answer, this.#asked);
    return undefined;
  }

  /** Puts a late answer in place, unless settings have changed since. */
  async #waitFor(uri: string, answer: Promise<{ value: unknown }>, asked: number): Promise<void> {
    const { value } = await answer;
    if (asked !== this.#asked || !this.#settings.has(uri)) return;
    this.#generation++;
    this.#settings.set(uri, Promise.resolve(value));
    this.#folder.clear();
    this.#onLateAnswer();
  }

  async #fetch(uri: string): Promise<{ value: unknown }> {
    try {
      const value: unknown = await this.#connection.workspace.getConfiguration({
        scopeUri: uri,
        section: SETTINGS_SECTION,
      });
      return { value };
    } catch (error) {
      this.#warnOnce(`The editor did not give its settings: ${reason(error)}`);
      return { value: undefined };
    }
  }

  #warnOnce(message: string): void {
    if (this.#reported.has(message)) return;
    this.#reported.add(message);
    this.#log.warn(message);
  }
}

function remembered<T>(known: Map<string, T>, key: string, ask: () => T): T {
  const answer = known.get(key) ?? ask();
  known.set(key, answer);
  return answer;
}

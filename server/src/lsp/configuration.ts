import type { Connection } from 'vscode-languageserver';
import { checkSettings } from '../config/editorSettings.js';
import type { Preferences } from '../review/index.js';
import type { Rubric } from '../rubric/index.js';
import { reason, type Host, type Log } from './host.js';
import { SETTINGS_SECTION } from './protocol.js';

/** Milliseconds the editor has to answer before its settings count as not set. */
const PATIENCE = 1500;

/** What the editor's settings and the folder files ask for each document. */
export class Configuration {
  readonly #connection: Connection;
  readonly #rubric: Rubric;
  readonly #log: Log;
  readonly #readFolderFile: Host['folderFile'];
  readonly #editor = new Map<string, Promise<Preferences>>();
  readonly #folder = new Map<string, Preferences>();
  readonly #reported = new Set<string>();
  #pulls = false;
  #pushed: unknown;
  #generation = 0;
  /** Grows only when the editor says so: an answer asked for before that is void. */
  #asked = 0;
  #onLateAnswer: () => void = () => {};

  constructor(connection: Connection, rubric: Rubric, host: Host, log: Log) {
    this.#connection = connection;
    this.#rubric = rubric;
    this.#readFolderFile = host.folderFile;
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

  /** Forgets what was known; `settings` are those a client without `workspace/configuration` sent. */
  changed(settings?: unknown): void {
    this.#generation++;
    this.#asked++;
    this.#editor.clear();
    this.#folder.clear();
    this.#reported.clear();
    if (settings !== undefined && settings !== null) this.#pushed = settings;
  }

  /** Forgets a document that was closed. */
  forget(uri: string): void {
    this.#editor.delete(uri);
    this.#folder.delete(uri);
  }

  /**
   * What holds for a document unless its own front matter says otherwise, and a number that grows
   * each time settings may have changed. `scope` is what the editor is asked about: for many files
   * of one folder, the folder. Never rejects.
   */
  async current(uri: string, scope = uri): Promise<{ preferences: Preferences; generation: number }> {
    for (;;) {
      const generation = this.#generation;
      const editor = await remembered(this.#editor, scope, () => this.#editorPreferences(scope));
      if (generation !== this.#generation) continue;
      const folder = remembered(this.#folder, uri, () => this.#folderFile(uri));
      const rules = { ...editor.rules, ...folder.rules };
      return { preferences: { ...editor, ...folder, rules }, generation };
    }
  }

  #folderFile(uri: string): Preferences {
    try {
      const file = this.#readFolderFile?.(uri);
      for (const problem of file?.problems ?? []) this.#warnOnce(problem);
      return file?.preferences ?? {};
    } catch (error) {
      this.#warnOnce(`The folder file could not be looked for. ${reason(error)}`);
      return {};
    }
  }

  async #editorPreferences(uri: string): Promise<Preferences> {
    if (!this.#pulls) return this.#check(this.#pushed);
    const answer = this.#fetch(uri);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, undefined);
    });
    const settings = await Promise.race([answer, tooLate]);
    clearTimeout(timer);
    if (settings !== undefined) return this.#check(settings.value);
    this.#log.warn('The editor has not sent its settings yet. Stories are reviewed without them meanwhile.');
    void this.#waitFor(uri, answer, this.#asked);
    return {};
  }

  /** Puts a late answer in place, unless settings have changed since. */
  async #waitFor(uri: string, answer: Promise<{ value: unknown }>, asked: number): Promise<void> {
    const { value } = await answer;
    if (asked !== this.#asked || !this.#editor.has(uri)) return;
    this.#generation++;
    this.#editor.set(uri, Promise.resolve(this.#check(value)));
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

  #check(settings: unknown): Preferences {
    const { preferences, problems } = checkSettings(settings, this.#rubric);
    for (const problem of problems) this.#warnOnce(problem);
    return preferences;
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

import type { Connection } from 'vscode-languageserver';
import { folderDiagnostics, type OpenFolderFile } from '../config/folderHelp.js';
import type { Configuration } from './configuration.js';
import type { StoryDocuments } from './documents.js';
import { reason } from './host.js';
import { isFolderFileUri } from './uris.js';

/** The folder files `.starwright.yaml` that are open in the editor, as they are typed. */
export class FolderFiles {
  readonly #documents: StoryDocuments;
  readonly #configuration: Configuration;

  constructor(documents: StoryDocuments, configuration: Configuration) {
    this.#documents = documents;
    this.#configuration = configuration;
  }

  /** An open folder file and the rubric that holds beside it; undefined for any other document. */
  async open(uri: string): Promise<OpenFolderFile | undefined> {
    if (!isFolderFileUri(uri) || this.#documents.text.get(uri) === undefined) return undefined;
    const { rubric } = await this.#configuration.current(uri);
    // The text may have changed while the rubric was read.
    const document = this.#documents.text.get(uri);
    return document && { uri, text: document.getText(), rubric, encoding: this.#documents.encoding };
  }

  /** Sends what is wrong in them to a client that cannot ask for it, whenever it may have changed. */
  push(connection: Connection): void {
    const send = async (uri: string): Promise<void> => {
      if (!isFolderFileUri(uri)) return;
      try {
        const file = await this.open(uri);
        await connection.sendDiagnostics({ uri, diagnostics: file ? folderDiagnostics(file) : [] });
      } catch (error) {
        connection.console.error(`What is wrong in a folder file could not be sent. ${reason(error)}`);
      }
    };
    this.#documents.text.onDidChangeContent(({ document }) => void send(document.uri));
    this.#documents.text.onDidClose(({ document }) => void send(document.uri));
  }
}

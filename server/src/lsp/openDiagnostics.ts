import type { Diagnostic } from 'vscode-languageserver';
import { diagnostics, type DiagnosticOptions } from '../service/index.js';
import type { StoryDocuments } from './documents.js';
import type { Quiet } from './quiet.js';

/** What is published of one open story. */
export interface OpenReport {
  readonly version: number | null;
  readonly resultId: string;
  items(): Diagnostic[];
}

/** The diagnostics of the open stories, however a client comes by them. */
export class OpenDiagnostics {
  readonly #documents: StoryDocuments;
  readonly #quiet: Quiet;
  readonly #options: DiagnosticOptions;

  constructor(documents: StoryDocuments, quiet: Quiet, options: DiagnosticOptions) {
    this.#documents = documents;
    this.#quiet = quiet;
    this.#options = options;
  }

  /** What to show of an open story now; undefined when it is closed or no story. */
  async report(uri: string): Promise<OpenReport | undefined> {
    const review = await this.#documents.review(uri);
    if (review === undefined) return undefined;
    const { reviewed, resultId } = review;
    const { findings, withholds } = this.#quiet.publish(reviewed);
    return {
      version: reviewed.version,
      // Once it is settled the same review has another id, so that it is sent.
      resultId: withholds ? `${resultId}.quiet` : resultId,
      items: () => diagnostics(reviewed, this.#options, findings),
    };
  }
}

import * as vscode from 'vscode';
import type { ChosenTelling } from './telling.js';

/** What is known of a scratch editor for a transcript. */
export interface Scratch {
  readonly told: ChosenTelling;
  /** How long the telling took, where the person said so. */
  seconds: number | undefined;
}

export const TRANSCRIPT_COMMANDS = { hold: 'starwright.holdTranscript', review: 'starwright.reviewTranscript', time: 'starwright.timeTranscript', discard: 'starwright.discardTranscript' } as const;

const IN_TRANSCRIPT = 'starwright.inTranscript';

/** The scratch editors in which somebody tells a story: unsaved plain text, with a line above it that says what it is for. */
export class Scratches implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #open = new Map<string, Scratch>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable[];
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor() {
    this.#listeners = [
      vscode.languages.registerCodeLensProvider({ scheme: 'untitled', language: 'plaintext' }, this),
      vscode.window.onDidChangeActiveTextEditor(() => this.#inFront()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#open.delete(uri.toString())),
    ];
  }

  /** Opens one beside the story, with this text in it. */
  async open(told: ChosenTelling, content: string): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
    this.#open.set(document.uri.toString(), { told, seconds: undefined });
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside });
    this.#inFront();
    this.#changed.fire();
    // Dictation comes as one long line.
    const wraps = vscode.workspace.getConfiguration('editor', document).get('wordWrap') !== 'off';
    if (!wraps) await vscode.commands.executeCommand('editor.action.toggleWordWrap');
    return editor;
  }

  /** What is known of a document; undefined for any other than these. */
  of(document: vscode.TextDocument | undefined): Scratch | undefined {
    return document && this.#open.get(document.uri.toString());
  }

  /** Remembers how long a telling took. */
  took(document: vscode.TextDocument, seconds: number | undefined): void {
    const scratch = this.of(document);
    if (scratch) scratch.seconds = seconds;
    this.#changed.fire();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const scratch = this.of(document);
    if (!scratch) return [];
    const top = new vscode.Range(0, 0, 0, 0);
    const time = scratch.seconds === undefined ? vscode.l10n.t('Say How Long It Took…') : vscode.l10n.t('It took {0} s', scratch.seconds);
    return [
      new vscode.CodeLens(top, { title: vscode.l10n.t('Review Transcript'), command: TRANSCRIPT_COMMANDS.review }),
      new vscode.CodeLens(top, { title: time, command: TRANSCRIPT_COMMANDS.time }),
      new vscode.CodeLens(top, { title: vscode.l10n.t('Throw Away'), command: TRANSCRIPT_COMMANDS.discard }),
      new vscode.CodeLens(top, { title: vscode.l10n.t('Type, paste or dictate; nothing is saved'), command: '' }),
    ];
  }

  dispose(): void {
    this.#changed.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  #inFront(): void {
    const inTranscript = this.of(vscode.window.activeTextEditor?.document) !== undefined;
    void vscode.commands.executeCommand('setContext', IN_TRANSCRIPT, inTranscript);
  }
}

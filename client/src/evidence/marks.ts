import * as vscode from 'vscode';
import { GLANCE_REQUEST, type Glance, type GlanceBeat, type GlanceParams } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { isStory, storySchemes } from '../stories.js';
import { toRange } from './places.js';

const REMEMBERED = 'evidenceInText';

/**
 * Marks behind the sentences that count as evidence, `‹Tradeoff›`. They are inlay hints, because those wrap with the
 * text, follow the theme, and are asked for anew by the editor as the text settles. Off until a person shows them;
 * nothing is asked of the server while they are.
 */
export class EvidenceMarks implements vscode.Disposable, vscode.InlayHintsProvider {
  readonly #memory: vscode.Memento;
  readonly #server: StoryServer;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeInlayHints = this.#changed.event;
  #shown: vscode.Disposable | undefined;

  constructor(memory: vscode.Memento, server: StoryServer) {
    this.#memory = memory;
    this.#server = server;
    if (memory.get(REMEMBERED) === true) this.#show();
  }

  /** Shows the marks, or hides them; the workspace remembers which. */
  async toggle(): Promise<void> {
    if (this.#shown) this.#hide();
    else this.#show();
    await this.#memory.update(REMEMBERED, this.#shown !== undefined);
  }

  /** The marks of a story, none for what is no story. */
  async provideInlayHints(document: vscode.TextDocument, _range: vscode.Range, token: vscode.CancellationToken): Promise<vscode.InlayHint[]> {
    if (!isStory(document)) return [];
    const params: GlanceParams = { textDocument: { uri: document.uri.toString() } };
    const client = await this.#server.running();
    // A server that is stopping answers nothing, and nobody has asked about that.
    const glance = await client?.sendRequest<Glance | null>(GLANCE_REQUEST, params, token).catch(() => undefined);
    return glance ? marksOf(glance) : [];
  }

  dispose(): void {
    this.#hide();
    this.#changed.dispose();
  }

  #show(): void {
    this.#shown = vscode.Disposable.from(
      vscode.languages.registerInlayHintsProvider(storySchemes().map((scheme) => ({ scheme, language: 'markdown' })), this),
      // What is judged by may have changed without the text: the rubric, a setting, the profile.
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('starwright')) this.#changed.fire();
      }),
      this.#server.onReviewsChanged(() => this.#changed.fire()),
    );
  }

  #hide(): void {
    this.#shown?.dispose();
    this.#shown = undefined;
  }
}

/** One mark for each sentence that is evidence, with all the beats it is evidence for. */
function marksOf({ tellings }: Glance): vscode.InlayHint[] {
  const marks = new Map<string, { end: vscode.Position; beats: Set<string> }>();
  for (const beat of tellings.flatMap(({ beats }) => beats)) {
    for (const { end } of evidenceOf(beat)) {
      const key = `${end.line}:${end.character}`;
      const mark = marks.get(key) ?? { end, beats: new Set() };
      marks.set(key, mark);
      mark.beats.add(isFaint(beat) ? vscode.l10n.t('{0}, faintly', beat.title) : beat.title);
    }
  }
  return [...marks.values()].map(({ end, beats }) => ({ position: end, label: `‹${[...beats].join(' · ')}›`, paddingLeft: true }));
}

/** The sentence that says it; where none would do alone, two of them. */
function evidenceOf(beat: GlanceBeat): vscode.Range[] {
  return beat.evidence.slice(0, isFaint(beat) ? 2 : 1).map(({ range }) => toRange(range));
}

function isFaint({ evidence }: GlanceBeat): boolean {
  return evidence.every(({ strength }) => strength === 'weak');
}

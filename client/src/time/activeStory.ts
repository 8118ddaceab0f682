import * as vscode from 'vscode';
import { GLANCE_REQUEST, SETTINGS_SECTION, type Glance, type GlanceParams, type GlanceTelling } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { tellingAt } from '../evidence/places.js';
import { isStory } from '../stories.js';

/** Milliseconds without a key before an edited story is looked at again, and after which an editor that came to the front is there to stay. */
const SETTLED = { edited: 300, switched: 50 } as const;

/** The story in the active editor at a glance, and the telling of it that the cursor is in. */
export interface StoryInFront {
  readonly glance: Glance;
  readonly telling: GlanceTelling;
}

/** Follows the active editor. What was known of a story holds until more is known, so that nothing flickers. */
export class ActiveStory implements vscode.Disposable {
  readonly #server: StoryServer;
  readonly #changed = new vscode.EventEmitter<StoryInFront | undefined>();
  readonly #listeners: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;
  #glance: Glance | undefined;
  #told: GlanceTelling | undefined;

  /** What is now in front; undefined for what is no story. */
  readonly onDidChange = this.#changed.event;

  constructor(server: StoryServer) {
    this.#server = server;
    const active = (document: vscode.TextDocument): boolean => document === vscode.window.activeTextEditor?.document;
    this.#listeners = [
      vscode.window.onDidChangeActiveTextEditor(() => this.lookSoon(SETTLED.switched)),
      vscode.workspace.onDidOpenTextDocument((document) => active(document) && this.lookSoon(SETTLED.switched)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => active(document) && this.lookSoon(SETTLED.edited)),
      vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(SETTINGS_SECTION) && this.lookSoon(SETTLED.edited)),
      server.onReviewsChanged(() => this.lookSoon(SETTLED.edited)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => active(textEditor.document) && this.#tell()),
    ];
  }

  /** Looks at the active editor once nothing has happened for so many milliseconds. */
  lookSoon(milliseconds = 0): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), milliseconds);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }

  async #look(): Promise<void> {
    const asked = ++this.#asked;
    const document = vscode.window.activeTextEditor?.document;
    const params: GlanceParams | undefined = document && isStory(document) ? { textDocument: { uri: document.uri.toString() } } : undefined;
    const glance = params && (await this.#server.peek<Glance | null>(GLANCE_REQUEST, params));
    // Meanwhile something else may be in front, or the text another one: then there is a look to come.
    if (asked !== this.#asked || (glance && glance.version !== document?.version)) return;
    this.#glance = glance ?? undefined;
    this.#tell();
  }

  #tell(): void {
    const cursor = vscode.window.activeTextEditor?.selection.active;
    const telling = this.#glance && cursor && this.#glance.tellings[tellingAt(this.#glance.tellings, cursor)];
    // The cursor moves far more often than anything changes.
    if (telling === this.#told) return;
    this.#told = telling;
    this.#changed.fire(this.#glance && telling ? { glance: this.#glance, telling } : undefined);
  }
}

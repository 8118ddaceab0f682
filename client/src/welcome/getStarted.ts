import * as vscode from 'vscode';
import { SAMPLE_STORY } from './sampleStory.js';

const WALKTHROUGH = 'starwright.starwright#getStarted';
/** True once a hint of the sample story has been answered: the walkthrough's last step waits for it. */
const HINT_FIXED = 'starwright.hintFixed';

/** The commands of the walkthrough: Get Started, Open a Sample Story, and Fix Your First Hint. */
export class GetStarted implements vscode.Disposable {
  #sample: vscode.TextDocument | undefined;
  #watching: vscode.Disposable | undefined;

  /** Opens the walkthrough. */
  async open(): Promise<void> {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', WALKTHROUGH, false);
  }

  /** Opens a fresh sample story, unsaved, and notices when a hint in it has been answered. */
  async openSample(): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: SAMPLE_STORY });
    this.#sample = document;
    this.#watch(document);
    return vscode.window.showTextDocument(document);
  }

  /** Goes to the strongest hint of the sample story and opens its fixes; opens the story first if it is not there. */
  async fixFirstHint(): Promise<void> {
    const there = this.#sample && !this.#sample.isClosed ? this.#sample : undefined;
    const document = there ?? (await this.openSample()).document;
    const { start } = (await strongest(document)).range;
    const place = new vscode.Range(start, start);
    await vscode.window.showTextDocument(document, { selection: place });
    // VS Code looks for fixes itself soon after the cursor has moved, and a menu that is asked for then, and whose answer takes longer, is dropped.
    await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, place);
    await vscode.commands.executeCommand('editor.action.quickFix');
  }

  dispose(): void {
    this.#watching?.dispose();
  }

  #watch(document: vscode.TextDocument): void {
    const seen = new Set<string>();
    this.#watching?.dispose();
    this.#watching = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (document.isClosed) return this.#watching?.dispose();
      if (!uris.some((uri) => uri.toString() === document.uri.toString())) return;
      const left = hintsOf(document).map(codeOf);
      left.forEach((code) => seen.add(code));
      // A fix can leave a slot to fill in, which is a hint too: what counts is that one of the others is gone.
      if (document.getText() === SAMPLE_STORY || [...seen].every((code) => left.includes(code))) return;
      this.#watching?.dispose();
      void vscode.commands.executeCommand('setContext', HINT_FIXED, true);
    });
  }
}

function hintsOf(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'starwright');
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The strongest finding of a document, as soon as there is one. */
function strongest(document: vscode.TextDocument): Promise<vscode.Diagnostic> {
  return new Promise((resolve) => {
    const look = (): void => {
      const [first] = hintsOf(document).sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start));
      if (!first) return;
      listener.dispose();
      resolve(first);
    };
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
  });
}

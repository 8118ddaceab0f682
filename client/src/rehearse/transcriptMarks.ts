import * as vscode from 'vscode';
import type { TranscriptSheet } from '../../../server/src/lsp/protocol.js';
import { toRange } from '../evidence/places.js';

/**
 * Marks in the scratch editor: what was heard, dots under fillers, waves under what else was noticed. They are no problems, and
 * go with the next key. What was heard is inlay hints, because those wrap with the text.
 */
export class TranscriptMarks implements vscode.InlayHintsProvider, vscode.Disposable {
  readonly #fillers = vscode.window.createTextEditorDecorationType({ textDecoration: 'underline dotted', overviewRulerColor: new vscode.ThemeColor('editorHint.foreground') });
  readonly #noticed = vscode.window.createTextEditorDecorationType({ textDecoration: 'underline wavy', overviewRulerColor: new vscode.ThemeColor('editorInfo.foreground') });
  readonly #hints = new WeakMap<vscode.TextDocument, vscode.InlayHint[]>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #provider = vscode.languages.registerInlayHintsProvider({ scheme: 'untitled', language: 'plaintext' }, this);
  readonly onDidChangeInlayHints = this.#changed.event;

  /** Draws what a report says of places; hovering says what it is. */
  show(editor: vscode.TextEditor, { heard, fillers, findings }: TranscriptSheet): void {
    const filler = vscode.l10n.t('Filler');
    editor.setDecorations(this.#fillers, fillers.map((range) => ({ range: toRange(range), hoverMessage: filler })));
    const others = findings.flatMap(({ message, places }) => places.map((place) => ({ range: toRange(place), hoverMessage: message })));
    const isFiller = ({ range }: { range: vscode.Range }): boolean => fillers.some((each) => toRange(each).isEqual(range));
    editor.setDecorations(this.#noticed, others.filter((mark) => !isFiller(mark)));
    this.#hint(editor, hintsFor(heard));
  }

  /** Takes the marks away. */
  clear(editor: vscode.TextEditor): void {
    for (const kind of [this.#fillers, this.#noticed]) editor.setDecorations(kind, []);
    this.#hint(editor, []);
  }

  provideInlayHints(document: vscode.TextDocument): vscode.InlayHint[] {
    return this.#hints.get(document) ?? [];
  }

  dispose(): void {
    for (const each of [this.#fillers, this.#noticed, this.#provider, this.#changed]) each.dispose();
  }

  #hint({ document }: vscode.TextEditor, hints: vscode.InlayHint[]): void {
    this.#hints.set(document, hints);
    this.#changed.fire();
  }
}

/** One mark for each sentence that says something, with all that it says. */
function hintsFor(heard: TranscriptSheet['heard']): vscode.InlayHint[] {
  const said = new Map<string, { end: vscode.Position; titles: string[] }>();
  for (const { title, range } of heard) {
    if (range === undefined) continue;
    const { end } = toRange(range);
    const key = `${end.line}:${end.character}`;
    said.set(key, { end, titles: [...(said.get(key)?.titles ?? []), title] });
  }
  return [...said.values()].map(({ end, titles }) => ({ position: end, label: `‹${titles.join(' · ')}›`, paddingLeft: true }));
}

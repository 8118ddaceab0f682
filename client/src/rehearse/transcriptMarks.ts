import * as vscode from 'vscode';
import type { TranscriptSheet } from '../../../server/src/lsp/protocol.js';
import { toRange } from '../evidence/places.js';

/** Marks in the scratch editor: what was heard, dots under fillers, waves under what else was noticed. They are no problems, and go with the next key. */
export class TranscriptMarks implements vscode.Disposable {
  readonly #heard = vscode.window.createTextEditorDecorationType({});
  readonly #fillers = vscode.window.createTextEditorDecorationType({ textDecoration: 'underline dotted', overviewRulerColor: new vscode.ThemeColor('editorHint.foreground') });
  readonly #noticed = vscode.window.createTextEditorDecorationType({ textDecoration: 'underline wavy', overviewRulerColor: new vscode.ThemeColor('editorInfo.foreground') });

  /** Draws what a report says of places; hovering says what it is. */
  show(editor: vscode.TextEditor, { heard, fillers, findings }: TranscriptSheet): void {
    const filler = vscode.l10n.t('Filler');
    const said = new Map<string, { end: vscode.Position; titles: string[] }>();
    for (const { title, range } of heard) {
      if (range === undefined) continue;
      const { end } = toRange(range);
      const key = `${end.line}:${end.character}`;
      said.set(key, { end, titles: [...(said.get(key)?.titles ?? []), title] });
    }
    const color = new vscode.ThemeColor('editorInlayHint.foreground');
    editor.setDecorations(this.#heard, [...said.values()].map(({ end, titles }) => ({ range: new vscode.Range(end, end), renderOptions: { after: { contentText: ` ‹${titles.join(' · ')}›`, color } } })));
    editor.setDecorations(this.#fillers, fillers.map((range) => ({ range: toRange(range), hoverMessage: filler })));
    const others = findings.flatMap(({ message, places }) => places.map((place) => ({ range: toRange(place), hoverMessage: message })));
    const isFiller = ({ range }: { range: vscode.Range }): boolean => fillers.some((each) => toRange(each).isEqual(range));
    editor.setDecorations(this.#noticed, others.filter((mark) => !isFiller(mark)));
  }

  /** Takes the marks away. */
  clear(editor: vscode.TextEditor): void {
    for (const kind of [this.#heard, this.#fillers, this.#noticed]) editor.setDecorations(kind, []);
  }

  dispose(): void {
    for (const kind of [this.#heard, this.#fillers, this.#noticed]) kind.dispose();
  }
}

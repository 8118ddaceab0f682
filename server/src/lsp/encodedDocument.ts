import { TextDocument, type Position, type Range, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { columnsOf, type PositionEncoding } from '../story/index.js';

/** An open document whose client counts the characters of a line in UTF-8 or UTF-32. Offsets are UTF-16 all the same. */
export class EncodedDocument implements TextDocument {
  readonly #text: TextDocument;
  readonly #encoding: PositionEncoding;

  constructor(text: TextDocument, encoding: PositionEncoding) {
    this.#text = text;
    this.#encoding = encoding;
  }

  get uri(): string {
    return this.#text.uri;
  }

  get languageId(): string {
    return this.#text.languageId;
  }

  get version(): number {
    return this.#text.version;
  }

  get lineCount(): number {
    return this.#text.lineCount;
  }

  getText(range?: Range): string {
    return this.#text.getText(range && this.#in(range));
  }

  getLineRange(line: number): Range {
    const { start, end } = this.#text.getLineRange(line);
    return { start, end: { line: end.line, character: this.#columns(end.line).out(end.character) } };
  }

  getEOLCharacters(line: number): string {
    return this.#text.getEOLCharacters(line);
  }

  positionAt(offset: number): Position {
    const { line, character } = this.#text.positionAt(offset);
    return { line, character: this.#columns(line).out(character) };
  }

  offsetAt(position: Position): number {
    return this.#text.offsetAt(this.#inPosition(position));
  }

  /** Makes changes one after the other: each counts in the text that the one before it left. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      TextDocument.update(this.#text, ['range' in change ? { range: this.#in(change.range), text: change.text } : change], version);
    }
    TextDocument.update(this.#text, [], version);
  }

  #in({ start, end }: Range): Range {
    return { start: this.#inPosition(start), end: this.#inPosition(end) };
  }

  #inPosition({ line, character }: Position): Position {
    return { line, character: this.#columns(line).in(character) };
  }

  #columns(line: number): ReturnType<typeof columnsOf> {
    return columnsOf(this.#text.getText(this.#text.getLineRange(line)), this.#encoding);
  }
}

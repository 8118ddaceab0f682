/**
 * The text without the characters at its end that `marks`, an expression for one character, holds for. An expression that
 * ends in `$` would try every run of them in the text, each from every character of it.
 */
export function withoutEnding(text: string, marks: RegExp): string {
  let end = text.length;
  while (end > 0 && marks.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** The spaces and tabs at the end of a text. */
export function spaceAtEnd(text: string): string {
  return text.slice(withoutEnding(text, /[ \t]/).length);
}

/** Text that Markdown shows as it stands, on one line: an address in it is no link. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]|<>~&@]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/^(?:[-+]|#{1,6}|\d+[.)])(?=\s)/, (mark) => mark.replace(/[-+#.)]/, '\\$&'));
}

/** The text with every run of white space made one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The beginning of a text, cut between words, with an ellipsis when something is left out. */
export function shorten(text: string, length: number): string {
  const line = oneLine(text);
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  const space = cut.lastIndexOf(' ');
  const kept = space > length / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`;
}

/** `1 word`, `39 words`. */
export function countWords(words: number): string {
  return words === 1 ? '1 word' : `${words} words`;
}

/** Seconds as people read them: `17 s`. */
export function spoken(seconds: number): string {
  return `${Math.round(seconds)} s`;
}

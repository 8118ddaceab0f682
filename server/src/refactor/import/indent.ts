/** The text of a list item after its marker and label, standing on its own: its further lines lose the marker's width. */
export function outOfItem(body: string, width: number): string {
  if (width === 0) return body;
  const indented = new RegExp(`^(?: {${width}}|\\t)`);
  let inItem = true;
  return body
    .split(/(?<=\r\n|\r(?!\n)|\n)/)
    .map((line, index) => {
      if (index === 0 || !inItem || line.trim() === '') return line;
      inItem = indented.test(line);
      return line.replace(indented, '');
    })
    .join('');
}
